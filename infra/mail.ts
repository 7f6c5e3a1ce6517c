import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  ReceiptRuleSet,
  SuppressionReasons,
  TlsPolicy,
} from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { Config } from './config.ts'
import { LETTERS, ruleSetNameOf } from './files-bucket.ts'

/**
 * Where every letter passes and where SES reports on it. The reports go by SNS to a queue, because EventBridge delivers SES's
 * events by best effort only. https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html
 */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet
  readonly feedback: Topic

  constructor(scope: Construct, id: string, { stage, mailInbound }: Config, key: IKey, filesBucketName: string) {
    super(scope, id)
    this.configurationSet = new ConfigurationSet(this, 'Letters', {
      configurationSetName: `rapport-${stage}`,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    this.feedback = new Topic(this, 'Feedback', {
      topicName: `rapport-${stage}-mail-feedback`,
      masterKey: key,
      enforceSSL: true,
    })
    this.configurationSet.addEventDestination('Reports', {
      destination: EventDestination.snsTopic(this.feedback),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    })
    if (mailInbound !== undefined) this.receive(mailInbound, stage, filesBucketName)
  }

  /**
   * Stores letters for the mailbox whole, up to 40 MB, where only the worker that takes them in may read them; what tells that worker
   * is S3 itself. SES sends a larger letter back to its sender, who so learns of it. Whether SES may store is said by the bucket,
   * which stands in the other stack. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-s3.html
   */
  private receive(mailbox: string, stage: string, bucketName: string): void {
    const rules = new ReceiptRuleSet(this, 'Mailboxes', { receiptRuleSetName: ruleSetNameOf(stage) })
    rules.addRule('Support', {
      receiptRuleName: `rapport-${stage}-support`,
      // The whole domain: answers go to addresses with a token behind the plus.
      recipients: [mailbox.slice(mailbox.indexOf('@') + 1)],
      scanEnabled: true,
      tlsPolicy: TlsPolicy.REQUIRE,
      actions: [{ bind: () => ({ s3Action: { bucketName, objectKeyPrefix: LETTERS } }) }],
    })
  }
}

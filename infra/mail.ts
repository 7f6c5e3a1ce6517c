import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
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
import { EmailEncoding, Sns as SnsAction } from 'aws-cdk-lib/aws-ses-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { Config } from './config.ts'

/**
 * Where every letter passes and where SES reports on it. The reports go by SNS to a queue, because EventBridge delivers SES's
 * events by best effort only. https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html
 */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet
  readonly feedback: Topic
  /** Letters that come in, when the deployment has a mailbox for them. */
  readonly inbound: Topic | undefined

  constructor(scope: Construct, id: string, { stage, mailInbound }: Config, key: IKey) {
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
    this.inbound = mailInbound === undefined ? undefined : this.receive(mailInbound, stage, key)
  }

  /**
   * Hands letters for the mailbox over whole, through SNS: one step less that can fail than a bucket between. SNS carries letters up
   * to 150 KB; SES sends a larger one back to its sender, who so learns of it.
   * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-sns.html
   */
  private receive(mailbox: string, stage: string, key: IKey): Topic {
    const inbound = new Topic(this, 'Inbound', {
      topicName: `rapport-${stage}-mail-inbound`,
      masterKey: key,
      enforceSSL: true,
    })
    const rules = new ReceiptRuleSet(this, 'Mailboxes', { receiptRuleSetName: `rapport-${stage}` })
    const { partition, region, account } = Stack.of(this)
    // A topic with a policy of its own takes letters from nobody whom the policy does not name.
    const { policyDependable } = inbound.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LettersOfThisRuleSet',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [inbound.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: {
            'aws:SourceArn': `arn:${partition}:ses:${region}:${account}:receipt-rule-set/rapport-${stage}:receipt-rule/*`,
          },
        },
      }),
    )
    const rule = rules.addRule('Support', {
      receiptRuleName: `rapport-${stage}-support`,
      // The whole domain: answers go to addresses with a token behind the plus.
      recipients: [mailbox.slice(mailbox.indexOf('@') + 1)],
      scanEnabled: true,
      tlsPolicy: TlsPolicy.REQUIRE,
      actions: [new SnsAction({ topic: inbound, encoding: EmailEncoding.BASE64 })],
    })
    // SES refuses a rule for a topic that it may not publish to.
    if (policyDependable) rule.node.addDependency(policyDependable)
    return inbound
  }
}

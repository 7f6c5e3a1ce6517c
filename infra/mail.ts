import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'

/**
 * Where every letter passes and where SES reports on it. The reports go by SNS to a queue, because EventBridge delivers SES's
 * events by best effort only. https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html
 */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet
  readonly feedback: Topic

  constructor(scope: Construct, id: string, stage: string, key: IKey) {
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
  }
}

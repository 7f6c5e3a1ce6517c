import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { accept } from './nag.ts'

/** Days that SQS keeps a message at most. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html */
const RETENTION_DAYS_MAX = 14

/** What neither a function nor its caller could get done, kept for as long as SQS keeps anything. */
export function createDeadLetters(scope: Construct, functionName: string): Queue {
  const queue = createQueue(scope, 'DeadLetters', {
    queueName: `${functionName}-dead`,
    retentionPeriod: Duration.days(RETENTION_DAYS_MAX),
  })
  accept(queue, {
    'AwsSolutions-SQS3': 'This is where dead letters end; an alarm watches it.',
    'Serverless-SQSRedrivePolicy': 'This is where dead letters end; an alarm watches it.',
  })
  return queue
}

/** A queue whose messages are encrypted at rest and on the way. */
export const createQueue = (scope: Construct, id: string, props: QueueProps): Queue =>
  new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
    ...props,
  })

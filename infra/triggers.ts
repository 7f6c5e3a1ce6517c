import type { Trigger } from '@rapport/lambda/manifest'
import { Duration } from 'aws-cdk-lib'
import { type EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { LETTERS } from './files-bucket.ts'
import type { Worker } from './function.ts'
import { EVENT_SOURCE } from './grants.ts'
import { accept } from './nag.ts'
import { createDeadLetters, createQueue } from './queues.ts'

/** What a worker leaves behind when it cannot do its work, and the queue it drains, if any. */
export interface Lane {
  worker: Worker
  deadLetters: Queue
  queue?: Queue
}

export interface Sources {
  streamArn: string
  tableKeyArn: string
  /** Condition under which the table's key opens. */
  viaDynamoDb: Record<string, Record<string, string>>
  bus: EventBus
  mailFeedback: ITopic
  /** The bucket that SES stores letters in; absent when the deployment receives none: then the queue stays empty. */
  lettersIn: string | undefined
}

type On<K extends Trigger['kind']> = Extract<Trigger, { kind: K }>

/**
 * How long a stream is retried before a batch is given up: past the two hours an outage of the bus is planned for, and short of
 * the 24 hours that the stream keeps. Until then the shard waits, in order; what was given up is republished from the table.
 */
const STREAM_AGE_MAX = Duration.hours(4)
const STREAM_RETRIES_MAX = 1_000

/** Deliveries of one message before it is set aside. */
const RECEIVES_MAX = 5

/** The queue must hide a message for as long as all tries of one poll take. https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const VISIBILITY_PER_TIMEOUT = 6

/** What EventBridge does by itself at most, said aloud. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const DELIVERY_AGE_MAX = Duration.hours(24)
const DELIVERY_RETRIES_MAX = 185

/** Feeds a function from the table's stream: inserted event rows and nothing else. */
export function attachStream(worker: Worker, on: On<'stream'>, sources: Sources): Lane {
  const deadLetters = createDeadLetters(homeOf(worker), worker.name)
  worker.role.addToPrincipalPolicy(
    new PolicyStatement({
      // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/iam-policy-read-stream-only.html
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resources: [sources.streamArn],
    }),
  )
  worker.role.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt'],
      resources: [sources.tableKeyArn],
      conditions: sources.viaDynamoDb,
    }),
  )
  const mapping = new EventSourceMapping(homeOf(worker), 'Stream', {
    target: worker.fn,
    eventSourceArn: sources.streamArn,
    // From the oldest record, so that an app stack torn down and set up again within a day misses nothing.
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: on.batchSizeMax,
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { NewImage: { __edb_e__: { S: FilterRule.isEqual('event') } } },
      }),
    ],
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    maxRecordAge: STREAM_AGE_MAX,
    retryAttempts: STREAM_RETRIES_MAX,
    onFailure: new SqsDlq(deadLetters),
  })
  mapping.node.addDependency(worker.role)
  return { worker, deadLetters }
}

/** Wakes a function every few minutes. A tick that fails is not repeated: the next one finds the same work still due. */
export function attachSchedule(worker: Worker, on: On<'schedule'>): Lane {
  const deadLetters = createDeadLetters(homeOf(worker), worker.name)
  const age = Duration.minutes(on.everyMinutes)
  worker.fn.configureAsyncInvoke({ onFailure: new SqsDestination(deadLetters), maxEventAge: age, retryAttempts: 0 })
  new Rule(homeOf(worker), 'Schedule', {
    description: `Wakes ${worker.spec.name}.`,
    schedule: Schedule.rate(age),
    targets: [new LambdaFunction(worker.fn, { deadLetterQueue: deadLetters, maxEventAge: age, retryAttempts: 2 })],
  })
  return { worker, deadLetters }
}

/** Gives a function a queue of its own, fed by events on the bus or by what SES reports. */
export function attachQueue(worker: Worker, on: On<'queue'>, sources: Sources): Lane {
  const deadLetters = createDeadLetters(homeOf(worker), worker.name)
  const queue = createQueue(homeOf(worker), 'Queue', {
    queueName: worker.name,
    visibilityTimeout: Duration.seconds(worker.spec.timeoutS * VISIBILITY_PER_TIMEOUT),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: RECEIVES_MAX },
  })
  queue.grantConsumeMessages(worker.role)
  const poll = new EventSourceMapping(homeOf(worker), 'Poll', {
    target: worker.fn,
    eventSourceArn: queue.queueArn,
    batchSize: on.batchSizeMax,
    maxConcurrency: on.concurrencyMax,
    reportBatchItemFailures: true,
  })
  poll.node.addDependency(worker.role)
  accept(poll, {
    'Serverless-LambdaEventSourceMappingDestination':
      'SQS takes no failure destination: what fails five times goes to the dead letters of the queue.',
  })
  if ('events' in on.from) {
    new Rule(homeOf(worker), 'Rule', {
      eventBus: sources.bus,
      description: `Feeds ${worker.spec.name}.`,
      eventPattern: { source: [EVENT_SOURCE], detailType: [...on.from.events] },
      targets: [
        new SqsQueue(queue, {
          deadLetterQueue: deadLetters,
          maxEventAge: DELIVERY_AGE_MAX,
          retryAttempts: DELIVERY_RETRIES_MAX,
        }),
      ],
    })
  }
  if ('mailFeedback' in on.from) {
    sources.mailFeedback.addSubscription(new SqsSubscription(queue, { deadLetterQueue: deadLetters }))
  }
  if ('mailInbound' in on.from && sources.lettersIn !== undefined) {
    // On the account's own bus, where S3 reports. So neither stack needs to know a queue of the other, or a function to tie them.
    new Rule(homeOf(worker), 'Letters', {
      description: `Tells ${worker.spec.name} of letters that SES has stored.`,
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [sources.lettersIn] }, object: { key: [{ prefix: LETTERS }] } },
      },
      targets: [
        new SqsQueue(queue, {
          deadLetterQueue: deadLetters,
          maxEventAge: DELIVERY_AGE_MAX,
          retryAttempts: DELIVERY_RETRIES_MAX,
        }),
      ],
    })
  }
  return { worker, deadLetters, queue }
}

const homeOf = ({ fn }: Worker): Construct => {
  const home = fn.node.scope
  if (!home) throw new Error('A function stands in a construct of its own.')
  return home as Construct
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventModel } from '@rapport/kernel/events'
import { prefixes } from '@rapport/kernel/ids'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { manifest } from '../../functions/manifest.ts'
import { below, entriesOf, present, synthesise, targetOf } from './templates.ts'

const { app, data } = synthesise()
const of = <K extends string>(kind: K) => manifest.filter(({ on }) => on.kind === kind)

/** Program text below some folders. */
const sources = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )

const isKind = (name: string): boolean => name in prefixes

const DAYS_14_S = 14 * 86_400

/** Queues that something names as the place for what failed. */
function deadLettersNamedBy(node: unknown, found = new Set<string>()): Set<string> {
  if (node === null || typeof node !== 'object') return found
  for (const [key, value] of Object.entries(node)) {
    if (key === 'deadLetterTargetArn') found.add(present(targetOf(value)))
    if (key === 'DeadLetterConfig') found.add(present(targetOf(value.Arn)))
    if (key === 'OnFailure') found.add(present(targetOf(value.Destination)))
    deadLettersNamedBy(value, found)
  }
  return found
}

describe.each(of('stream').map(({ name, on }) => ({ name, on })))('$name reads the stream', ({ name, on }) => {
  const [, mapping] = present(below(app, 'AWS::Lambda::EventSourceMapping', name)[0])

  test('in batches, of which only the failed part is repeated and a bad one is halved', () => {
    expect(mapping.Properties).toMatchObject({
      BatchSize: on.kind === 'stream' ? on.batchSizeMax : 0,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
    })
  })

  test('for long enough to outlive an outage, and not for ever', () => {
    expect(mapping.Properties.MaximumRecordAgeInSeconds).toBeGreaterThanOrEqual(2 * 3_600)
    expect(mapping.Properties.MaximumRecordAgeInSeconds).toBeLessThan(24 * 3_600)
    expect(mapping.Properties.MaximumRetryAttempts).toBeGreaterThan(0)
  })

  test('from its oldest record, so that a redeployed stack misses nothing', () => {
    expect(mapping.Properties.StartingPosition).toBe('TRIM_HORIZON')
  })

  test('and what it gives up is kept', () => {
    const queue = targetOf(mapping.Properties.DestinationConfig.OnFailure.Destination)

    expect(queue).toMatch(/DeadLetters/)
  })

  test('and is called for inserted event rows only', () => {
    const [{ Pattern }] = mapping.Properties.FilterCriteria.Filters
    const pattern = JSON.parse(Pattern)

    expect(mapping.Properties.FilterCriteria.Filters).toHaveLength(1)
    expect(pattern.eventName).toEqual(['INSERT'])
    expect(pattern.dynamodb.NewImage).toEqual({ __edb_e__: { S: [eventModel.name] } })
  })
})

test('a stored event carries the attribute that the stream is filtered by', () => {
  const stored = eventModel.item({
    id: `evt_${'0'.repeat(26)}`,
    type: 'account.created',
    subject: { id: `acc_${'0'.repeat(26)}`, kind: 'account' },
    at: '2026-11-22T00:00:00.000Z',
    actor: { type: 'system', id: 'test' },
    requestId: 'r',
    txId: 't',
    seq: 0,
    version: 1,
    changed: [],
    schemaVersion: 1,
    timelineOf: `acc_${'0'.repeat(26)}`,
    hour: '2026-11-22t00',
    slot: '0',
  })

  expect(stored.__edb_e__).toBe(eventModel.name)
})

test('a shard has no more readers than DynamoDB serves well', () => {
  expect(of('stream').length).toBeLessThanOrEqual(2)
})

describe.each(of('schedule').map(({ name, on }) => ({ name, on })))('$name wakes by the clock', ({ name, on }) => {
  const everyS = on.kind === 'schedule' ? on.everyMinutes * 60 : 0
  const [, rule] = present(below(app, 'AWS::Events::Rule', name)[0])
  const [, invoke] = present(below(app, 'AWS::Lambda::EventInvokeConfig', name)[0])

  test('as often as the manifest says', () => {
    expect(rule.Properties.ScheduleExpression).toBe(everyS === 60 ? 'rate(1 minute)' : `rate(${everyS / 60} minutes)`)
  })

  test('and a tick that is late is dropped: the next one does its work', () => {
    const [target] = rule.Properties.Targets

    expect(target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: Math.max(60, everyS), MaximumRetryAttempts: 2 })
    expect(invoke.Properties).toMatchObject({ MaximumEventAgeInSeconds: Math.max(60, everyS), MaximumRetryAttempts: 0 })
  })

  test('and what failed is kept, whether it could not be called or could not do it', () => {
    expect([...deadLettersNamedBy(rule), ...deadLettersNamedBy(invoke)]).toEqual([
      expect.stringMatching(/DeadLetters/),
      expect.stringMatching(/DeadLetters/),
    ])
  })
})

describe.each(of('queue').map((spec) => ({ ...spec })))('$name drains its queue', ({ name, on, timeoutS }) => {
  const queues = below(app, 'AWS::SQS::Queue', name)
  const [, queue] = present(queues.find(([id]) => !id.includes('DeadLetters')))
  const [, mapping] = present(below(app, 'AWS::Lambda::EventSourceMapping', name)[0])

  test('as many at once as it declared, failing each on its own', () => {
    expect(mapping.Properties).toMatchObject({
      BatchSize: on.kind === 'queue' ? on.batchSizeMax : 0,
      ScalingConfig: { MaximumConcurrency: on.kind === 'queue' ? on.concurrencyMax : 0 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })

  test('and a message stays hidden for six tries of the function', () => {
    expect(queue.Properties.VisibilityTimeout).toBe(6 * timeoutS)
  })

  test('and a message is set aside after five deliveries', () => {
    expect(queue.Properties.RedrivePolicy.maxReceiveCount).toBe(5)
    expect(targetOf(queue.Properties.RedrivePolicy.deadLetterTargetArn)).toMatch(/DeadLetters/)
  })

  test('which is fed by what the manifest names', () => {
    if (on.kind !== 'queue') return
    const rules = below(app, 'AWS::Events::Rule', name).map(([, { Properties }]) => Properties)
    const subscriptions = below(app, 'AWS::SNS::Subscription', name)

    if ('events' in on.from) {
      expect(rules.map(({ EventPattern }) => EventPattern)).toEqual([
        { source: ['rapport'], 'detail-type': on.from.events },
      ])
      expect(rules[0]?.Targets[0].RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 })
    } else if ('mailInbound' in on.from) {
      expect(rules.map(({ EventPattern }) => EventPattern.source)).toEqual([['aws.s3']])
      expect(rules[0]?.Targets[0].RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 })
    } else {
      expect(subscriptions).toHaveLength(1)
    }
  })
})

describe('on every asynchronous path', () => {
  const named = deadLettersNamedBy(app.toJSON().Resources)
  const queues = entriesOf(app, 'AWS::SQS::Queue')

  test('each asynchronous function has dead letters', () => {
    for (const { name, on } of manifest) {
      const own = queues.filter(([id]) => below(app, 'AWS::SQS::Queue', name).some(([other]) => other === id))
      expect(
        own.some(([id]) => id.includes('DeadLetters')),
        name,
      ).toBe(on.kind !== 'http')
    }
  })

  test('each rule and each subscription says where its failures go', () => {
    for (const [id, { Properties }] of entriesOf(app, 'AWS::Events::Rule')) {
      for (const target of Properties.Targets) expect(target.DeadLetterConfig, id).toBeDefined()
    }
    for (const [id, { Properties }] of entriesOf(app, 'AWS::SNS::Subscription')) {
      if (Properties.Protocol === 'sqs') expect(Properties.RedrivePolicy, id).toBeDefined()
    }
  })

  test('dead letters are kept for 14 days', () => {
    for (const [id, { Properties }] of queues)
      if (named.has(id)) expect(Properties.MessageRetentionPeriod, id).toBe(DAYS_14_S)
  })

  test('queues are encrypted and refuse plain HTTP', () => {
    const closed = new Set(
      entriesOf(app, 'AWS::SQS::QueuePolicy').flatMap(([, { Properties }]) =>
        Properties.PolicyDocument.Statement.some(
          (statement: { Effect: string; Condition?: object }) =>
            statement.Effect === 'Deny' && JSON.stringify(statement.Condition).includes('aws:SecureTransport'),
        )
          ? Properties.Queues.map(targetOf)
          : [],
      ),
    )
    for (const [id, { Properties }] of queues) {
      expect(Properties.SqsManagedSseEnabled, id).toBe(true)
      expect(closed.has(id), id).toBe(true)
    }
  })
})

test('SES reports by SNS on every letter that leaves', () => {
  app.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
    EventDestination: { MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint', 'reject'], Enabled: true },
  })
  app.hasResourceProperties('AWS::SES::ConfigurationSet', { DeliveryOptions: { TlsPolicy: 'REQUIRE' } })
})

test('topics are encrypted and refuse plain HTTP', () => {
  for (const [id, { Properties }] of entriesOf(app, 'AWS::SNS::Topic'))
    expect(targetOf(Properties.KmsMasterKeyId), id).toMatch(/^Key/)
  for (const [id, { Properties }] of entriesOf(app, 'AWS::SNS::TopicPolicy')) {
    expect(JSON.stringify(Properties.PolicyDocument), id).toContain('aws:SecureTransport')
  }
})

/** What a policy lets a service of AWS do, on which condition. */
const allowedTo = (policy: { Properties: { PolicyDocument: { Statement: Statement[] } } }) =>
  policy.Properties.PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow').map(
    ({ Principal, Action, Condition }) => ({ by: Principal.Service, Action, when: JSON.stringify(Condition) }),
  )

interface Statement {
  Effect: string
  Principal: { Service: string }
  Action: string | string[]
  Condition: object
}

describe.each(of('queue').map(({ name, on }) => ({ name, on })))('$name is fed', ({ name, on }) => {
  test('by its own rule or topic and by nobody else, its dead letters too', () => {
    const policies = below(app, 'AWS::SQS::QueuePolicy', name)
    const isEvents = on.kind === 'queue' && !('mailFeedback' in on.from)
    const [[feeder] = []] = isEvents ? below(app, 'AWS::Events::Rule', name) : []

    expect(policies.length).toBe(2)
    for (const [id, policy] of policies) {
      const [only, ...others] = allowedTo(policy as never)
      expect(others, id).toEqual([])
      expect(only, id).toMatchObject({
        by: isEvents ? 'events.amazonaws.com' : 'sns.amazonaws.com',
        when: expect.stringContaining(feeder ?? 'Mail'),
      })
      const actions = [only?.Action].flat()
      expect(actions, id).toContain('sqs:SendMessage')
      for (const action of actions) expect(action, id).toMatch(/^sqs:(SendMessage|GetQueue\w+)$/)
    }
  })
})

test('each topic lets somebody publish, and only on behalf of this account', () => {
  const topics = entriesOf(app, 'AWS::SNS::Topic').map(([id]) => id)
  const policies = new Map(
    entriesOf(app, 'AWS::SNS::TopicPolicy').map(([, policy]) => [targetOf(policy.Properties.Topics[0]), policy]),
  )

  for (const id of topics) {
    const allowed = allowedTo(present(policies.get(id)) as never)
    expect(allowed.length, id).toBeGreaterThan(0)
    for (const { Action, when } of allowed) {
      expect(Action, id).toBe('sns:Publish')
      expect(when, id).toMatch(/"aws:SourceAccount":\{"Ref":"AWS::AccountId"\}/i)
    }
  }
})

test('rules listen to what happens', () => {
  const happens = new Set(
    sources('packages/core/src', 'packages/kernel/src').flatMap((text) =>
      [...text.matchAll(/'([a-z]\w*)'/g)].map(([, word = '']) => word),
    ),
  )

  for (const { name, on } of of('queue')) {
    if (on.kind !== 'queue' || !('events' in on.from)) continue
    for (const event of on.from.events) {
      const [kind = '', verb = ''] = event.split('.')
      expect(isKind(kind), `${name} hears ${event}`).toBe(true)
      expect(happens.has(verb), `${name} hears ${event}`).toBe(true)
    }
  }
})

describe('letters of customers', () => {
  test('may be stored by the rules of this stage, below their own prefix only', () => {
    const policies = entriesOf(data, 'AWS::S3::BucketPolicy').filter(([id]) => id.startsWith('Files'))
    const allowed = policies.flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement as Statement[])
    const bySes = allowed.filter(({ Effect, Principal }) => Effect === 'Allow' && Principal.Service?.startsWith('ses.'))

    expect(bySes).toMatchObject([
      { Action: 's3:PutObject', Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } },
    ])
    expect(JSON.stringify(bySes)).toContain(':receipt-rule-set/rapport-test:receipt-rule/*')
    expect(JSON.stringify(bySes)).toContain('/mail/*')
  })

  test('for the whole domain of the mailbox are stored whole, scanned and over TLS only, and gone after a month', () => {
    const [rule] = Object.values(app.findResources('AWS::SES::ReceiptRule'))

    expect(rule?.Properties.Rule).toMatchObject({
      Enabled: true,
      Recipients: ['in.example.com'],
      ScanEnabled: true,
      TlsPolicy: 'Require',
      Actions: [{ S3Action: { ObjectKeyPrefix: 'mail/' } }],
    })
    data.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({
            Prefix: 'mail/',
            ExpirationInDays: 30,
            NoncurrentVersionExpiration: { NoncurrentDays: 1 },
            Status: 'Enabled',
          }),
        ]),
      },
    })
  })

  test('are told to the worker by S3, and nothing else of the bucket is', () => {
    const [[, rule] = []] = below(app, 'AWS::Events::Rule', 'receive-mail')

    expect(rule?.Properties.EventBusName).toBeUndefined()
    expect(rule?.Properties.EventPattern).toMatchObject({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { object: { key: [{ prefix: 'mail/' }] } },
    })
  })

  test('and functions leave room in the stack', () => {
    expect(Object.keys(app.toJSON().Resources).length).toBeLessThan(300)
  })

  test('are not received by a deployment without a mailbox', () => {
    const { app: without, data: bare } = synthesise({ env: { MAIL_INBOUND: '' } })

    expect(without.findResources('AWS::SES::ReceiptRule')).toEqual({})
    expect(below(without, 'AWS::Events::Rule', 'receive-mail')).toEqual([])
    expect(JSON.stringify(bare.toJSON())).not.toContain('ses.amazonaws.com')
  })
})

import { describe, expect, test } from 'vitest'
import { manifest } from '../../functions/manifest.ts'
import { pascal } from '../../infra/function.ts'
import { entriesOf, present, synthesise, targetOf } from './templates.ts'

const { app } = synthesise({ env: { ALARM_EMAIL: 'ops@example.com', BUDGET_USD: '70' } })

interface Sign {
  name: string
  watched: string[]
}

interface Alarm {
  description: string
  metric?: string
  threshold: number
  expression: string
  signs: Map<string, Sign>
}

const alarms = new Map(
  entriesOf(app, 'AWS::CloudWatch::Alarm').map(([, { Properties }]): [string, Alarm] => {
    const { AlarmName, AlarmDescription: description, MetricName: metric, Threshold: threshold } = Properties
    // biome-ignore lint/suspicious/noExplicitAny: properties are whatever CloudFormation takes, which nothing types.
    const parts: any[] = Properties.Metrics ?? []
    const expression = parts.find(({ Expression }) => Expression)?.Expression ?? ''
    const signs = new Map(
      parts.flatMap(({ Id, MetricStat }): [string, Sign][] =>
        MetricStat
          ? [
              [
                Id,
                {
                  name: MetricStat.Metric.MetricName,
                  watched: MetricStat.Metric.Dimensions.map(({ Value }: { Value: unknown }) => targetOf(Value)),
                },
              ],
            ]
          : [],
      ),
    )
    return [AlarmName.replace('rapport-test-', ''), { description, metric, threshold, expression, signs }]
  }),
)

const alarmOf = (name: string): Alarm => present(alarms.get(name))

describe.each(manifest.map((spec) => ({ ...spec, home: pascal(spec.name) })))('$name', ({ home, impact, on }) => {
  const { description, expression, signs, threshold } = alarmOf(home)
  const signOf = (name: string): Sign => present(signs.get(name))

  test('says what breaks for people when it fails or is throttled', () => {
    expect(description).toContain(impact)
    expect(threshold).toBe(0)
    expect(signOf('errors')).toEqual({ name: 'Errors', watched: [expect.stringMatching(`^Functions${home}`)] })
    expect(signOf('throttles')).toEqual({ name: 'Throttles', watched: [expect.stringMatching(`^Functions${home}`)] })
    for (const sign of ['errors', 'throttles']) expect(expression).toContain(`IF(FILL(${sign}, 0) > 0, 1, 0)`)
  })

  test.runIf(on.kind !== 'http')('says so for the first letter that is dead', () => {
    expect(signOf('letters')).toEqual({
      name: 'ApproximateNumberOfMessagesVisible',
      watched: [expect.stringMatching(`^Functions${home}DeadLetters`)],
    })
    expect(expression).toContain('IF(FILL(letters, 0) > 0, 1, 0)')
  })

  test.runIf(on.kind === 'stream' || on.kind === 'queue')('says so when it is five minutes behind', () => {
    const [name, max] = on.kind === 'stream' ? ['IteratorAge', 300_000] : ['ApproximateAgeOfOldestMessage', 300]

    expect(signOf('lag').name).toBe(name)
    expect(expression).toContain(`IF(FILL(lag, 0) > ${max}, 1, 0)`)
  })
})

test('somebody is told when the API fails, and when many calls are refused', () => {
  const api = present(manifest.find(({ on }) => on.kind === 'http'))

  expect(alarmOf('ApiFailures')).toMatchObject({ metric: '5xx', threshold: 0 })
  expect(alarmOf('ApiFailures').description).toContain(api.impact)
  expect(alarmOf('Denied')).toMatchObject({ metric: 'Denied', threshold: 100 })
  app.hasResourceProperties('AWS::Logs::MetricFilter', {
    FilterPattern: '{ ($.status = "401") || ($.status = "403") }',
  })
})

test('somebody is told before SES reviews the account', () => {
  expect(alarmOf('Bounces').threshold).toBeLessThan(0.05)
  expect(alarmOf('Complaints').threshold).toBeLessThan(0.001)
})

test('every alarm reaches the notices, and fits into what CloudWatch takes', () => {
  for (const [id, { Properties }] of entriesOf(app, 'AWS::CloudWatch::Alarm')) {
    expect(Properties.AlarmActions.map(targetOf), id).toEqual([expect.stringMatching(/^Notices/)])
    expect(Properties.AlarmDescription.length, id).toBeLessThanOrEqual(1_024)
    expect(Properties.TreatMissingData, id).toBe('notBreaching')
  }
})

test('notices are mailed to the address given, and to nobody without one', () => {
  app.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.com' })
  synthesise().app.resourcePropertiesCountIs('AWS::SNS::Subscription', { Protocol: 'email' }, 0)
})

test('a month that costs more than agreed is noticed before it ends', () => {
  app.hasResourceProperties('AWS::Budgets::Budget', {
    Budget: { BudgetLimit: { Amount: 70, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
    NotificationsWithSubscribers: [
      { Notification: { NotificationType: 'ACTUAL', Threshold: 80 }, Subscribers: [{ SubscriptionType: 'SNS' }] },
      { Notification: { NotificationType: 'FORECASTED', Threshold: 100 }, Subscribers: [{ SubscriptionType: 'SNS' }] },
    ],
  })
})

test('one dashboard shows every function', () => {
  const [, dashboard] = present(entriesOf(app, 'AWS::CloudWatch::Dashboard')[0])
  const text = JSON.stringify(dashboard.Properties.DashboardBody)

  for (const { name } of manifest) expect(text, name).toContain(`Functions${pascal(name)}Function`)
})

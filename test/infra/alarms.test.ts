import { describe, expect, test } from 'vitest'
import { manifest } from '../../functions/manifest.ts'
import { pascal } from '../../infra/function.ts'
import { entriesOf, present, synthesise, targetOf } from './templates.ts'

const { app } = synthesise({ env: { ALARM_EMAIL: 'ops@example.com', BUDGET_USD: '70' } })

interface Alarm {
  name: string
  description: string
  metric: string
  threshold: number
  watched: string[]
}

const alarms = new Map(
  entriesOf(app, 'AWS::CloudWatch::Alarm').map(([, { Properties }]): [string, Alarm] => {
    const name = Properties.AlarmName.replace('rapport-test-', '')
    const { AlarmDescription: description, MetricName: metric, Threshold: threshold, Dimensions = [] } = Properties
    const watched = Dimensions.map(({ Value }: { Value: unknown }) => targetOf(Value))
    return [name, { name, description, metric, threshold, watched }]
  }),
)

const alarmOf = (name: string): Alarm => present(alarms.get(name))

describe.each(manifest.map((spec) => ({ ...spec, home: pascal(spec.name) })))('$name', ({ home, impact, on }) => {
  test('says what breaks for people when it fails or is throttled', () => {
    expect(alarmOf(`${home}Errors`)).toMatchObject({ metric: 'Errors', threshold: 0 })
    expect(alarmOf(`${home}Throttles`)).toMatchObject({ metric: 'Throttles', threshold: 0 })
    for (const suffix of ['Errors', 'Throttles']) expect(alarmOf(`${home}${suffix}`).description).toContain(impact)
  })

  test.runIf(on.kind !== 'http')('says so for the first letter that is dead', () => {
    const alarm = alarmOf(`${home}DeadLetters`)

    expect(alarm).toMatchObject({ metric: 'ApproximateNumberOfMessagesVisible', threshold: 0 })
    expect(alarm.watched).toEqual([expect.stringMatching(new RegExp(`^Functions${home}DeadLetters`))])
    expect(alarm.description).toContain(impact)
  })

  test.runIf(on.kind === 'stream' || on.kind === 'queue')('says so when it is five minutes behind', () => {
    const alarm = alarmOf(`${home}Lag`)

    expect(alarm).toMatchObject(
      on.kind === 'stream'
        ? { metric: 'IteratorAge', threshold: 300_000 }
        : { metric: 'ApproximateAgeOfOldestMessage', threshold: 300 },
    )
    expect(alarm.description).toContain(impact)
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

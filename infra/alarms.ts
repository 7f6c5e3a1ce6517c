import { Duration } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { pascal, type Worker } from './function.ts'
import type { RapportApi } from './http-api.ts'
import type { Lane } from './triggers.ts'

export interface AlarmsProps {
  stage: string
  topic: ITopic
  api: RapportApi
  workers: readonly Worker[]
  lanes: readonly Lane[]
}

/** Events reach their consumers within seconds; after this long nobody believes the CRM any more. */
const LAG_MAX = Duration.minutes(5)

/** How long the signs of trouble are added up. */
const PERIOD = Duration.minutes(5)

/** Refused calls in five minutes that a wrong password or a stale tab does not explain. */
const DENIED_MAX = 100

/** SES reviews an account at 5 % and 0.1 %, and pauses it at twice that. https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html */
const BOUNCE_RATE_MAX = 0.04
const COMPLAINT_RATE_MAX = 0.0008

/** One alarm for each promise that can break. Its text says what that means for people, and where to look. */
export class Alarms extends Construct {
  private readonly props: AlarmsProps

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id)
    this.props = props
    for (const worker of props.workers) {
      const lane = props.lanes.find((one) => one.worker === worker)
      this.watchWorker(worker, lane)
    }
    this.watchApi()
    this.watchSender()
  }

  /** Whatever goes wrong with a worker breaks the same thing for people, so it is one alarm, and its text says where to look. */
  private watchWorker({ spec, fn }: Worker, lane: Lane | undefined): void {
    const { name, impact } = spec
    const sum = { statistic: Stats.SUM, period: PERIOD }
    const signs: [sign: string, metric: IMetric, max: number][] = [
      ['errors', fn.metricErrors(sum), 0],
      ['throttles', fn.metricThrottles(sum), 0],
      ...(lane ? signsOf(lane) : []),
    ]
    const trouble = new MathExpression({
      label: `Signs that ${name} is in trouble`,
      expression: signs.map(([sign, , max]) => `IF(FILL(${sign}, 0) > ${max}, 1, 0)`).join(' + '),
      usingMetrics: Object.fromEntries(signs.map(([sign, metric]) => [sign, metric])),
      period: PERIOD,
    })
    this.alarm(pascal(name), trouble, 0, `${impact} ${name}: ${lane ? LOOK_LANE : LOOK_FUNCTION}`)
  }

  private watchApi(): void {
    const { api, workers, stage } = this.props
    const impact = workers.find(({ spec }) => spec.on.kind === 'http')?.spec.impact ?? ''
    const failures = api.stage.metricServerError({ statistic: Stats.SUM })
    this.alarm(
      'ApiFailures',
      failures,
      0,
      `${impact} The API answered with 5xx: find the request id in the access log.`,
    )
    const denied = countDenied(this, api.accessLog, stage)
    this.alarm(
      'Denied',
      denied,
      DENIED_MAX,
      'Somebody tries doors: many calls were refused with 401 or 403. Look for one actor in the API log.',
    )
  }

  /** Of the whole account: SES stops the account, not the program that spoilt its name. */
  private watchSender(): void {
    const rate = (metricName: string): Metric =>
      new Metric({ namespace: 'AWS/SES', metricName, statistic: Stats.MAXIMUM, period: Duration.hours(1) })
    const impact = 'SES will stop every letter of this account, invitations and notices included.'
    this.alarm(
      'Bounces',
      rate('Reputation.BounceRate'),
      BOUNCE_RATE_MAX,
      `${impact} Too many bounces: stop sending, clean the addresses.`,
    )
    this.alarm(
      'Complaints',
      rate('Reputation.ComplaintRate'),
      COMPLAINT_RATE_MAX,
      `${impact} Too many complaints: stop sending.`,
    )
  }

  private alarm(id: string, metric: IMetric, threshold: number, alarmDescription: string): void {
    const { stage, topic } = this.props
    new Alarm(this, id, {
      alarmName: `rapport-${stage}-${id}`,
      alarmDescription,
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic))
  }
}

/** What an asynchronous worker leaves behind: letters that were given up, and work that waits. */
function signsOf({ worker: { spec, fn }, deadLetters, queue }: Lane): [sign: string, metric: IMetric, max: number][] {
  const most = { statistic: Stats.MAXIMUM, period: PERIOD }
  return [
    ['letters', deadLetters.metricApproximateNumberOfMessagesVisible(most), 0],
    ...(spec.on.kind === 'stream'
      ? [['lag', fn.metric('IteratorAge', most), LAG_MAX.toMilliseconds()] as [string, IMetric, number]]
      : []),
    ...(queue
      ? [['lag', queue.metricApproximateAgeOfOldestMessage(most), LAG_MAX.toSeconds()] as [string, IMetric, number]]
      : []),
  ]
}

const LOOK_FUNCTION = 'it fails (read its log) or is throttled (compare its reservation with its load).'
const LOOK_LANE =
  'it fails (read its log), is throttled (compare its reservation with its load), is behind by five minutes, or has given up work (find the cause, then redrive its dead letters).'

function countDenied(scope: Construct, accessLog: LogGroup, stage: string): Metric {
  const place = { metricNamespace: `Rapport/${stage}`, metricName: 'Denied' }
  new MetricFilter(scope, 'DeniedCalls', {
    logGroup: accessLog,
    filterPattern: FilterPattern.any(
      FilterPattern.stringValue('$.status', '=', '401'),
      FilterPattern.stringValue('$.status', '=', '403'),
    ),
    metricValue: '1',
    ...place,
  })
  return new Metric({
    namespace: place.metricNamespace,
    metricName: place.metricName,
    statistic: Stats.SUM,
    period: Duration.minutes(5),
  })
}

import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
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

/** Refused calls in five minutes that a wrong password or a stale tab does not explain. */
const DENIED_MAX = 100

/** SES reviews an account at 5 % and 0.1 %, and pauses it at twice that. https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html */
const BOUNCE_RATE_MAX = 0.04
const COMPLAINT_RATE_MAX = 0.0008

/** One alarm for each way a promise breaks. Its text says what that means for people, and where to look. */
export class Alarms extends Construct {
  private readonly props: AlarmsProps

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id)
    this.props = props
    for (const worker of props.workers) this.watchFunction(worker)
    for (const lane of props.lanes) this.watchLane(lane)
    this.watchApi()
    this.watchSender()
  }

  private watchFunction({ spec: { name, impact }, fn }: Worker): void {
    const sum = { statistic: Stats.SUM }
    this.alarm(`${pascal(name)}Errors`, fn.metricErrors(sum), 0, `${impact} ${name} fails: read its log.`)
    this.alarm(
      `${pascal(name)}Throttles`,
      fn.metricThrottles(sum),
      0,
      `${impact} ${name} is throttled: compare its reservation with its load.`,
    )
  }

  private watchLane({ worker: { spec, fn }, deadLetters, queue }: Lane): void {
    const home = pascal(spec.name)
    const letters = deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM })
    this.alarm(
      `${home}DeadLetters`,
      letters,
      0,
      `${spec.impact} Work of ${spec.name} was given up: find the cause, then redrive.`,
    )
    if (spec.on.kind === 'stream') {
      const age = fn.metric('IteratorAge', { statistic: Stats.MAXIMUM })
      this.alarm(`${home}Lag`, age, LAG_MAX.toMilliseconds(), `${spec.impact} ${spec.name} lags behind the stream.`)
    }
    if (queue) {
      const age = queue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM })
      this.alarm(`${home}Lag`, age, LAG_MAX.toSeconds(), `${spec.impact} ${spec.name} lags behind its queue.`)
    }
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

import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Metric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type { Worker } from './function.ts'
import type { RapportApi } from './http-api.ts'
import type { Lane } from './triggers.ts'

export interface DashboardProps {
  stage: string
  api: RapportApi
  workers: readonly Worker[]
  lanes: readonly Lane[]
  tableName: string
}

/** One page to look at when an alarm rings: what comes in, what is late, what failed. */
export function createDashboard(
  scope: Construct,
  { stage, api, workers, lanes, tableName }: DashboardProps,
): Dashboard {
  const sum = { statistic: Stats.SUM }
  const rows: IWidget[][] = [
    [
      new TextWidget({
        width: 24,
        height: 2,
        markdown: `# Rapport ${stage}\nAlarms say what breaks for whom; infra/README.md says what to do.`,
      }),
    ],
    [
      graph('Calls', [api.stage.metricCount(sum), api.stage.metricClientError(sum), api.stage.metricServerError(sum)]),
      graph(
        'Time to answer',
        ['p50', 'p99'].map((statistic) => api.stage.metricLatency({ statistic })),
      ),
      graph(
        'Table units',
        ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map((name) => unitsOf(tableName, name)),
      ),
    ],
    [
      graph(
        'Failures',
        workers.map(({ fn }) => fn.metricErrors(sum)),
      ),
      graph(
        'Throttles',
        workers.map(({ fn }) => fn.metricThrottles(sum)),
      ),
      graph(
        'Time to run, p99',
        workers.map(({ fn }) => fn.metricDuration({ statistic: 'p99' })),
      ),
    ],
    [
      graph(
        'Given up',
        lanes.map(({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible()),
      ),
      graph(
        'Lag of streams',
        lanes
          .filter(({ queue }) => !queue)
          .map(({ worker }) => worker.fn.metric('IteratorAge', { statistic: Stats.MAXIMUM })),
      ),
      graph(
        'Lag of queues',
        lanes.flatMap(({ queue }) => (queue ? [queue.metricApproximateAgeOfOldestMessage()] : [])),
      ),
    ],
  ]
  return new Dashboard(scope, 'Dashboard', { dashboardName: `rapport-${stage}`, widgets: rows })
}

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 8, height: 6 })

const unitsOf = (TableName: string, metricName: string): Metric =>
  new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName }, statistic: Stats.SUM })

import { tableDefinition } from '@rapport/kernel/table'
import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import type { UserPool } from 'aws-cdk-lib/aws-cognito'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import type { Config } from './config.ts'
import { createFilesBucket } from './files-bucket.ts'
import { createLogBucket, createSiteBucket } from './site-bucket.ts'
import { createUserPool, type SignIn } from './user-pool.ts'

/**
 * Requests per second the table and each index take at most. On-demand tables have no ceiling of their own: a loop in a
 * program that calls the API would be billed without end. 1,000 writes a second for an hour are about 2 USD.
 */
const READ_UNITS_MAX = 4_000
const WRITE_UNITS_MAX = 4_000

/** Point-in-time recovery reaches at most this far back. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html */
const RECOVERY_DAYS = 35

const SITE_BUCKET_OUTPUT = 'SiteBucketName'
const FILES_BUCKET_OUTPUT = 'FilesBucketName'

/** Longer than a year, so that a yearly review still finds the events of the last one. */
const ARCHIVE_DAYS = 400

/** What must survive: the table, its key, the bus with its archive, the people, the buckets. */
export class DataStack extends Stack {
  readonly table: Table
  readonly tableKey: Key
  readonly bus: EventBus
  readonly userPool: UserPool
  readonly signIn: SignIn

  constructor(scope: Construct, id: string, config: Config, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true })
    this.tableKey = new Key(this, 'TableKey', {
      alias: `rapport-${config.stage}-table`,
      description: 'Everything the CRM knows: its table, streams and backups.',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
      pendingWindow: Duration.days(30),
    })
    this.table = createTable(this, this.tableKey)
    this.bus = createBus(this, config.stage)
    this.signIn = createUserPool(this, config)
    this.userPool = this.signIn.pool
    const logs = createLogBucket(this)
    new CfnOutput(this, SITE_BUCKET_OUTPUT, { value: createSiteBucket(this, logs).bucketName })
    new CfnOutput(this, FILES_BUCKET_OUTPUT, { value: createFilesBucket(this, logs, config).bucketName })
    // What operators' commands ask for.
    new CfnOutput(this, 'TableName', { value: this.table.tableName })
    new CfnOutput(this, 'TableKeyArn', { value: this.tableKey.keyArn })
    new CfnOutput(this, 'BusName', { value: this.bus.eventBusName })
  }

  /**
   * The bucket by name, read from the output by hand: what the library's uploader may do is accepted by its exact text, and an
   * automatic reference only gets its text when the templates are written.
   */
  get siteBucketName(): string {
    return Fn.getStackOutput(this.stackName, SITE_BUCKET_OUTPUT)
  }

  /** Likewise: what functions may do below the name is accepted by its exact text. */
  get filesBucketName(): string {
    return Fn.getStackOutput(this.stackName, FILES_BUCKET_OUTPUT)
  }
}

/**
 * `Table`, not `TableV2`: the newer construct refuses a key of our own unless the region is known, and a template must be made
 * without an account. A restored table is also of this type, so it can be imported in its place.
 */
function createTable(scope: Construct, key: Key): Table {
  const caps = { maxReadRequestUnits: READ_UNITS_MAX, maxWriteRequestUnits: WRITE_UNITS_MAX }
  const table = new Table(scope, 'Table', {
    partitionKey: text(tableDefinition.partitionKey),
    sortKey: text(tableDefinition.sortKey),
    timeToLiveAttribute: tableDefinition.timeToLive,
    billingMode: BillingMode.PAY_PER_REQUEST,
    ...caps,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    // Consumers read inserted event rows only, and an insert has no old image. Old images would double what is stored.
    stream: StreamViewType.NEW_IMAGE,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: RECOVERY_DAYS },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  for (const index of tableDefinition.indexes) {
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: text(index.partitionKey),
      sortKey: text(index.sortKey),
      projectionType: ProjectionType[index.projection],
      ...caps,
    })
  }
  return table
}

const text = (name: string) => ({ name, type: AttributeType.STRING })

function createBus(scope: Construct, stage: string): EventBus {
  const bus = new EventBus(scope, 'Bus', {
    eventBusName: `rapport-${stage}`,
    description: 'What happened in the CRM, one event for each change.',
  })
  bus.applyRemovalPolicy(RemovalPolicy.RETAIN)
  bus
    .archive('Archive', {
      archiveName: `rapport-${stage}`,
      description: 'Evidence that no function of the CRM can change, and the source of replays.',
      eventPattern: { account: [Stack.of(scope).account] },
      retention: Duration.days(ARCHIVE_DAYS),
    })
    .applyRemovalPolicy(RemovalPolicy.RETAIN)
  return bus
}

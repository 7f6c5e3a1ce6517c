import type { Env } from '@rapport/lambda/deps'
import type { FunctionSpec, Trigger } from '@rapport/lambda/manifest'
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type GrantTargets, statementsOf } from './grants.ts'
import { accept, acceptWildcards } from './nag.ts'

export interface Worker {
  spec: FunctionSpec
  /** As the function is called on AWS; its queues begin with it. */
  name: string
  fn: LambdaFunction
  role: Role
}

export interface FunctionContext {
  stage: string
  /** The bundle of a function. Injected, so that a test of the stacks bundles nothing. */
  codeOf(spec: FunctionSpec): Code
  environment: Readonly<Record<keyof Env, string>>
  targets: GrantTargets
  logKey: IKey
  reservesConcurrency: boolean
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const DESCRIPTION_MAX = 256

/** Long enough for a quarterly review, and within what a privacy notice can promise. */
export const LOG_RETENTION = RetentionDays.THREE_MONTHS

/** One Lambda function of the manifest, with a role and a log of its own. What calls it is attached in `triggers.ts`. */
export function createFunction(scope: Construct, spec: FunctionSpec, context: FunctionContext): Worker {
  const home = new Construct(scope, pascal(spec.name))
  const name = nameOf(context.stage, spec)
  const logGroup = new LogGroup(home, 'Log', {
    logGroupName: `/rapport/${context.stage}/${spec.name}`,
    retention: LOG_RETENTION,
    encryptionKey: context.logKey,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const role = new Role(home, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `Runs ${spec.name} of Rapport ${context.stage}: ${spec.grants.join(', ')}`,
  })
  logGroup.grantWrite(role)
  const fn = new LambdaFunction(home, 'Function', {
    functionName: name,
    description: spec.impact.slice(0, DESCRIPTION_MAX),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: `${spec.entry}.handler`,
    code: context.codeOf(spec),
    memorySize: spec.memoryMb,
    timeout: Duration.seconds(spec.timeoutS),
    environment: { ...context.environment },
    tracing: Tracing.ACTIVE,
    loggingFormat: LoggingFormat.JSON,
    logGroup,
    role,
    ...(context.reservesConcurrency && reservation(spec)),
  })
  for (const grant of spec.grants) {
    for (const statement of statementsOf(grant, context.targets))
      role.addToPrincipalPolicy(new PolicyStatement(statement))
  }
  accept(role, {
    'AwsSolutions-IAM5[Resource::*]':
      'X-Ray takes traces for no resource in particular: PutTraceSegments and PutTelemetryRecords know only "*".',
  })
  if (spec.grants.some((grant) => /^(?:files|attachments|mail:read)/.test(grant))) {
    acceptWildcards(
      role,
      'A file stands below its area and the id of its record, which no policy can know.',
      (finding) => /^Resource::arn:[^*]*:s3:::[^*]*\/\*$/.test(finding),
    )
  }
  accept(fn, { 'Serverless-LambdaDLQ': DLQ_REASONS[spec.on.kind] })
  return { spec, name, fn, role }
}

/** As the function is called on AWS. */
export const nameOf = (stage: string, { name }: FunctionSpec): string => `rapport-${stage}-${name}`

const DLQ_REASONS: Record<Trigger['kind'], string> = {
  http: 'Called and answered at once: a failure is an answer, and nothing is lost.',
  stream: 'The stream waits for it; what is given up goes to the failure queue of the mapping.',
  schedule: 'It has a failure destination, which tells more than a dead letter queue.',
  queue: 'The queue keeps what fails and hands it to its own dead letters.',
}

/**
 * How many copies of an asynchronous function may run. A sweep that overlaps itself only fights over versions; a queue's worker
 * keeps to what it declared. The API shares what is left, and streams are bounded by their shards.
 */
function reservation({ on }: FunctionSpec): { reservedConcurrentExecutions: number } | undefined {
  if (on.kind === 'schedule') return { reservedConcurrentExecutions: 1 }
  if (on.kind === 'queue') return { reservedConcurrentExecutions: on.concurrencyMax }
  return undefined
}

/** `publish-events` → `PublishEvents`, the form of logical ids. Renaming a function replaces its resources. */
export const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase())

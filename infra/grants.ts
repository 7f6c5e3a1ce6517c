import { tableDefinition } from '@rapport/kernel/table'
import type { Grant } from '@rapport/lambda/manifest'
import type { PolicyStatementProps } from 'aws-cdk-lib/aws-iam'

/** The resources that grants open, as ARNs. */
export interface GrantTargets {
  tableArn: string
  tableKeyArn: string
  filesArn: string
  busArn: string
  userPoolArn: string
  /** What may stand as sender: the address and its domain. */
  mailIdentityArns: readonly string[]
  mailConfigurationSetArn: string
  mailAddress: string
  region: string
  urlSuffix: string
}

/** `source` of every event on the bus. */
export const EVENT_SOURCE = 'rapport'

/** Areas of files that the CRM itself makes and takes. Letters and what came with them are further words. */
const WORK = ['imports', 'exports', 'quotes'] as const

/** The words of the manifest, spelled out. No `Scan`, no `*`; whoever wants more adds a word here. */
export function statementsOf(grant: Grant, targets: GrantTargets): PolicyStatementProps[] {
  return spelledOut[grant](targets)
}

const spelledOut: Record<Grant, (targets: GrantTargets) => PolicyStatementProps[]> = {
  'table:read': (targets) => [
    { actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem'], resources: [targets.tableArn] },
    {
      actions: ['dynamodb:Query'],
      resources: [targets.tableArn, ...tableDefinition.indexes.map(({ name }) => `${targets.tableArn}/index/${name}`)],
    },
    { actions: ['kms:Decrypt', 'kms:DescribeKey'], resources: [targets.tableKeyArn], conditions: viaDynamoDb(targets) },
  ],
  // Nothing is written outside a transaction, and IAM holds that: a bare PutItem, UpdateItem or DeleteItem is refused. IAM sees no sort key,
  // so it can not keep event rows from being written over; that the condition of `commit` does.
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
  'table:write': (targets) => [
    {
      actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
      resources: [targets.tableArn],
      conditions: { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } },
    },
    {
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
      ],
      resources: [targets.tableKeyArn],
      conditions: viaDynamoDb(targets),
    },
  ],
  // Listing turns the answer for a missing file from 403 into 404; keys are ids that nobody guesses from a list of ours.
  'files:read': ({ filesArn }) => [
    { actions: ['s3:GetObject'], resources: WORK.map((area) => `${filesArn}/${area}/*`) },
    { actions: ['s3:ListBucket'], resources: [filesArn] },
  ],
  'files:write': ({ filesArn }) => [
    {
      actions: ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      resources: WORK.map((area) => `${filesArn}/${area}/*`),
    },
  ],
  'mail:read': ({ filesArn }) => [{ actions: ['s3:GetObject'], resources: [`${filesArn}/mail/*`] }],
  'attachments:read': ({ filesArn }) => [{ actions: ['s3:GetObject'], resources: [`${filesArn}/attachments/*`] }],
  'attachments:write': ({ filesArn }) => [{ actions: ['s3:PutObject'], resources: [`${filesArn}/attachments/*`] }],
  'attachments:delete': ({ filesArn }) => [{ actions: ['s3:DeleteObject'], resources: [`${filesArn}/attachments/*`] }],
  'bus:publish': ({ busArn }) => [
    {
      actions: ['events:PutEvents'],
      resources: [busArn],
      // A call carries up to ten entries, so the key has several values.
      conditions: { 'ForAllValues:StringEquals': { 'events:source': [EVENT_SOURCE] } },
    },
  ],
  'mail:send': ({ mailIdentityArns, mailConfigurationSetArn, mailAddress }) => [
    {
      actions: ['ses:SendRawEmail'],
      resources: [...mailIdentityArns, mailConfigurationSetArn],
      conditions: { StringEquals: { 'ses:FromAddress': mailAddress } },
    },
  ],
  'users:invite': ({ userPoolArn }) => [
    { actions: ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminGetUser'], resources: [userPoolArn] },
  ],
  'users:manage': ({ userPoolArn }) => [
    {
      actions: [
        'cognito-idp:AdminUpdateUserAttributes',
        'cognito-idp:AdminEnableUser',
        'cognito-idp:AdminDisableUser',
        'cognito-idp:AdminDeleteUser',
      ],
      resources: [userPoolArn],
    },
  ],
  'users:sign-out': ({ userPoolArn }) => [
    { actions: ['cognito-idp:AdminUserGlobalSignOut'], resources: [userPoolArn] },
  ],
}

/** The key opens through DynamoDB only, not for anyone who holds a ciphertext. */
export const viaDynamoDb = ({ region, urlSuffix }: { region: string; urlSuffix: string }) => ({
  StringEquals: { 'kms:ViaService': `dynamodb.${region}.${urlSuffix}` },
})

import { tableDefinition } from '@rapport/kernel/table'
import { Match } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { entriesOf, present, synthesise } from './templates.ts'

const { data } = synthesise()
const table = entriesOf(data, 'AWS::DynamoDB::Table')[0]?.[1]

describe('the table', () => {
  test('has the keys and indexes of the definition that the local cloud uses', () => {
    const keys = (schema: { AttributeName: string; KeyType: string }[]) =>
      schema.map(({ AttributeName }) => AttributeName)

    expect(keys(table?.Properties.KeySchema)).toEqual([tableDefinition.partitionKey, tableDefinition.sortKey])
    expect(
      table?.Properties.GlobalSecondaryIndexes.map(
        (index: { IndexName: string; KeySchema: never; Projection: object }) => ({
          name: index.IndexName,
          keys: keys(index.KeySchema),
          projection: index.Projection,
        }),
      ),
    ).toEqual(
      tableDefinition.indexes.map(({ name, partitionKey, sortKey, projection }) => ({
        name,
        keys: [partitionKey, sortKey],
        projection: { ProjectionType: projection },
      })),
    )
  })

  test('can be brought back to any second of the last 35 days', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    })
  })

  test('survives a deleted stack, a replaced resource and a careless hand', () => {
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    })
  })

  test('is encrypted with a key of its own that rotates and survives too', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
    })
    data.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } })
  })

  test('forgets expired items', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: tableDefinition.timeToLive, Enabled: true },
    })
  })

  test('streams what was written and not what was there before', () => {
    data.hasResourceProperties('AWS::DynamoDB::Table', { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } })
  })

  test('is billed by request, up to a ceiling, its indexes too', () => {
    const ceiling = { MaxReadRequestUnits: 4_000, MaxWriteRequestUnits: 4_000 }

    expect(table?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      OnDemandThroughput: ceiling,
      GlobalSecondaryIndexes: tableDefinition.indexes.map(() => ({ OnDemandThroughput: ceiling })),
    })
  })
})

describe('the bus', () => {
  test('keeps every event for more than a year', () => {
    data.hasResource('AWS::Events::Archive', {
      DeletionPolicy: 'Retain',
      Properties: { RetentionDays: 400, EventPattern: { account: [{ Ref: 'AWS::AccountId' }] } },
    })
  })
})

describe('the people', () => {
  test('are invited, never signed up, and prove themselves twice', () => {
    data.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        DeletionProtection: 'ACTIVE',
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        UsernameAttributes: ['email'],
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        UserPoolTier: 'PLUS',
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
        Policies: {
          PasswordPolicy: {
            MinimumLength: 14,
            RequireLowercase: true,
            RequireUppercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
          },
        },
      },
    })
  })

  test('get their invitation from the chosen sender, or from Cognito while none is chosen', () => {
    const chosen = synthesise({ env: { MAIL_FROM: 'Acme CRM <crm@acme.example>' } })

    chosen.data.hasResourceProperties('AWS::Cognito::UserPool', {
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'Acme CRM <crm@acme.example>' },
    })
    data.hasResourceProperties('AWS::Cognito::UserPool', { EmailConfiguration: Match.absent() })
  })
})

describe('the buckets', () => {
  test('are closed to the public, encrypted and kept', () => {
    data.allResources('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: Match.anyValue(),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    })
  })

  test('refuse plain HTTP', () => {
    data.allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    })
  })

  test('keep the versions of the site', () => {
    data.hasResourceProperties('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } })
  })

  test('forget what was imported and exported after 30 days, and what was replaced', () => {
    const [, files] = present(entriesOf(data, 'AWS::S3::Bucket').find(([id]) => id.startsWith('Files')))

    expect(files.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' })
    expect(files.Properties.LifecycleConfiguration.Rules).toEqual([
      { Id: 'expire-imports', Prefix: 'imports/', ExpirationInDays: 30, Status: 'Enabled' },
      { Id: 'expire-exports', Prefix: 'exports/', ExpirationInDays: 30, Status: 'Enabled' },
      {
        Id: 'expire-mail',
        Prefix: 'mail/',
        ExpirationInDays: 30,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        Status: 'Enabled',
      },
      {
        Id: 'forget-what-was-replaced',
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        Status: 'Enabled',
      },
    ])
  })

  test.each([
    ['at the name that CloudFront chooses', {}, ['https://*.cloudfront.net']],
    [
      'at its own domain and at those that were named',
      {
        DOMAIN: 'crm.acme.example',
        CERTIFICATE_ARN: 'arn:aws:acm:us-east-1:123456789012:certificate/abc-1',
        CORS_ORIGINS: 'https://app.acme.example',
      },
      ['https://crm.acme.example', 'https://app.acme.example'],
    ],
  ])('take files from the console %s', (_where, env, origins) => {
    synthesise({ env }).data.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [Match.objectLike({ AllowedOrigins: origins, AllowedMethods: ['PUT', 'GET'] })],
      },
    })
  })

  test('let in distributions of this account only', () => {
    data.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: 'DistributionsOfThisAccountRead',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Condition: {
              ArnLike: {
                'aws:SourceArn': {
                  'Fn::Join': [
                    '',
                    ['arn:', { Ref: 'AWS::Partition' }, ':cloudfront::', { Ref: 'AWS::AccountId' }, ':distribution/*'],
                  ],
                },
              },
            },
          }),
        ]),
      },
    })
  })
})

test('what survives keeps its logical id: another id would be another, empty resource', () => {
  const kept = Object.entries(data.toJSON().Resources as Record<string, { Type: string; DeletionPolicy?: string }>)
    .filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
    .map(([id, { Type }]) => `${Type} ${id}`)
    .sort()

  expect(kept).toEqual([
    'AWS::Cognito::UserPool Users0A0EEA89',
    'AWS::Cognito::UserPoolDomain UsersSignIn9CB6F01C',
    'AWS::DynamoDB::Table TableCD117FA1',
    'AWS::Events::Archive BusArchiveD76499E2',
    'AWS::Events::EventBus BusEA82B648',
    'AWS::KMS::Key TableKeyF581D96F',
    'AWS::S3::Bucket Files8E6940B8',
    'AWS::S3::Bucket SiteE53D7754',
    'AWS::S3::Bucket SiteLogsC1CEC47D',
  ])
})

test('the data stack cannot be deleted by a slip', () => {
  let isProtected: boolean | undefined
  synthesise({ change: ({ data: stack }) => (isProtected = stack.terminationProtection) })

  expect(isProtected).toBe(true)
})

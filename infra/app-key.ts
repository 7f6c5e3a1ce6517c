import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'

/**
 * One key for what the app stack stores in passing: logs, and notices in flight. CloudWatch, SES and Budgets may only publish to
 * an encrypted topic when its key lets them.
 */
export function createAppKey(scope: Construct, stage: string): Key {
  const { account, region, partition, urlSuffix } = Stack.of(scope)
  const key = new Key(scope, 'Key', {
    alias: `rapport-${stage}-app`,
    description: 'Logs and notices of the CRM.',
    enableKeyRotation: true,
    // Logs outlive the stack by their retention; the key can be called back for as long as KMS allows.
    removalPolicy: RemovalPolicy.DESTROY,
    pendingWindow: Duration.days(30),
  })
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'LogsOfThisStage',
      principals: [new ServicePrincipal(`logs.${region}.${urlSuffix}`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:/rapport/${stage}/*`,
        },
      },
    }),
  )
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'PublishersOfThisAccount',
      principals: ['cloudwatch', 'ses', 'budgets'].map((service) => new ServicePrincipal(`${service}.amazonaws.com`)),
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  )
  return key
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stack } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { describe, expect, test } from 'vitest'
import { synthesise } from './templates.ts'

const FULL = {
  CDK_DEFAULT_ACCOUNT: '123456789012',
  CDK_DEFAULT_REGION: 'eu-west-1',
  MAIL_FROM: 'Acme CRM <crm@acme.example>',
  ALARM_EMAIL: 'ops@acme.example',
  DOMAIN: 'crm.acme.example',
  CERTIFICATE_ARN: 'arn:aws:acm:us-east-1:123456789012:certificate/abc-1',
  CORS_ORIGINS: 'https://app.acme.example',
  RESTORED_TABLE: 'rapport-restored',
  RESTORED_STREAM_LABEL: '2026-11-22T00:00:00.000',
}

describe('the rules of cdk-nag', () => {
  test('and the schemas of CloudFormation find nothing that nobody has accepted, with as few settings as possible and with all of them', () => {
    expect(() => synthesise({ checksSchemas: true })).not.toThrow()
    expect(() => synthesise({ env: FULL, checksSchemas: true })).not.toThrow()
  })

  test('fail the templates as soon as there is a finding', () => {
    expect(() =>
      synthesise({ change: ({ application }) => void new Queue(new Stack(application, 'Extra'), 'Open') }),
    ).toThrow(/AwsSolutions-SQS4/)
  })
})

test('whatever was accepted has a reason and a month in which it is asked again', () => {
  const infra = join(import.meta.dirname, '../../infra')
  const acknowledging = readdirSync(infra)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => readFileSync(join(infra, file), 'utf8').includes('.acknowledge('))

  expect(acknowledging).toEqual(['nag.ts'])
  expect(readFileSync(join(infra, 'nag.ts'), 'utf8')).toMatch(/reason: `\$\{reason\} Ask again in \d{4}-\d{2}\.`/)
})

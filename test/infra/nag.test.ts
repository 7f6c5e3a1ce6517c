import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stack } from 'aws-cdk-lib'
import { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs'
import { describe, expect, test } from 'vitest'
import type { Stacks } from '../../infra/app.ts'
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

/** A queue that anybody may reach, in a stack of its own. */
const openQueue = ({ application }: Stacks): Queue => new Queue(new Stack(application, 'Extra'), 'Open')

/** What CloudFormation would refuse an hour later: seconds in words. */
function wordsForSeconds({ application }: Stacks): void {
  const queue = application.node.findAll().find((node) => node instanceof CfnQueue)
  queue?.addPropertyOverride('VisibilityTimeout', 'long')
}

describe('the templates', () => {
  test.each([
    ['no settings', {}],
    ['all of them', FULL],
  ])('have no finding that nobody has accepted, and fit the schemas of CloudFormation, with %s', (_settings, env) => {
    expect(() => synthesise({ env, checksSchemas: true })).not.toThrow()
  })

  test('are not written as soon as there is a finding', () => {
    expect(() => synthesise({ change: openQueue })).toThrow(/AwsSolutions-SQS4/)
  })

  test('are not written when CloudFormation would refuse them', () => {
    expect(() => synthesise({ change: wordsForSeconds, checksSchemas: true })).toThrow(/is not of type 'integer'/)
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

import { describe, expect, test } from 'vitest'
import { readConfig } from '../../infra/config.ts'

describe('the settings of a deployment', () => {
  test('need none to make templates', () => {
    expect(readConfig({})).toMatchObject({
      stage: 'dev',
      isMailConfigured: false,
      corsOrigins: [],
      reservesConcurrency: true,
    })
  })

  test('treat an empty variable as none', () => {
    expect(readConfig({ STAGE: '', ALARM_EMAIL: '', DOMAIN: '' })).toEqual(readConfig({}))
  })

  test.each([
    ['Rapport <crm@acme.example>', 'crm@acme.example', 'acme.example'],
    ['crm@acme.example', 'crm@acme.example', 'acme.example'],
  ])('take the sender %s apart', (MAIL_FROM, mailAddress, mailDomain) => {
    expect(readConfig({ MAIL_FROM })).toMatchObject({
      mailFrom: MAIL_FROM,
      mailAddress,
      mailDomain,
      isMailConfigured: true,
    })
  })

  test.each([
    ['STAGE', 'Prod'],
    ['STAGE', 'pre-prod'],
    ['STAGE', 'aws1'],
    ['MAIL_FROM', 'Rapport'],
    ['MAIL_FROM', 'A <a@b.example>\r\nBcc: c@d.example'],
    ['ALARM_EMAIL', 'ops'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://a.example/path'],
    ['BUDGET_USD', 'much'],
    ['INDEX_SHARDS', '0'],
    ['DOMAIN', 'crm.acme.example'],
    ['CERTIFICATE_ARN', 'arn:aws:acm:eu-west-1:123456789012:certificate/abc'],
    ['RESTORED_TABLE', 'rapport-restored'],
  ])('refuse %s=%j', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow()
  })
})

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { productionDeps } from '@rapport/lambda/production'
import { expect, test } from 'vitest'

const env = {
  STAGE: 'test',
  TABLE_NAME: 'rapport',
  BUS_NAME: 'rapport',
  FILES_BUCKET: 'rapport-files',
  MAIL_FROM: 'crm@example.com',
  MAIL_INBOUND: '',
  SES_CONFIGURATION_SET: 'rapport',
  USER_POOL_ID: 'eu-west-1_Abc123',
  USER_POOL_CLIENT_ID: 'client',
  PUBLIC_URL: 'https://crm.example.com',
  CORS_ORIGINS: '',
  RIGHTS_TTL_MS: '5000',
  INDEX_SHARDS: '1',
  RATE_PER_S: '50',
}

test('a good environment is taken as it is', () => {
  expect(productionDeps(env).env).toEqual(env)
})

test.each([
  ['TABLE_NAME', undefined],
  ['USER_POOL_ID', 'pool'],
  ['PUBLIC_URL', 'https://crm.example.com/'],
  ['PUBLIC_URL', 'crm'],
  ['RIGHTS_TTL_MS', '60001'],
  ['RIGHTS_TTL_MS', '5s'],
  ['INDEX_SHARDS', '0'],
  ['RATE_PER_S', '-1'],
])('%s = %j is refused by name', (name, value) => {
  expect(() => productionDeps({ ...env, [name]: value })).toThrow(name)
})

test('every problem is named at once, and no value', () => {
  const broken = () => productionDeps({ ...env, TABLE_NAME: undefined, INDEX_SHARDS: 'canary' })

  expect(broken).toThrow(/TABLE_NAME[\s\S]*INDEX_SHARDS/)
  expect(broken).not.toThrow('canary')
})

test('overrides stand in for what they name', () => {
  const clock = () => new Date(0)

  expect(productionDeps(env, { clock }).clock).toBe(clock)
})

test('making the dependencies loads no client but the one of the table', async () => {
  const script = `
    const { productionDeps } = await import(${JSON.stringify(import.meta.resolve('@rapport/lambda/production'))})
    const { createRequire } = await import('node:module')
    productionDeps(${JSON.stringify(env)})
    console.log(Object.keys(createRequire(import.meta.filename ?? '/').cache).join('\\n'))`

  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const loaded = await text(child.stdout)

  expect(loaded).toContain('client-dynamodb')
  expect(loaded).not.toMatch(/client-(ses|eventbridge|cognito)/)
})

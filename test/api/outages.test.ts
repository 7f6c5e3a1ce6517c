import { CrmError } from '@rapport/kernel/errors'
import type { Table } from '@rapport/kernel/table'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import { tokenVerifier } from '@rapport/lambda/tokens'
import { localAws } from '@rapport/local/credentials'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { quiet } from '../support/sound.ts'
import { CLIENT, createMint, type Mint, POOL } from '../support/tokens.ts'

/** Told what is read from the table; throws in its place while something is out. */
let outage: (asked: unknown) => void = () => {}
let api: Api
let mint: Mint
beforeAll(async () => {
  const guarded = (table: Table): Table => ({
    ...table,
    async get(key) {
      outage(key)
      return table.get(key)
    },
    async batchGet(keys) {
      outage(keys)
      return table.batchGet(keys)
    },
  })
  api = quiet(await startApi({ wrap: guarded }))
  mint = await createMint(() => api.now.at)
})
afterEach(() => {
  outage = () => {}
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

describe('keys of the user pool that cannot be had', () => {
  const withKeys = async (answer: () => Promise<ArrayBuffer>) => {
    const { verifyToken } = api.deps
    api.deps.verifyToken = tokenVerifier({ userPoolId: POOL, userPoolClientId: CLIENT, fetcher: { fetch: answer } })
    const reply = await api.call('GET', '/v1/me', { as: `Bearer ${await mint.token('sub-rep')}` })
    api.deps.verifyToken = verifyToken
    return [reply.status, reply.body.code]
  }
  const bytes = (value: unknown): ArrayBuffer => new Uint8Array(Buffer.from(JSON.stringify(value))).buffer

  test('say nothing about who asks: try again, and keep the token', async () => {
    const { FetchError } = await import('aws-jwt-verify/error')

    expect(await withKeys(() => Promise.reject(new FetchError('https://keys', 'Response time-out')))).toEqual([
      503,
      'sign_in.unavailable',
    ])
    expect(await withKeys(async () => bytes({ message: 'Service Unavailable' }))).toEqual([503, 'sign_in.unavailable'])
  })

  test('that are there and know no such key refuse the token', async () => {
    const other = { kty: 'RSA', kid: 'other', use: 'sig', alg: 'RS256', n: 'AQAB', e: 'AQAB' }

    expect(await withKeys(async () => bytes({ keys: [other] }))).toEqual([401, 'credentials.invalid'])
  })
})

describe('a table that does not answer', () => {
  test.each([
    ['takes no connection', 'http://127.0.0.1:1'],
    ['is not to be found', 'http://nowhere.invalid'],
  ])('because it %s is "try again", not a bug', async (_, endpoint) => {
    const table = dynamoTable({ tableName: 'none', endpoint, ...localAws })

    await expect(table.get({ pk: 'a', sk: 'b' })).rejects.toMatchObject({ kind: 'unavailable', code: 'table.busy' })
    table.destroy()
  })

  test('shows in the health of the CRM', async () => {
    const well = await api.call('GET', '/health')
    outage = () => {
      throw new CrmError('unavailable', 'table.busy', 'The database does not answer.')
    }

    expect([well.status, well.body]).toEqual([200, { status: 'ok', stage: 'test', version: '1.0.0' }])
    expect((await api.call('GET', '/health')).status).toBe(503)
  })

  test('leaves no shorter tree behind: the whole answer is "try again"', async () => {
    const made = async (name: string, parentId?: string) =>
      String((await api.call('POST', '/v1/accounts', { as: 'rep', body: { name, parentId } })).body.id)
    const top = await made('Top')
    const below = await made('Below', top)
    const hierarchy = () =>
      api.call<{ rootId?: string; code?: string }>('GET', `/v1/accounts/${below}/hierarchy`, { as: 'rep' })
    expect((await hierarchy()).body.rootId).toBe(top)
    outage = (asked) => {
      if (JSON.stringify(asked).includes(`"${top}"`)) throw Object.assign(new Error('Gone.'), { name: 'TimeoutError' })
    }

    expect((await hierarchy()).status).toBeGreaterThanOrEqual(500)
  })
})

import { Users } from '@rapport/core/users/service'
import type { Table } from '@rapport/kernel/table'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'

/** Entries of a page, as when users were large: DynamoDB ends one at a megabyte whatever was asked for. */
let pageSize = 1_000
let api: Api
beforeAll(async () => {
  const small = (table: Table): Table => ({
    ...table,
    query: (query) => table.query({ ...query, Limit: Math.min(query.Limit ?? pageSize, pageSize) }),
  })
  api = await startApi({ wrap: small })
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

const account = async (parentId?: string, as = 'admin') =>
  api.call('POST', '/v1/accounts', { as, body: { name: 'Tree', ...(parentId ? { parentId } : {}) } })

/** A path of accounts, each below the one before; the top comes first. */
async function chain(length: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < length) ids.push(String((await account(ids.at(-1))).body.id))
  return ids
}

describe('a tree of accounts', () => {
  test('is as deep as twenty above the one that is put below them, with whatever it brings', async () => {
    const deep = await chain(21)
    const [small, under] = await chain(2)

    const moved = await api.call('PATCH', `/v1/accounts/${small}`, { as: 'admin', body: { parentId: deep[19] } })
    const tooDeep = await account(deep[20])
    const belowMoved = await account(under)

    expect([moved.status, tooDeep.status, belowMoved.status]).toEqual([200, 422, 422])
    expect(tooDeep.body.code).toBe('account.too_deep')
  })

  test('has no circle', async () => {
    const [top, , bottom] = await chain(3)

    const closed = await api.call('PATCH', `/v1/accounts/${top}`, { as: 'admin', body: { parentId: bottom } })

    expect([closed.status, closed.body.code]).toEqual([422, 'account.cyclic'])
  })
})

test('a manager reaches the last of many reports, in however many pages they come', async () => {
  const ctx = systemCtx(api.runtime, 'test', 'req-test')
  const managerId = api.people.manager?.id
  const own: string[] = []
  for (let count = 0; count < 7; count++) {
    const { id } = await Users.create(ctx, {
      name: 'Report',
      email: `report-${count}@rapport.test`,
      roles: ['rep'],
      timeZone: 'UTC',
      status: 'active',
      subject: `sub-of-${count}`,
      managerId,
    })
    own.push(id)
  }
  const last = own.at(-1)
  const made = await api.call('POST', '/v1/accounts', {
    as: 'admin',
    body: { name: 'Of the last report', ownerId: last, visibility: 'owner' },
  })
  pageSize = 3

  const read = await api.call('GET', `/v1/accounts/${made.body.id}`, { as: 'manager' })

  expect([made.status, read.status]).toEqual([201, 200])
})

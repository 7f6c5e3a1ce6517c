import { DAY_MS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { type Body, basePath, type Made, patchOf } from '../support/fixtures.ts'
import {
  bodyOfSetting,
  bodyToCreate,
  buildWorld,
  type Caller,
  type Cell,
  callerNamed,
  isDeleted,
  place,
  readMatrix,
  type World,
} from '../support/matrix.ts'

const cells = readMatrix()
const kinds = [...new Set(cells.map((cell) => cell.kind))]

let furnished: World
beforeAll(async () => {
  furnished = await buildWorld(await startApi())
})
afterAll(async () => {
  await furnished.api.stop()
  await stopEngine()
})

let api: Api
let world: World

test('no cell is said twice', () => {
  const names = cells.map(nameOf)

  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

describe.each(kinds)('%s', (kind) => {
  beforeAll(async () => {
    api = await startApi({ like: furnished.api })
    world = { ...furnished, api }
    return () => api.stop()
  })
  const own = cells.filter((cell) => cell.kind === kind)
  const placed = new Map<string, Promise<Made | undefined>>()
  const listed = new Map<string, Promise<Set<string> | number>>()

  test(`is refused as written, and nothing is changed (${own.filter(isDenied).length} cells)`, {
    timeout: 120_000,
  }, async () => {
    const denied = own.filter(isDenied)
    await eachOf(denied, (cell) => shared(cell))
    const before = await api.fingerprint()

    const wrong = await eachOf(denied, async (cell) => difference(cell, await shared(cell)))

    expect(wrong.filter(Boolean)).toEqual([])
    expect(await api.fingerprint(), 'the table has changed').toBe(before)
  })

  test(`is allowed as written (${own.filter((cell) => !isDenied(cell)).length} cells)`, {
    timeout: 120_000,
  }, async () => {
    const wrong = await eachOf(
      own.filter((cell) => !isDenied(cell)),
      async (cell) => difference(cell, changes(cell) ? await find(cell) : await shared(cell)),
    )

    expect(wrong.filter(Boolean)).toEqual([])
  })

  /** Records that nobody changes serve all cells of the same relation. */
  const shared = async (cell: Cell): Promise<Made | undefined> => {
    if (cell.action === 'create') return undefined
    const isSameForAll = /^(mate|other|everyone|sharedTeam|any)/.test(cell.relation)
    const name = `${cell.relation} ${isSameForAll ? '' : callerNamed(world, cell.caller).userId} ${isDeleted(cell.action)}`
    const known = placed.get(name) ?? find(cell)
    placed.set(name, known)
    return known
  }

  async function difference(cell: Cell, record: Made | undefined): Promise<string | undefined> {
    const caller = callerNamed(world, cell.caller)
    const seen = /^list/.test(cell.action)
      ? await standing(cell, caller, record)
      : outcomeOf(cell, await attempt(cell, caller, record))
    return seen === cell.expected ? undefined : `${nameOf(cell)}: ${cell.expected} is written, ${seen} is what happens`
  }

  /** Whether a record stands in the caller's list, which is read once. */
  async function standing(cell: Cell, caller: Caller, record: Made | undefined): Promise<string> {
    const name = `${cell.action} ${cell.caller}`
    const known = listed.get(name) ?? idsListed(cell, caller)
    listed.set(name, known)
    const ids = await known
    if (typeof ids === 'number') return String(ids)
    if (ids.has(record?.id ?? '')) return 'ok'
    // The list may have been read before the record was made.
    const fresh = await idsListed(cell, caller)
    return typeof fresh === 'number' ? String(fresh) : fresh.has(record?.id ?? '') ? 'ok' : '404'
  }
})

test('P19: every cell of the matrix has been tried', () => {
  process.stdout.write(`matrix: ${cells.length} cells, ${cells.filter(isDenied).length} of them refusals\n`)
  expect(cells.length).toBeGreaterThan(4_000)
})

function nameOf({ kind, action, relation, caller }: Cell): string {
  return `${action} ${kind} ${relation} as ${caller}`
}

function isDenied({ expected }: Cell): boolean {
  return expected !== 'ok'
}

const changes = ({ action }: Cell): boolean => action !== 'read' && !/^list/.test(action)

const successes: Record<string, number> = { cancel: 202, create: 201, correct: 201, rotate: 201, delete: 204 }

function outcomeOf({ kind, action }: Cell, reply: Reply): string {
  const wanted = kind === 'handover' || (kind === 'export' && action === 'create') ? 202 : (successes[action] ?? 200)
  const results = reply.body?.results as { status: number }[] | undefined
  const status = results ? Number(results[0]?.status) : reply.status
  return status === wanted ? 'ok' : String(status)
}

/** The record a cell is about: a new one, the caller itself, or none. */
async function find(cell: Cell): Promise<Made | undefined> {
  const { reportId, userId } = callerNamed(world, cell.caller)
  if (cell.relation === 'self') return { id: userId, version: 1 }
  if (cell.action === 'create' || ['event', 'access', 'analytics', 'search', 'me', 'organisation'].includes(cell.kind))
    return undefined
  if (cell.kind === 'user' && cell.relation === 'report' && !changes(cell)) return { id: reportId, version: 1 }
  return place(world, cell)
}

function attempt(cell: Cell, caller: Caller, record: Made | undefined): Promise<Reply> {
  const { kind, action, relation } = cell
  if (kind === 'handover') return handOver(cell, caller)
  if (action === 'create') return create(kind, relation, caller)
  const special: Record<string, string> = {
    event: '/v1/events',
    access: `/v1/access/explain?user=${world.mateId}&record=${world.seenId}`,
    analytics: '/v1/analytics/service?from=2026-11-01&to=2026-11-30',
    search: '/v1/search?q=seen',
    me: '/v1/me',
    organisation: '/v1/organisation',
  }
  const [path = '', rawQuery = ''] = (special[kind] ?? `${basePath(kind)}/${record?.id}`).split('?')
  const request = requests[action]?.(kind, caller, record)
  if (!request) throw new Error(`Nobody has said how to ${action}.`)
  const { method, body, rest = '' } = request
  const to = rest === '/batch' ? `${basePath(kind)}/batch` : `${path}${rest}`
  return api.call(method, to, { as: caller.as, ...(body ? { body } : {}), ...(rawQuery ? { rawQuery } : {}) })
}

interface Request {
  method: string
  body?: Body
  rest?: string
}

const patch = (body: Body): Request => ({ method: 'PATCH', body })
const visibilityOf = (record: Made | undefined): string => (record?.visibility === 'everyone' ? 'owner' : 'everyone')

const requests: Record<string, (kind: string, caller: Caller, record: Made | undefined) => Request> = {
  read: () => ({ method: 'GET' }),
  update: (kind) =>
    patch(
      kind === 'organisation'
        ? { quoteValidDays: (++count % 300) + 1 }
        : kind === 'me' || kind === 'user'
          ? { title: `Seller ${++count}` }
          : patchOf({ id: '', kind }).first,
    ),
  batch: (kind, _caller, record) => ({
    method: 'POST',
    rest: '/batch',
    body: { operations: [{ op: 'update', id: record?.id, body: patchOf({ id: '', kind }).first }] },
  }),
  delete: () => ({ method: 'DELETE' }),
  restore: () => ({ method: 'POST', rest: '/restore' }),
  share: () => ({ method: 'PUT', rest: '/shares', body: { shares: [{ to: world.colleagueId, access: 'read' }] } }),
  assignToMate: () => patch({ ownerId: world.colleagueId }),
  assignToReport: (_kind, caller) => patch({ ownerId: caller.reportId }),
  assignToOther: () => patch({ ownerId: world.otherId }),
  moveToOtherTeam: () => patch({ teamId: world.teamB }),
  take: (_kind, caller) => patch({ ownerId: caller.userId }),
  setVisibility: (_kind, _caller, record) => patch({ visibility: visibilityOf(record) }),
  resolve: () => ({ method: 'POST', rest: '/resolve', body: { code: 'solved' } }),
  cancel: () => ({ method: 'POST', rest: '/cancel' }),
  cancelExport: () => ({ method: 'POST', rest: '/cancel' }),
  correct: () => ({ method: 'POST', rest: '/correct', body: { summary: 'Corrected.' } }),
  rotate: () => ({ method: 'POST', rest: '/rotate' }),
  updateRoles: () => patch({ roles: ['admin'] }),
  updateTeams: () => patch({ teamIds: [world.teamA, world.teamB] }),
  updateManager: () => patch({ managerId: world.colleagueId }),
  disable: () => patch({ status: 'disabled' }),
}

let count = 0

async function create(kind: string, relation: string, caller: Caller): Promise<Reply> {
  const owned = [
    'account',
    'contact',
    'lead',
    'note',
    'interaction',
    'case',
    'task',
    'opportunity',
    'importPreset',
    'quote',
    'order',
  ]
  const isOwned = owned.includes(kind)
  const body = isOwned
    ? await bodyToCreate(world, kind, relation, caller)
    : { ...(await bodyOfSetting(api, kind)), ...(kind === 'apiKey' ? { roles: undefined } : {}) }
  return api.call('POST', basePath(kind), { as: caller.as, body })
}

/** Work of a new person in this relation, so that no other handover is on its way. */
async function handOver(cell: Cell, caller: Caller): Promise<Reply> {
  const isNew = cell.relation !== 'self' && !isDenied(cell)
  const owners: Record<string, string> = {
    self: caller.userId,
    report: caller.reportId,
    mate: world.mateId,
    other: world.otherId,
  }
  const id = isNew ? (await place(world, { ...cell, kind: 'user' })).id : owners[cell.relation]
  // Until then the tree of managers may be the one from before the new person.
  if (isNew) api.now.advance(MINUTE_MS)
  return api.call('POST', `/v1/users/${id}/handover`, {
    as: caller.as,
    body: { to: world.colleagueId, until: later(api.now.at, DAY_MS).toISOString() },
  })
}

/** Ids in all pages of the caller's lists; notes and interactions are listed by what they are about. */
async function idsListed({ kind, action }: Cell, caller: Caller): Promise<Set<string> | number> {
  const isRemark = kind === 'note' || kind === 'interaction'
  const queries = isRemark ? [{ subjectId: world.seenId }, { subjectId: world.hiddenId }] : [{}]
  const ids = new Set<string>()
  for (const query of queries) {
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Reply<{ data: Made[]; nextCursor: string | null }> = await api.call('GET', basePath(kind), {
        as: caller.as,
        query: {
          ...query,
          ...(isDeleted(action) ? { deleted: 'true' } : {}),
          limit: 100,
          ...(cursor ? { cursor } : {}),
        },
      })
      if (page.status !== 200) return page.status
      for (const { id } of page.body.data) ids.add(id)
      cursor = page.body.nextCursor
    }
  }
  return ids
}

/** Runs a few at a time. */
async function eachOf<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < items.length; at += 16) done.push(...(await Promise.all(items.slice(at, at + 16).map(run))))
  return done
}

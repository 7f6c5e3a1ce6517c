import type { Route } from '@rapport/lambda/route'
import { routes } from '../../functions/api/routes.ts'
import type { Api, CallOptions, Reply } from './api.ts'

/**
 * One good request for every route, and one good record of every kind. A new kind needs a body and a patch here; a route of its
 * own form needs a request. The contract tests fail with this file's name until it has them.
 */

export type Body = Record<string, unknown>

export interface Made extends Body {
  id: string
  version: number
}

/** A request without the one who sends it. */
export interface Sample extends Pick<CallOptions, 'body' | 'query' | 'headers'> {
  path: string
}

/** Keeps names, addresses and domains of different records apart. */
let count = 0
const next = (): number => ++count

/** Bodies that use every field a caller may set. */
export const bodies: Record<string, (api: Api) => Body | Promise<Body>> = {
  account: async () => {
    const n = next()
    return {
      name: `Công ty ${n}`,
      domain: `company-${n}.example`,
      industry: 'retail',
      employees: 12,
      annualRevenue: { amount: 125_000, currency: 'USD' },
      phones: [{ value: '+84 28 3823 4567', type: 'work' }],
      addresses: [{ type: 'billing', street: '1 Lê Lợi', city: 'Huế', country: 'VN' }],
      description: 'Roasts coffee.\nExports it.',
      tags: ['vip'],
      externalIds: { erp: `A-${n}` },
    }
  },
  contact: async (api) => {
    const n = next()
    return {
      salutation: 'Ms',
      firstName: 'Lan',
      middleName: 'Thi',
      lastName: `Nguyễn ${n}`,
      gender: 'female',
      title: 'Buyer',
      department: 'Purchasing',
      emails: [{ value: `lan-${n}@example.com` }],
      phones: [{ value: '028 3823 4567', country: 'VN', type: 'mobile' }],
      addresses: [{ type: 'home', city: 'Huế', country: 'VN' }],
      preferredChannel: 'email',
      language: 'vi',
      timeZone: 'Asia/Bangkok',
      birthday: '1990-02-28',
      source: 'fair',
      doNotCall: true,
      description: 'Prefers mornings.',
      accountId: (await make(api, 'account')).id,
      tags: ['buyer'],
      externalIds: { erp: `C-${n}` },
    }
  },
  note: async (api) => ({
    subjectId: (await make(api, 'account')).id,
    title: 'Call',
    body: '**Wants** a quote.',
    isPinned: true,
  }),
  interaction: async (api) => ({
    subjectId: (await make(api, 'account')).id,
    channel: 'phone',
    direction: 'inbound',
    at: api.now.at.toISOString(),
    durationS: 120,
    outcome: 'interested',
    summary: 'Asked for a quote.',
    feedback: { rating: 5, text: 'Friendly.' },
  }),
  user: async (api) => ({
    name: `Person ${next()}`,
    email: `person-${next()}@rapport.test`,
    roles: ['rep'],
    managerId: api.people.manager?.id,
    teamIds: [api.teams.sales],
    title: 'Seller',
    phone: '+84 28 1',
    timeZone: 'Asia/Bangkok',
    language: 'th',
    capacity: 5,
    outOfOffice: { from: '2026-12-24T00:00:00.000Z', until: '2026-12-27T00:00:00.000Z', message: 'Away.' },
  }),
  team: () => ({ name: `Team ${next()}`, description: 'Sells.' }),
  apiKey: (api) => ({
    name: `Key ${next()}`,
    roles: ['readonly'],
    scopes: ['contact:read', 'account:*'],
    expiresAt: new Date(api.now.at.getTime() + 30 * 86_400_000).toISOString(),
    cidrs: ['203.0.113.0/24'],
  }),
  handover: (api) => ({ to: api.people.peer?.id, until: '2026-12-01T00:00:00.000Z', kinds: ['account'] }),
}

/** Two fields to change apart from each other, and one to take away. */
export const patches: Record<string, { first: Body; second: Body; optional: string }> = {
  account: { first: { name: 'Renamed' }, second: { employees: 13 }, optional: 'industry' },
  contact: { first: { lastName: 'Trần' }, second: { department: 'Board' }, optional: 'title' },
  note: { first: { body: 'Wants two.' }, second: { isPinned: false }, optional: 'title' },
  user: { first: { name: 'Renamed' }, second: { capacity: 9 }, optional: 'phone' },
  team: { first: { description: 'Sells and serves.' }, second: { name: 'Renamed team' }, optional: 'description' },
  apiKey: { first: { name: 'Renamed key' }, second: { scopes: ['contact:read'] }, optional: 'cidrs' },
}

/** Where records are made that have no `POST` of their own collection. */
const makers: Record<string, (api: Api) => Promise<string>> = {
  handover: async (api) => `/v1/users/${(await make(api, 'user')).id}/handover`,
}

/** A new record of a kind, made over HTTP. */
export async function make(
  api: Api,
  kind: string,
  { as = 'admin', body = {} }: { as?: string; body?: Body } = {},
): Promise<Made> {
  const path = (await makers[kind]?.(api)) ?? basePath(kind)
  const all = { ...(await bodyOf(api, kind)), ...body }
  const reply = await api.call<Made & { record?: Made }>('POST', path, { as, body: all })
  if (reply.status >= 300) throw new Error(`No ${kind} was made: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body.record ?? reply.body
}

export async function bodyOf(api: Api, kind: string): Promise<Body> {
  const body = bodies[kind]
  if (!body) throw new Error(`There is no body for the kind "${kind}". Add bodies.${kind} to test/support/fixtures.ts.`)
  return body(api)
}

export function patchOf(kind: string) {
  const patch = patches[kind]
  if (!patch)
    throw new Error(`There is no patch for the kind "${kind}". Add patches.${kind} to test/support/fixtures.ts.`)
  return patch
}

/** Path of the collection of a kind. */
export function basePath(kind: string): string {
  const list = routes.find(
    (route) => route.kind === kind && route.method === 'GET' && /^\/v1\/[a-z-]+$/.test(route.path),
  )
  if (!list) throw new Error(`No route lists the kind "${kind}".`)
  return list.path
}

type Build = (api: Api, kind: string) => Promise<Sample>

const pathTo = async (api: Api, kind: string, rest = ''): Promise<string> =>
  `${basePath(kind)}/${(await make(api, kind)).id}${rest}`

/** What routes of the same form have in common: method and path behind the collection. */
const forms: Record<string, Build> = {
  'GET ': async (_api, kind) => ({ path: basePath(kind) }),
  'POST ': async (api, kind) => ({ path: basePath(kind), body: await bodyOf(api, kind) }),
  'GET /{id}': async (api, kind) => ({ path: await pathTo(api, kind) }),
  'PATCH /{id}': async (api, kind) => ({ path: await pathTo(api, kind), body: patchOf(kind).first }),
  'DELETE /{id}': async (api, kind) => ({ path: await pathTo(api, kind) }),
  'POST /{id}/restore': async (api, kind) => {
    const path = await pathTo(api, kind)
    await api.call('DELETE', path, { as: 'admin' })
    return { path: `${path}/restore` }
  },
  'PUT /{id}/shares': async (api, kind) => ({
    path: await pathTo(api, kind, '/shares'),
    body: {
      shares: [
        { to: api.people.stranger?.id, access: 'read', until: '2027-01-01T00:00:00.000Z' },
        { to: api.teams.service, access: 'update' },
      ],
    },
  }),
  'POST /batch': async (api, kind) => {
    const [changed, deleted] = [await make(api, kind), await make(api, kind)]
    const operations = [
      { op: 'create', body: await bodyOf(api, kind) },
      { op: 'update', id: changed.id, body: patchOf(kind).first, version: 1 },
      { op: 'delete', id: deleted.id },
    ]
    return { path: `${basePath(kind)}/batch`, body: { atomic: true, operations } }
  },
  'GET /{id}/timeline': async (api, kind) => ({ path: await pathTo(api, kind, '/timeline') }),
  'POST /{id}/revert': async (api, kind) => {
    const path = await pathTo(api, kind)
    await api.call('PATCH', path, { as: 'admin', body: patchOf(kind).first })
    return { path: `${path}/revert`, body: { eventId: api.events.at(-1)?.id } }
  },
}

/** Requests to routes that have a form of their own, by the id of the route. */
export const requests: Record<string, (api: Api) => Promise<Sample>> = {
  getAccountByExternalId: async (api) => ({
    path: `/v1/accounts/external/erp/${externalIdOf(await make(api, 'account'))}`,
  }),
  putAccountByExternalId: async (api) => ({
    path: `/v1/accounts/external/erp/${externalIdOf(await make(api, 'account'))}`,
    body: { name: 'From the ERP', employees: 99 },
  }),
  getAccountHierarchy: async (api) => {
    const parentId = (await make(api, 'account')).id
    return { path: `/v1/accounts/${(await make(api, 'account', { body: { parentId } })).id}/hierarchy` }
  },
  listAccountContacts: async (api) => ({
    path: `/v1/accounts/${(await make(api, 'contact')).accountId}/contacts`,
    query: { active: 'true' },
  }),
  accountPeopleTimeline: async (api) => ({
    path: `/v1/accounts/${(await make(api, 'contact')).accountId}/timeline/people`,
  }),
  listContactRelations: async (api) => ({ path: await pathTo(api, 'contact', '/relations') }),
  createContactRelation: async (api) => ({
    path: await pathTo(api, 'contact', '/relations'),
    body: {
      accountId: (await make(api, 'account')).id,
      roles: ['decision_maker'],
      title: 'Director',
      startDate: '2020-01-01',
      isPrimary: true,
    },
  }),
  updateContactRelation: async (api) => {
    const contact = await make(api, 'contact')
    const relations = await api.call<{ data: Made[] }>('GET', `/v1/contacts/${contact.id}/relations`, { as: 'admin' })
    return {
      path: `/v1/contacts/${contact.id}/relations/${relations.body.data[0]?.id}`,
      body: { title: 'Owner', endDate: '2026-01-31' },
    }
  },
  listNoteVersions: async (api) => ({ path: await pathTo(api, 'note', '/versions') }),
  correctInteraction: async (api) => ({
    path: await pathTo(api, 'interaction', '/correct'),
    body: { summary: 'Asked for two quotes.' },
  }),
  rotateApiKey: async (api) => ({ path: await pathTo(api, 'apiKey', '/rotate') }),
  handOver: async (api) => ({
    path: `/v1/users/${(await make(api, 'user')).id}/handover`,
    body: await bodyOf(api, 'handover'),
  }),
  listHandoverItems: async (api) => ({ path: await pathTo(api, 'handover', '/items') }),
  revertHandover: async (api) => ({ path: await pathTo(api, 'handover', '/revert') }),
  getMe: async () => ({ path: '/v1/me' }),
  updateMe: async () => ({ path: '/v1/me', body: { title: `Chief ${next()}` } }),
  explainAccess: async (api) => ({
    path: '/v1/access/explain',
    query: { user: String(api.people.rep?.id), record: (await make(api, 'account')).id },
  }),
  search: async (api) => {
    const { name } = await make(api, 'account')
    await api.project()
    return { path: '/v1/search', query: { q: String(name) } }
  },
  listEvents: async () => ({ path: '/v1/events', query: { since: '2026-11-22T00:00:00.000Z' } }),
  getOpenApi: async () => ({ path: '/v1/openapi.json' }),
}

const externalIdOf = (account: Made): string => String(Object.values(account.externalIds ?? {})[0])

export const formOf = (route: Route): string => `${route.method} ${route.path.replace(/^\/v1\/[a-z-]+/, '')}`

/** A request that the route carries out when an administrator sends it, on records made for it. */
export async function sampleFor(api: Api, route: Route): Promise<Sample> {
  const own = requests[route.id]
  if (own) return own(api)
  const form = forms[formOf(route)]
  if (form && route.kind) return form(api, route.kind)
  throw new Error(
    `The route ${route.id} (${route.method} ${route.path}) has no sample. Add requests.${route.id} to test/support/fixtures.ts.`,
  )
}

/** Sends a sample, by default as an administrator, with parts of it changed. */
export const send = <B = Body>(
  api: Api,
  route: Route,
  sample: Sample,
  changes: CallOptions & { path?: string } = {},
): Promise<Reply<B>> => {
  const { path = sample.path, ...options } = changes
  return api.call<B>(route.method, path, { as: 'admin', ...sample, ...options })
}

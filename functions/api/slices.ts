import type { Records } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import { type Route, routeKey } from '@rapport/lambda/route'
import type { RecordRouteOptions } from './record-routes.ts'

/** Routes that are loaded together. */
interface Slice {
  /** How their addresses begin; of several that fit, the longest counts. */
  at: readonly string[]
  load(): Promise<readonly Route[]>
}

/**
 * Every operation of the API, by address: a function that starts loads none of them, and with a request those it is for. All of
 * them together are `routes.ts`.
 */
export const slices: readonly Slice[] = [
  { at: ['/v1/accounts'], load: async () => (await import('./accounts.ts')).accounts },
  { at: ['/v1/contacts'], load: async () => (await import('./contacts.ts')).contacts },
  { at: ['/v1/products'], load: async () => (await import('./products.ts')).products },
  {
    at: ['/v1/price-books', '/v1/price-book-entries', '/v1/products/{id}/prices'],
    load: async () => (await import('./price-books.ts')).priceBooks,
  },
  { at: ['/v1/exchange-rates'], load: async () => (await import('./exchange-rates.ts')).exchangeRates },
  { at: ['/v1/organisation'], load: async () => (await import('./organisation.ts')).organisation },
  { at: ['/v1/leads'], load: async () => (await import('./leads.ts')).leads },
  {
    at: ['/v1/assignment-rules'],
    load: async () =>
      plain((await import('@rapport/core/assignment-rules/service')).AssignmentRules, { without: ['share', 'batch'] }),
  },
  {
    at: ['/v1/capture', '/v1/capture-forms', '/v1/capture-failures', '/v1/opt-in'],
    load: async () => (await import('./capture.ts')).captureRoutes,
  },
  { at: ['/v1/notes'], load: async () => (await import('./notes.ts')).notes },
  { at: ['/v1/interactions'], load: async () => (await import('./interactions.ts')).interactions },
  {
    at: ['/v1/users', '/v1/teams', '/v1/me', '/v1/access'],
    load: async () => (await import('./people.ts')).people,
  },
  { at: ['/v1/api-keys'], load: async () => (await import('./people.ts')).apiKeys },
  { at: ['/v1/handovers', '/v1/users/{id}/handover'], load: async () => (await import('./handovers.ts')).handovers },
  { at: ['/v1/imports', '/v1/import-presets'], load: async () => (await import('./imports.ts')).imports },
  { at: ['/v1/exports'], load: async () => (await import('./exports.ts')).exports },
  { at: ['/v1/cases', '/v1/case-comments'], load: async () => (await import('./cases.ts')).cases },
  { at: ['/v1/case-files', '/v1/cases/{id}/files'], load: async () => (await import('./case-files.ts')).caseFiles },
  { at: ['/v1/ratings'], load: async () => (await import('./ratings.ts')).ratings },
  { at: ['/v1/callback'], load: async () => (await import('./callbacks.ts')).callbacks },
  { at: ['/v1/customer'], load: async () => (await import('./customer-view.ts')).customerView },
  { at: ['/v1/analytics'], load: async () => (await import('./analytics.ts')).analytics },
  { at: ['/v1/tasks', '/v1/me/agenda'], load: async () => (await import('./tasks.ts')).tasks },
  { at: ['/v1/calendars'], load: async () => (await import('./calendars.ts')).calendars },
  { at: ['/v1/sla-policies'], load: async () => (await import('./sla-policies.ts')).slaPolicies },
  { at: ['/v1/queues'], load: async () => (await import('./queues.ts')).queues },
  { at: ['/v1/pipelines'], load: async () => (await import('./pipelines.ts')).pipelines },
  {
    at: ['/v1/opportunities', '/v1/accounts/{id}/opportunities'],
    load: async () => (await import('./opportunities.ts')).opportunities,
  },
  { at: ['/v1/quotes', '/v1/offers'], load: async () => (await import('./quotes.ts')).quotes },
  {
    at: ['/v1/orders', '/v1/accounts/{id}/orders'],
    load: async () => (await import('./orders.ts')).orders,
  },
  {
    at: ['/v1/escalation-rules', '/v1/cases/{id}/escalation'],
    load: async () => (await import('./escalations.ts')).escalations,
  },
  { at: ['/v1/inbound-mail'], load: async () => (await import('./inbound-mail.ts')).inboundMail },
  { at: ['/v1/search', '/v1/events'], load: async () => (await import('./data.ts')).data },
  { at: ['/health', '/v1/openapi.json'], load: async () => (await import('./system.ts')).system(allRoutes) },
]

/** The routes of all slices, in their order. */
export const allRoutes = async (): Promise<readonly Route[]> =>
  (await Promise.all(slices.map(({ load }) => load()))).flat()

/** The routes of a kind that has none of its own. */
async function plain<T extends RecordBase>(records: Records<T>, options?: RecordRouteOptions) {
  const { recordRoutes } = await import('./record-routes.ts')
  return recordRoutes(records, options)
}

const byStart = new Map(slices.flatMap((slice) => slice.at.map((start) => [start, slice] as const)))
const loaded = new Map<Slice, Promise<ReadonlyMap<string, Route>>>()

/** The route of a key such as `GET /v1/notes/{id}`, after its slice is loaded; undefined when there is none. */
export async function findRoute(key: string): Promise<Route | undefined> {
  const slice = sliceAt(key.slice(key.indexOf(' ') + 1))
  if (!slice) return undefined
  const routes = loaded.get(slice) ?? slice.load().then((all) => new Map(all.map((route) => [routeKey(route), route])))
  loaded.set(slice, routes)
  return (await routes).get(key)
}

function sliceAt(path: string): Slice | undefined {
  for (let start = path; start !== ''; start = start.slice(0, start.lastIndexOf('/'))) {
    const slice = byStart.get(start)
    if (slice) return slice
  }
  return undefined
}

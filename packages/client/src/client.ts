import createFetchClient, { type Client, type Middleware } from 'openapi-fetch'
import type { paths } from './schema.d.ts'

export type * from './schema.d.ts'

export interface RapportOptions {
  /** Where the CRM answers, e.g. `https://crm.example.com`. */
  baseUrl: string
  /** An access token or an API key; a function is asked before each request, so it may hand out fresh ones. */
  credential: string | (() => string | Promise<string>)
  /** Stands in for the platform's `fetch`. */
  fetch?: (request: Request) => Promise<Response>
}

/** Every operation of the CRM by method and path, typed from the API document: `rapport.GET('/v1/accounts/{id}', …)`. */
export type Rapport = Client<paths>

export function createRapport({ baseUrl, credential, fetch }: RapportOptions): Rapport {
  const client = createFetchClient<paths>({ baseUrl, ...(fetch && { fetch }) })
  client.use(signed(credential), repeatable)
  return client
}

/** One page of a list, or why there is none. */
export interface PageAnswer<T> {
  data?: { data: T[]; nextCursor: string | null }
  error?: unknown
}

/**
 * Every entry of a list, page by page: `entries((page) => rapport.GET('/v1/contacts', { params: { query: { tag, ...page } } }))`.
 * Throws the problem document of a page that could not be read.
 */
export async function* entries<T>(read: (page: { cursor?: string }) => Promise<PageAnswer<T>>): AsyncGenerator<T> {
  for (let page: { cursor?: string } | undefined = {}; page; ) {
    const { data, error }: PageAnswer<T> = await read(page)
    if (!data) throw error
    yield* data.data
    page = data.nextCursor === null ? undefined : { cursor: data.nextCursor }
  }
}

const signed = (credential: RapportOptions['credential']): Middleware => ({
  async onRequest({ request }) {
    const text = typeof credential === 'function' ? await credential() : credential
    request.headers.set('authorization', `Bearer ${text}`)
  },
})

/** A POST whose answer was lost can be sent again as it is: the CRM knows the key and does nothing twice. */
const repeatable: Middleware = {
  onRequest({ request }) {
    const isNamed = request.headers.has('idempotency-key')
    if (request.method === 'POST' && !isNamed) request.headers.set('idempotency-key', crypto.randomUUID())
  },
}

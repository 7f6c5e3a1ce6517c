import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Import, ImportPreset, Link } from '@rapport/core/imports/schema'
import { parse } from 'csv-parse/sync'

/** The CRM as everybody reaches it: over its API, with a token. */
export interface Crm {
  /** The body of the answer. Throws the problem of any answer that is none. */
  call<T>(method: string, path: string, request?: Request): Promise<T>
  send(link: Link, file: string): Promise<void>
  receive(link: Link): Promise<string>
  /** Lets the workers get on, before one looks again. */
  rest(): Promise<void>
}

export interface Request {
  query?: Readonly<Record<string, string>>
  body?: object
}

/** Attempts of one request while the other side says that it could not. */
const ATTEMPTS_MAX = 8

const REST_MS = 300

export function httpCrm(url: string, token: string): Crm {
  const ask = async (target: string, init: RequestInit): Promise<string> => {
    for (let attempt = 1; ; attempt++) {
      const reply = await fetch(target, init)
      const text = await reply.text()
      if (reply.ok) return text
      const isPassing = reply.status === 429 || reply.status >= 500
      if (!isPassing || attempt >= ATTEMPTS_MAX)
        throw new Error(`${init.method} ${new URL(target).pathname} ${reply.status} ${text.slice(0, 500)}`)
      await setTimeout(Number(reply.headers.get('retry-after') ?? 0) * 1_000 || REST_MS)
    }
  }
  return {
    async call<T>(method: string, path: string, { query = {}, body }: Request = {}) {
      const headers = {
        authorization: `Bearer ${token}`,
        // An answer that got lost is asked for again, and nothing happens twice.
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      }
      const target = new URL(path, url)
      for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value)
      const text = await ask(target.href, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
      return (text === '' ? undefined : JSON.parse(text)) as T
    },
    async send({ url: target, method, contentType = '' }, file) {
      await ask(target, { method, headers: { 'content-type': contentType }, body: file })
    },
    receive: ({ url: target, method }) => ask(target, { method }),
    rest: () => setTimeout(REST_MS),
  }
}

interface Page<T> {
  data: T[]
  nextCursor: string | null
}

/** Every record of a list, a page at a time. */
export async function* entries<T>(crm: Crm, path: string, query: Request['query'] = {}): AsyncGenerator<T> {
  let cursor: string | null | undefined
  do {
    const page: Page<T> = await crm.call('GET', path, {
      query: { limit: '100', ...query, ...(cursor ? { cursor } : {}) },
    })
    yield* page.data
    cursor = page.nextCursor
  } while (cursor)
}

export async function all<T>(crm: Crm, path: string): Promise<T[]> {
  const found: T[] = []
  for await (const one of entries<T>(crm, path)) found.push(one)
  return found
}

/** Keeps a mapping under a name, for the next file of its kind. One of that name is brought up to date. */
export async function keepPreset(crm: Crm, name: string, mapping: object): Promise<string> {
  const kept = await all<ImportPreset>(crm, '/v1/import-presets')
  const found = kept.find((preset) => preset.name === name)
  const body = { name, ...mapping }
  if (!found) return (await crm.call<ImportPreset>('POST', '/v1/import-presets', { body })).id
  await crm.call('PATCH', `/v1/import-presets/${found.id}`, { body })
  return found.id
}

/** Imports a file by a mapping that was kept, from sending it to the last row. Throws when the CRM could not read it to its end. */
export async function importFile(crm: Crm, presetId: string, fileName: string, file: string): Promise<Import> {
  const { record, upload } = await crm.call<{ record: Import; upload: Link }>('POST', '/v1/imports', {
    body: { presetId, fileName, bytes: Buffer.byteLength(file) },
  })
  await crm.send(upload, file)
  await crm.call('POST', `/v1/imports/${record.id}/start`)
  return ended(crm, record.id, 'finished')
}

interface ReportRow {
  row: string
  outcome: string
  code: string
  detail: string
}

/** Rows that an import has refused, and why, from its report. */
export async function refusals(crm: Crm, { id, counts }: Import): Promise<ReportRow[]> {
  if (counts.refused === 0) return []
  const report = await crm.receive(await crm.call<Link>('GET', `/v1/imports/${id}/report`))
  const rows = parse(report, { bom: true, columns: true }) as ReportRow[]
  return rows.filter(({ outcome }) => outcome === 'refused')
}

export async function undoImport(crm: Crm, { id, status }: Pick<Import, 'id' | 'status'>): Promise<Import> {
  if (status !== 'undoing') await crm.call('POST', `/v1/imports/${id}/undo`)
  return ended(crm, id, 'undone')
}

async function ended(crm: Crm, id: string, wanted: Import['status']): Promise<Import> {
  for (;;) {
    await crm.rest()
    const one = await crm.call<Import>('GET', `/v1/imports/${id}`)
    if (one.status === wanted) return one
    if (one.status !== 'running' && one.status !== 'undoing')
      throw new Error(`${one.fileName}: the import is ${one.status}. ${one.problem?.detail ?? ''}`)
  }
}

import type { Import } from '@rapport/core/imports/schema'
import { parse } from 'csv-parse/sync'
import { type Api, type ApiOptions, startApi } from './api.ts'
import type { Body } from './fixtures.ts'
import { type EventTap, eventTap, handlerOf, startWorkers, sweepContext, type Workers } from './workers.ts'

export interface ReportRow {
  row: string
  outcome: string
  id: string
  code: string
  detail: string
}

/** Imports over HTTP with their worker, in this process. */
export interface Imports {
  api: Api
  tap: EventTap
  workers: Workers
  /** Makes an import and sends its file; the worker is not called yet. */
  begin(request: Body, file: string, as?: string): Promise<string>
  /** The same, from the file to the end. */
  run(request: Body, file: string, as?: string): Promise<Import>
  read(id: string, as?: string): Promise<Import>
  post(id: string, action: 'start' | 'cancel' | 'undo', as?: string): Promise<Import>
  report(id: string, as?: string): Promise<ReportRow[]>
  list<T>(path: string, as?: string): Promise<T[]>
  /** What falls due by now, and what follows from it. */
  sweep(): Promise<void>
}

export async function startImports(options: ApiOptions = {}): Promise<Imports> {
  const tap = eventTap()
  const api = await startApi({ ...options, wrap: tap.wrap })
  const workers = await startWorkers(api.deps, tap, ['run-import', 'run-export'])

  const call = async <T>(
    method: string,
    path: string,
    as: string,
    body?: unknown,
    query?: Record<string, string | number>,
  ): Promise<T> => {
    const reply = await api.call<T>(method, path, {
      as,
      ...(body === undefined ? {} : { body }),
      ...(query && { query }),
    })
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const read = (id: string, as = 'rep') => call<Import>('GET', `/v1/imports/${id}`, as)
  const post = (id: string, action: string, as = 'rep') => call<Import>('POST', `/v1/imports/${id}/${action}`, as)

  async function begin(request: Body, file: string, as = 'rep'): Promise<string> {
    const body = { format: 'csv', mode: 'create', fileName: 'file.csv', bytes: Buffer.byteLength(file), ...request }
    const { record, upload } = await call<{ record: Import; upload: { url: string; contentType: string } }>(
      'POST',
      '/v1/imports',
      as,
      body,
    )
    const status = api.files.upload(upload.url, file, upload.contentType)
    if (status !== 200) throw new Error(`The upload was answered with ${status}.`)
    await post(record.id, 'start', as)
    return record.id
  }

  return {
    api,
    tap,
    workers,
    begin,
    read,
    post,
    async run(request, file, as = 'rep') {
      const id = await begin(request, file, as)
      await workers.drain()
      return read(id, as)
    },
    async report(id, as = 'rep') {
      const { url } = await call<{ url: string }>('GET', `/v1/imports/${id}/report`, as)
      return parse(api.files.download(url).body, { bom: true, columns: true })
    },
    async list<T>(path: string, as = 'rep') {
      const found: T[] = []
      let cursor: string | undefined
      do {
        const page: { data: T[]; nextCursor: string | null } = await call('GET', path, as, undefined, {
          limit: 100,
          ...(cursor === undefined ? {} : { cursor }),
        })
        found.push(...page.data)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      return found
    },
    sweep: async () => {
      await (await handlerOf('sweep-due', api.deps))({} as never, sweepContext())
      await workers.drain()
    },
  }
}

/** A CSV file with a line for each record, and the names of the first one's properties. */
export const csvOf = (rows: readonly Record<string, unknown>[]): string =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    .map((cells) => cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(','))
    .join('\n')

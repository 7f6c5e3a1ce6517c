import type { Export } from '@rapport/core/exports/schema'
import type { Api } from './api.ts'
import type { Body } from './fixtures.ts'
import type { Workers } from './workers.ts'

/** Exports over HTTP with their worker, in this process. */
export function exportsOf(api: Api, workers: Workers) {
  const call = async <T>(method: string, path: string, as: string, body?: Body): Promise<T> => {
    const reply = await api.call<T>(method, path, { as, ...(body ? { body } : {}) })
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const read = (id: string, as: string) => call<Export>('GET', `/v1/exports/${id}`, as)
  return {
    read,
    begin: async (request: Body, as: string) => (await call<Export>('POST', '/v1/exports', as, request)).id,
    async run(request: Body, as: string): Promise<Export> {
      const { id } = await call<Export>('POST', '/v1/exports', as, request)
      await workers.drain()
      return read(id, as)
    },
    async download(id: string, as: string): Promise<{ body: string; fileName?: string }> {
      const { url } = await call<{ url: string }>('GET', `/v1/exports/${id}/download`, as)
      return api.files.download(url)
    },
  }
}

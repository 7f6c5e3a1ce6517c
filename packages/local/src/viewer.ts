import type { Server } from 'node:http'

export interface Viewer {
  url: string
  /** Shows a letter, given as base64. */
  show(raw: string): void
  stop(): Promise<void>
}

/** The mail viewer of aws-ses-v2-local. Its letters are held per process, so only `npm start` opens one. */
export async function startViewer(): Promise<Viewer> {
  const library: unknown = await import('aws-ses-v2-local')
  // CommonJS with a default export, imported from an ES module: the function is the default of the default.
  const { default: start } = (
    library as { default: { default: (config: { host: string; port: number }) => Promise<Server> } }
  ).default
  const server = await start({ host: '127.0.0.1', port: 0 })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    url,
    show(raw) {
      const body = new URLSearchParams({ Action: 'SendRawEmail', 'RawMessage.Data': raw })
      // A letter that cannot be shown is still in the list of letters.
      fetch(url, { method: 'POST', headers: { authorization: 'AWS local' }, body }).catch(() => {})
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

import { randomUUID } from 'node:crypto'

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where that is not there
  body: any
}

export type Client = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** Attempts of one request while the other side says that it could not. */
const ATTEMPTS_MAX = 5

/**
 * A client as a good one is written: it names every POST, and asks again when the server could not. A change that names a version
 * is asked for once, because the second answer would be about the first.
 */
export const client =
  (url: string, token?: string): Client =>
  async (method, path, body, headers = {}) => {
    const all = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...headers,
    }
    const isOnce = Object.keys(headers).some((name) => name.toLowerCase() === 'if-match')
    for (let attempt = 1; ; attempt++) {
      const init = { method, headers: all, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
      const reply = await fetch(`${url}${path}`, init)
      const text = await reply.text()
      if (reply.status < 500 || isOnce || attempt >= ATTEMPTS_MAX)
        return { status: reply.status, headers: reply.headers, body: text === '' ? undefined : parsed(text) }
    }
  }

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

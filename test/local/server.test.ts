import { request } from 'node:http'
import { startCloud } from '@rapport/local/cloud'
import { createRouter } from '@rapport/local/router'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { type StandIn, spec, standInCloud } from './support.ts'

const api = spec('api', { kind: 'http' })

const echo: StandIn = async (event: APIGatewayProxyEventV2) => ({
  statusCode: 200,
  headers: { 'Content-Type': 'application/json', ETag: '"1"' },
  body: JSON.stringify(event),
})

const routes = [
  { method: 'GET', path: '/v1/accounts' },
  { method: 'POST', path: '/v1/accounts' },
  { method: 'GET', path: '/v1/accounts/{id}' },
  { method: 'PATCH', path: '/v1/accounts/{id}' },
  { method: 'GET', path: '/v1/accounts/mine' },
]

const origin = 'https://crm.example.com'

const open = (handler = echo) => standInCloud([[api, handler]], { routes, env: { CORS_ORIGINS: origin } })

interface Raw {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A request as it is: `fetch` would set headers of its own and refuse others. */
function send(
  url: string,
  options: { method?: string; headers?: Record<string, string | string[]>; body?: string } = {},
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const { body, ...rest } = options
    const outgoing = request(url, rest, (incoming) => {
      let text = ''
      incoming.on('data', (chunk) => {
        text += chunk
      })
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

const eventFrom = ({ body }: Raw): APIGatewayProxyEventV2 => JSON.parse(body)

describe('an event', () => {
  test('has the form of payload version 2.0', async () => {
    const { url } = await open()

    const event = eventFrom(
      await send(`${url}/v1/accounts/a%20b?limit=5&tag=x&tag=y%26`, {
        headers: { 'X-Tag': ['1', '2'], cookie: 'a=1; b=2' },
      }),
    )

    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/accounts/{id}',
      rawPath: '/v1/accounts/a%20b',
      rawQueryString: 'limit=5&tag=x&tag=y%26',
      cookies: ['a=1', 'b=2'],
      headers: { 'x-tag': '1,2' },
      queryStringParameters: { limit: '5', tag: 'x,y&' },
      pathParameters: { id: 'a b' },
      requestContext: {
        routeKey: 'GET /v1/accounts/{id}',
        stage: '$default',
        http: { method: 'GET', sourceIp: '127.0.0.1' },
      },
      isBase64Encoded: false,
    })
    expect(event).not.toHaveProperty('body')
    expect(event.headers).not.toHaveProperty('cookie')
  })

  test('without a query or parameters has no such members', async () => {
    const { url } = await open()

    const event = eventFrom(await send(`${url}/v1/accounts`))

    expect(event).toMatchObject({ rawQueryString: '' })
    expect(event).not.toHaveProperty('queryStringParameters')
    expect(event).not.toHaveProperty('pathParameters')
  })

  test.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/merge-patch+json', true],
    ['application/octet-stream', true],
  ])('carries a body of type %s, in base64: %s', async (type, isBase64Encoded) => {
    const { url } = await open()

    const event = eventFrom(
      await send(`${url}/v1/accounts`, { method: 'POST', headers: { 'content-type': type }, body: '{"name":"Grün"}' }),
    )

    expect(event.isBase64Encoded).toBe(isBase64Encoded)
    expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString()).toBe('{"name":"Grün"}')
  })

  test('keeps a query parameter that is named like a part of every object', async () => {
    const { url } = await open()

    const event = eventFrom(await send(`${url}/v1/accounts?__proto__=x&constructor=y`))

    expect(event.queryStringParameters).toEqual(JSON.parse('{"__proto__":"x","constructor":"y"}'))
  })
})

describe('the front', () => {
  const refusals: [string, string, string, number][] = [
    ['an unknown path', 'GET', '/v1/nothing', 404],
    ['a path with a slash too many', 'GET', '/v1/accounts/', 404],
    ['a known path with another method', 'DELETE', '/v1/accounts/acc_1', 405],
    ['a path that is not encoded', 'GET', '/v1/accounts/%zz', 400],
  ]
  test.each(refusals)('refuses %s', async (_, method, path, status) => {
    const { url } = await open()

    const reply = await send(url + path, { method })

    expect(reply.status).toBe(status)
    expect(reply.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(reply.body)).toMatchObject({ status, code: expect.any(String) })
  })

  test('names the methods a path takes', async () => {
    const { url } = await open()

    expect((await send(`${url}/v1/accounts/acc_1`, { method: 'DELETE' })).headers.allow).toBe('GET, PATCH')
  })

  test('refuses a body of more than 10 MB', async () => {
    const { url } = await open()

    const reply = await send(`${url}/v1/accounts`, {
      method: 'POST',
      headers: { 'content-length': String(11 * 1024 * 1024) },
    })

    expect(reply.status).toBe(413)
  })

  test('refuses headers of more than 10 KB', async () => {
    const { url } = await open()

    expect((await send(`${url}/v1/accounts`, { headers: { 'x-long': 'x'.repeat(11_000) } })).status).toBe(431)
  })

  test('refuses a host name of another machine, which a page elsewhere may have pointed here', async () => {
    const { url } = await open()

    expect((await send(`${url}/local/mail`, { headers: { host: 'evil.example' } })).status).toBe(403)
  })

  test('answers a handler that fails with nothing but 500', async () => {
    const { url, log } = await open(async () => Promise.reject(new Error('secret detail')))

    const reply = await send(`${url}/v1/accounts`)

    expect(reply.status).toBe(500)
    expect(reply.body).not.toContain('secret detail')
    expect(log().join()).toContain('request.failed')
  })

  test('passes on status, headers and body of a reply', async () => {
    const { url } = await open()

    expect((await send(`${url}/v1/accounts`)).headers).toMatchObject({
      etag: '"1"',
      'content-type': 'application/json',
    })
  })
})

describe('browsers elsewhere', () => {
  const ask = { origin, 'access-control-request-method': 'PATCH' }

  test('an origin of the list may ask and read', async () => {
    const { url } = await open()

    const preflight = await send(`${url}/v1/accounts`, { method: 'OPTIONS', headers: ask })
    const reply = await send(`${url}/v1/accounts`, { headers: { origin } })

    expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': origin } })
    expect(preflight.headers['access-control-allow-headers']).toContain('idempotency-key')
    expect(reply.headers['access-control-expose-headers']).toContain('etag')
  })

  test.each(['https://evil.example', 'null', 'https://crm.example.com.evil.example'])(
    '%s gets no permission',
    async (other) => {
      const { url } = await open()

      const preflight = await send(`${url}/v1/accounts`, { method: 'OPTIONS', headers: { ...ask, origin: other } })
      const reply = await send(`${url}/v1/accounts`, { headers: { origin: other } })

      expect(preflight.headers).not.toHaveProperty('access-control-allow-origin')
      expect(reply.headers).not.toHaveProperty('access-control-allow-origin')
    },
  )
})

describe('the router', () => {
  const route = createRouter([
    ...routes,
    { method: 'GET', path: '/v1/{kind}/{id}/notes' },
    { method: 'GET', path: '/v1/accounts/{accountId}/contacts' },
  ])

  test('prefers a literal segment to a parameter', () => {
    expect(route('GET', '/v1/accounts/mine')).toMatchObject({ routeKey: 'GET /v1/accounts/mine' })
  })

  test('goes back to a parameter when the literal way leads nowhere', () => {
    expect(route('GET', '/v1/accounts/mine/notes')).toMatchObject({
      routeKey: 'GET /v1/{kind}/{id}/notes',
      pathParameters: { kind: 'accounts', id: 'mine' },
    })
  })

  test('goes back to a parameter when the literal takes another method', () => {
    expect(route('PATCH', '/v1/accounts/mine')).toMatchObject({ routeKey: 'PATCH /v1/accounts/{id}' })
  })

  test('names parameters as each route does', () => {
    expect(route('GET', '/v1/accounts/a1/contacts')).toMatchObject({ pathParameters: { accountId: 'a1' } })
  })

  test('never matches a parameter with nothing', () => {
    expect(route('GET', '/v1/accounts//contacts')).toEqual({ kind: 'none' })
  })
})

describe('what exists on a laptop only', () => {
  test('the start page and the API viewer come with a content security policy', async () => {
    const { url } = await open()

    for (const path of [
      '/',
      '/docs',
      '/docs.js',
      '/docs/swagger-ui-bundle.js',
      '/docs/swagger-ui.css',
      '/console.css',
      '/console.js',
    ]) {
      const reply = await send(url + path)
      expect(reply.status, path).toBe(200)
      expect(reply.headers['content-security-policy'], path).toContain("default-src 'none'")
    }
  })

  test('the start page refers to nothing on other machines', async () => {
    const { url } = await open()

    const { body } = await send(url)

    expect(body).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  test('the start page tells of this machine only where the local cloud answers', async () => {
    const { url } = await open()

    const { body } = await send(url)

    const everywhere = body.replaceAll(/<(\w+)[^>]*\bdata-local hidden>[\s\S]*?<\/\1>/g, '')
    expect(body).toMatch(/this machine/)
    expect(everywhere).not.toMatch(/machine|laptop|localhost|\/local|\.data/)
    expect(everywhere).toMatch(/href="\/docs"[\s\S]*href="\/health"/)
  })

  test('health names every part', async () => {
    const { url } = await open()

    const reply = await send(`${url}/health`)

    expect(reply.status).toBe(200)
    expect(JSON.parse(reply.body)).toEqual({
      status: 'ok',
      stage: 'local',
      version: '1.0.0',
      checks: { database: true, queues: true, bus: true, mail: true },
    })
  })

  test('the clock can be read and turned', async () => {
    const { url, clock } = await open()
    const headers = { 'content-type': 'application/json' }

    const reply = await send(`${url}/local/clock`, { method: 'POST', headers, body: '{"advance":"PT31M"}' })

    expect(JSON.parse(reply.body)).toEqual({ now: '2026-03-02T09:31:00.000Z' })
    expect(JSON.parse((await send(`${url}/local/clock`)).body)).toEqual({ now: clock.now().toISOString() })
    expect((await send(`${url}/local/clock`, { method: 'POST', headers, body: '{"advance":"1h"}' })).status).toBe(400)
  })

  test('a form on a web page cannot turn the clock', async () => {
    const { url } = await open()

    expect(
      (
        await send(`${url}/local/clock`, {
          method: 'POST',
          headers: { 'content-type': 'text/plain' },
          body: '{"advance":"P1D"}',
        })
      ).status,
    ).toBe(415)
  })

  test('a token is given for the right password, and the same answer for a wrong one and an unknown address', async () => {
    const { url, createSignIn, deps } = await open()
    const { subject } = await createSignIn('ada@example.com', 'right', 'admin')
    const token = (email: string, password: string) =>
      send(`${url}/local/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
      })

    const right = await token('Ada@example.com', 'right')
    const wrong = await token('ada@example.com', 'wrong')
    const unknown = await token('eve@example.com', 'right')

    const { accessToken, expiresIn } = JSON.parse(right.body)
    expect(expiresIn).toBe(900)
    expect(await deps.verifyToken(accessToken)).toMatchObject({ subject })
    expect(wrong).toMatchObject({ status: 401 })
    expect(unknown.body).toBe(wrong.body)
    expect(unknown.status).toBe(wrong.status)
  })
})

test('a port that is taken is told in one sentence, and nothing is left running', async () => {
  const { url } = await open()

  await expect(startCloud({ port: Number(new URL(url).port), manifest: [], routes: [], quiet: true })).rejects.toThrow(
    /Port \d+ is taken\. .* PORT=/,
  )
})

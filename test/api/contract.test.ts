import { rightsOf, roleNames } from '@rapport/core/access/roles'
import { type Kind, prefixes } from '@rapport/kernel/ids'
import { mergeRoles } from '@rapport/kernel/policy'
import { type Route, routeKey } from '@rapport/lambda/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { bodySchemaOf, faultsOf, operations, type Parameter, parametersOf } from '../support/document.ts'
import { type Body, type Sample, sampleFor, send } from '../support/fixtures.ts'

interface Problem extends Body {
  code: string
  requestId: string
  errors: { pointer: string; code: string; message: string }[]
}

const tags = [...new Set(routes.map((route) => route.tag))]
let api: Api
let sample: Sample
afterAll(stopEngine)

test('the API document describes exactly the routes of the table', () => {
  expect(operations().sort()).toEqual(routes.map(routeKey).sort())
  expect(new Set(routes.map((route) => route.id)).size).toBe(routes.length)
})

describe.each(tags)('%s', (tag) => {
  beforeAll(async () => {
    api = await startApi()
    return () => api.stop()
  })

  describe.each(routesOf(tag))('%s', (_, route) => {
    test('answers a good request as the API document says', async () => {
      const reply = await send(api, route, await sampleFor(api, route))

      expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
      expect(faultsOf(route, reply)).toEqual([])
      if (Array.isArray(reply.body?.data))
        expect(reply.body.data, 'an empty list says nothing about its entries').not.toEqual([])
    })

    describe('refuses, and writes nothing', () => {
      let before: number
      beforeAll(async () => {
        sample = await sampleFor(api, route)
        before = api.written()
      })
      afterAll(() => expect(api.written(), 'something was written').toBe(before))

      test('a query that is not described, and says where', async () => {
        for (const { pointer, query } of badQueries(route, sample)) {
          const reply = await send<Problem>(api, route, sample, { rawQuery: query })
          expectProblem(route, reply, 400, query)
          expect(pointersOf(reply), query).toContain(pointer)
        }
      })

      test.runIf(route.body)('a body of another shape, and says where', async () => {
        for (const { what, pointer, body } of badBodies(route, sample)) {
          const reply = await send<Problem>(api, route, sample, { body })
          expectProblem(route, reply, 400, what)
          expect(pointersOf(reply), what).toContainEqual(expect.stringMatching(pointer))
        }
      })

      test.runIf(route.access !== 'public')('who does not say who it is', async () => {
        for (const as of [
          undefined,
          'Basic YTpi',
          'Bearer nonsense',
          'Bearer sub-nobody@1',
          'Bearer crmk_test_x',
          'disabled',
        ]) {
          const reply = await send<Problem>(api, route, sample, { as })
          expectProblem(route, reply, 401, String(as))
          expect(reply.headers['www-authenticate']).toBe('Bearer')
        }
      })

      const denied = roleNames.filter((role) => lacksRight(role, route))
      test.runIf(denied.length > 0)(`the role ${denied.join(', ')}`, async () => {
        for (const as of denied) expectProblem(route, await send<Problem>(api, route, sample, { as }), 403, as)
      })

      test.runIf(route.params)('ids of nothing, of another kind and of no form, all alike', async () => {
        for (const paths of absentPaths(route, sample.path)) {
          const replies = await Promise.all(paths.map((path) => send<Problem>(api, route, sample, { path })))
          for (const [index, reply] of replies.entries()) expectProblem(route, reply, 404, String(paths[index]))
          const told = replies.map(({ body: { requestId: _, ...rest } }) => JSON.stringify(rest))
          expect(new Set(told).size, told.join('\n')).toBe(1)
        }
      })
    })
  })
})

function routesOf(tag: string): [string, Route][] {
  return routes.filter((route) => route.tag === tag).map((route) => [routeKey(route), route])
}

function expectProblem(route: Route, reply: Reply<Problem>, status: number, what: string): void {
  expect(`${what}: ${reply.status}`, JSON.stringify(reply.body)).toBe(`${what}: ${status}`)
  expect(faultsOf(route, reply)).toEqual([])
  expect(reply.body.status).toBe(status)
  expect(reply.body.requestId).toBe(reply.headers['x-request-id'])
  expect(reply.body.code).toMatch(/^[a-zA-Z]+\.[a-z_]+$/)
  expect(reply.body.type).toBe(`urn:rapport:problem:${reply.body.code}`)
}

const pointersOf = (reply: Reply<Problem>): string[] => reply.body.errors.map((error) => error.pointer)

function lacksRight(role: (typeof roleNames)[number], { access }: Route): boolean {
  return typeof access !== 'string' && mergeRoles(rightsOf([role])).level(access.kind, access.action) === 'none'
}

function badQueries(route: Route, sample: Sample): { pointer: string; query: string }[] {
  const good = Object.entries(sample.query ?? {}).map(([name, value]): [string, string] => [name, String(value)])
  const withValue = (name: string, value: string): string =>
    new URLSearchParams([...good.filter(([other]) => other !== name), [name, value]]).toString()
  return [
    { pointer: '/query/nope', query: withValue('nope', '1') },
    { pointer: '/query/__proto__', query: withValue('__proto__', '1') },
    ...parametersOf(route, 'query').flatMap((parameter) => [
      ...badValues(parameter).map((value) => ({
        pointer: `/query/${parameter.name}`,
        query: withValue(parameter.name, value),
      })),
      { pointer: `/query/${parameter.name}`, query: `${withValue(parameter.name, 'a')}&${parameter.name}=b` },
    ]),
    ...parametersOf(route, 'query')
      .filter((parameter) => parameter.required)
      .map(({ name }) => ({
        pointer: `/query/${name}`,
        query: new URLSearchParams(good.filter(([other]) => other !== name)).toString(),
      })),
  ]
}

function badValues({ schema }: Parameter): string[] {
  if (schema.enum) return ['nope', '']
  if (schema.type === 'integer') return ['0', String((schema.maximum ?? 0) + 1), '1.5', 'many', '-1', '1e1x']
  return [
    'x'.repeat((schema.maxLength ?? 64) + 1),
    ...(schema.minLength ? [''] : []),
    ...(schema.pattern || schema.format ? ['\u0007'] : []),
  ]
}

function badBodies(route: Route, sample: Sample): { what: string; pointer: RegExp; body: unknown }[] {
  const good = { ...(sample.body as Body) }
  const { properties, required } = bodySchemaOf(route)
  return [
    ...[null, [], 'text', 7].map((body) => ({ what: `a body that is ${JSON.stringify(body)}`, pointer: /^$/, body })),
    ...['nope', 'pk', 'version', 'createdBy', 'deletedAt'].map((name) => ({
      what: `${name}, unknown`,
      pointer: new RegExp(`^/${name}$`),
      body: { ...good, [name]: 1 },
    })),
    ...properties.map((name) => ({
      what: `${name}, of another type`,
      pointer: new RegExp(`^/${name}(/|$)`),
      body: { ...good, [name]: { wrong: [] } },
    })),
    ...required.map((name) => ({
      what: `no ${name}`,
      pointer: new RegExp(`^/${name}$`),
      body: { ...good, [name]: undefined },
    })),
  ]
}

const ABSENT = '01kavm5g3t8z1r4y6w9x2c7b0d'

/** For each id in the path: the path with an absent id, one of another kind, and texts that are none. */
function absentPaths(route: Route, path: string): string[][] {
  const parts = path.split('/')
  const refs = parametersOf(route, 'path').filter((parameter) => parameter.schema['x-ref'])
  const put = (name: string, value: string) =>
    parts.map((part, index) => (route.path.split('/')[index] === `{${name}}` ? value : part)).join('/')
  return refs.map(({ name, schema }) => {
    const kind = schema['x-ref'] as Kind
    const other = kind === 'account' ? 'con' : 'acc'
    return [
      `${prefixes[kind]}_${ABSENT}`,
      `${other}_${ABSENT}`,
      'x',
      `${prefixes[kind]}_${ABSENT.toUpperCase()}`,
      `${prefixes[kind]}_${ABSENT}0`,
    ].map((id) => put(name, id))
  })
}

import { describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import type { GatewayRoute } from '../../infra/http-api.ts'
import { RESOURCES_MAX, typesOf } from '../../infra/summary.ts'
import { synthesise } from './templates.ts'

const countOf = (given: readonly GatewayRoute[]): number =>
  typesOf(synthesise({ routes: given }).app.toJSON() as never).length

const manyRoutes = (count: number): GatewayRoute[] =>
  Array.from({ length: count }, (_, i) => ({ method: 'GET' as const, path: `/v1/kind-${i}/{id}` }))

describe('resources of the app stack', () => {
  const now = countOf(routes)

  test('are fewer than 60 % of what CloudFormation takes', () => {
    expect(now).toBeLessThan(0.6 * RESOURCES_MAX)
  })

  test('do not grow with the routes', () => {
    expect(countOf(manyRoutes(300))).toBe(now)
  })
})

test('the data stack has a handful', () => {
  expect(typesOf(synthesise().data.toJSON() as never).length).toBeLessThan(20)
})

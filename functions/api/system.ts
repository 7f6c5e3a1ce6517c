import { word } from '@rapport/kernel/schema'
import { openApi } from '@rapport/lambda/openapi'
import { type Route, route } from '@rapport/lambda/route'
import * as z from 'zod'

/** Of the API, as its document says. */
export const VERSION = '1.0.0'

const info = {
  title: 'Rapport API',
  version: VERSION,
  description:
    'The CRM over HTTPS. Sign in with an access token or an API key; every list is paged, every write is one transaction, every error is a problem document.',
}

/** How the CRM is, for whoever watches over it. The read tells that the table answers. */
const health = route({
  tag: 'system',
  method: 'GET',
  path: '/health',
  id: 'getHealth',
  summary: 'Whether the CRM answers',
  description: 'Costs one read of the database. 503 when that does not answer.',
  access: 'public',
  fails: [503],
  success: {
    status: 200,
    schema: z
      .strictObject({
        status: z.literal('ok'),
        stage: word(16),
        version: z
          .string()
          .max(16)
          .regex(/^[\d.]+$/),
      })
      .meta({ id: 'Health' }),
    description: 'API and database answer.',
  },
  handle: async ({ db }) => {
    await db.table.get(NOTHING)
    return { status: 'ok' as const, stage: db.stage, version: VERSION }
  },
})

/** The key of an item that there never is. */
const NOTHING = { pk: 'health', sk: 'health' }

/** The API document of a route table. */
export const apiDocument = (routes: readonly Route[]) => openApi(routes, info)

/** Health and document: open to everybody, because they tell nothing about anybody. `all` are the routes the document is of. */
export function system(all: () => Promise<readonly Route[]>): readonly Route[] {
  let document: unknown
  return [
    health,
    route({
      tag: 'system',
      method: 'GET',
      path: '/v1/openapi.json',
      id: 'getOpenApi',
      summary: 'This document',
      access: 'public',
      success: {
        status: 200,
        schema: z.record(
          z
            .string()
            .max(64)
            .regex(/^[\w-]+$/),
          z.unknown(),
        ),
        description: 'OpenAPI 3.1.',
      },
      handle: async () => {
        document ??= apiDocument(await all())
        return document
      },
    }),
  ]
}

import { openApi } from '@rapport/lambda/openapi'
import { type Route, route } from '@rapport/lambda/route'
import * as z from 'zod'

const info = {
  title: 'Rapport API',
  version: '1.0.0',
  description:
    'The CRM over HTTPS. Sign in with an access token or an API key; every list is paged, every write is one transaction, every error is a problem document.',
}

/** The API document of a route table; itself not in it, so that the table stays the table of what the CRM does. */
export const apiDocument = (routes: readonly Route[]) => openApi(routes, info)

/** Health and document: open to everybody, because they tell nothing about anybody. */
export const system = (routes: () => readonly Route[]) => {
  let document: unknown
  return [
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
        document ??= apiDocument(routes())
        return document
      },
    }),
  ]
}

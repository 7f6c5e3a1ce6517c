import { recordTypes } from '@rapport/core/index'
import { search } from '@rapport/core/search/service'
import { feed } from '@rapport/core/timeline/feed'
import { EventRow } from '@rapport/kernel/events'
import type { Kind } from '@rapport/kernel/ids'
import { present } from '@rapport/kernel/record-type'
import { instant, line, ref, word } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { cursor, cursorText, limit } from './record-routes.ts'

const kinds = recordTypes.filter((type) => type.search).map((type) => type.kind) as [Kind, ...Kind[]]

const Hit = z
  .strictObject({ kind: z.enum(kinds), id: ref(...kinds), record: z.record(word(64), z.unknown()) })
  .meta({ id: 'SearchHit' })

export const data = [
  route({
    tag: 'search',
    method: 'GET',
    path: '/v1/search',
    id: 'search',
    summary: 'Find records by the beginning of any word, address or number',
    description:
      'Every term must match; diacritics and tone marks do not matter. Ids and whole e-mail addresses are found at once; words follow a change by the lag of the projector, usually under a second. It stops looking when the page is full or when what matches is mostly hidden from you: then `isComplete` is false, and more of the words finds the rest.',
    access: 'signed-in',
    query: z.strictObject({ q: line(200), kind: z.enum(kinds).optional(), limit }),
    success: {
      status: 200,
      schema: z
        .strictObject({
          data: z.array(Hit).max(100),
          isComplete: z.boolean().meta({ description: 'False when more records may match than these.' }),
        })
        .meta({ id: 'SearchAnswer' }),
      description: 'Whole-word matches first.',
    },
    handle: (ctx, { query: { limit: hits = 25, ...query } }) => search(ctx, recordTypes, { ...query, limit: hits }),
    reply: (ctx, { data: hits, isComplete }) => ({
      body: {
        data: hits.map((hit) => {
          const type = recordTypes.find(({ kind }) => kind === hit.kind)
          return type ? { ...hit, record: present(type, ctx.principal, hit.record as never) } : hit
        }),
        isComplete,
      },
    }),
  }),
  route({
    tag: 'events',
    method: 'GET',
    path: '/v1/events',
    id: 'listEvents',
    summary: 'The change feed: every event of the CRM in order',
    description:
      'Begins at `since` (an hour ago without it) and goes on from each `nextCursor`, which is always there. Events are told fifteen seconds after they happened, so that none can appear behind the cursor.',
    access: { action: 'read', kind: 'event' },
    query: z.strictObject({ cursor, since: instant.optional(), limit }),
    success: {
      status: 200,
      schema: z.strictObject({ data: z.array(EventRow).max(100), nextCursor: cursorText }).meta({ id: 'EventFeed' }),
      description: 'The next events; ask again with the cursor.',
    },
    handle: (ctx, { query }) => feed(ctx, query),
  }),
]

import { revert, timeline } from '@rapport/core/timeline/service'
import { EventRow } from '@rapport/kernel/events'
import { spoken } from '@rapport/kernel/ids'
import type { ListQuery } from '@rapport/kernel/record-list'
import { present } from '@rapport/kernel/record-type'
import type { BatchOperation, Body, Records } from '@rapport/kernel/records'
import { anyRef, distinctList, line, type RecordBase, ref, Share, version } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { problemCode, sentence } from '@rapport/lambda/problem'
import { type Reply, type Route, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { expand, expanded, pick, shapeQuery } from './shape.ts'

/** A whole number of a query, written in digits: coercion alone would take `1e1`, `0x5` and ` 5`. */
export const wholeUpTo = (most: number) =>
  z.preprocess((text) => (/^(?:0|-?[1-9]\d*)$/.test(String(text)) ? Number(text) : text), z.int().min(1).max(most))

/** A page size. */
export const limitUpTo = (most: number) => wholeUpTo(most).optional()

export const limit = limitUpTo(100).meta({ description: 'Records per page, 25 unless told.' })

/** Opaque, base64url; whether it is genuine is for `openCursor` to say. */
export const cursorText = z.string().max(512).meta({ pattern: '^[\\w-]+$' })
export const cursor = cursorText.min(1).optional().meta({ description: 'From `nextCursor` of the page before.' })
export const paging = { limit, cursor }

/** A page of a named schema. */
export const pageOf = (name: string, entry: z.ZodType, more: z.ZodRawShape = {}) =>
  z
    .strictObject({ data: z.array(entry).max(100), nextCursor: cursorText.nullable(), ...more })
    .meta({ id: `${name}Page` })

const sort = z.enum(['createdAt', '-createdAt']).optional()

export type Operation =
  | 'create'
  | 'get'
  | 'list'
  | 'patch'
  | 'remove'
  | 'restore'
  | 'share'
  | 'batch'
  | 'timeline'
  | 'revert'

export interface RecordRouteOptions {
  /** Operations this kind does not have, or has in a form of its own. */
  without?: readonly Operation[]
  /** Replace what is called while the route stays the same. */
  create?: (ctx: Ctx, input: Body) => Promise<unknown>
  patch?: (ctx: Ctx, id: string, patch: Body, expected?: number) => Promise<unknown>
  /** What is answered, where that is less than what is stored. */
  schema?: z.ZodObject
}

/** The operations that every kind of record has, as routes: a plain kind needs nothing else. */
export function recordRoutes<T extends RecordBase>(records: Records<T>, options: RecordRouteOptions = {}): Route[] {
  const { type } = records
  const { kind, plural, name } = type
  const schema = options.schema ?? type.schema
  const singular = spoken(name)
  const several = spoken(plural)
  const base = `/v1/${plural}`
  const params = z.strictObject({ id: ref(kind) })
  const record = (ctx: Ctx, answer: T): Reply => ({
    body: present(type, ctx.principal, answer),
    version: answer.version,
  })
  const created = (ctx: Ctx, answer: T): Reply => ({ ...record(ctx, answer), location: `${base}/${answer.id}` })
  const common = { tag: plural, kind }
  const one = { ...common, params }
  const called = (verb: string) => `${verb}${name}`
  const all: Record<Operation, () => Route> = {
    list: () =>
      route({
        ...common,
        method: 'GET',
        path: base,
        id: `list${titled(plural)}`,
        summary: `List ${several} you may see, newest first`,
        access: { action: 'read', kind },
        query: z.strictObject(listQuery(type)),
        success: { status: 200, schema: pageOf(name, schema, { expanded }), description: 'One page.' },
        handle: async (ctx, { query }) => {
          const { fields, expand: wanted, ...rest } = query as Record<string, string>
          const page = await records.list(ctx, toListQuery(rest))
          return { page, fields, expanded: await expand(ctx, page.data, wanted) }
        },
        reply: (ctx, { page, fields, expanded }) => {
          const data = page.data.map((entry) => pick(present(type, ctx.principal, entry), fields))
          return { body: { ...page, data, ...(expanded ? { expanded } : {}) } }
        },
      }),
    create: () =>
      route({
        ...common,
        method: 'POST',
        path: base,
        id: called('create'),
        summary: `Create one ${singular}`,
        access: { action: 'create', kind },
        body: type.create,
        hasEtag: true,
        success: { status: 201, schema, description: 'Created.' },
        handle: (ctx, { body }) => (options.create ?? records.create)(ctx, body as Body) as Promise<T>,
        reply: created,
      }),
    get: () =>
      route({
        ...one,
        method: 'GET',
        path: `${base}/{id}`,
        id: called('get'),
        summary: `Read one ${singular}`,
        access: { action: 'read', kind },
        hasEtag: true,
        success: { status: 200, schema, description: 'The record.' },
        handle: (ctx, { params }) => records.get(ctx, params.id),
        reply: record,
      }),
    patch: () =>
      route({
        ...one,
        method: 'PATCH',
        path: `${base}/{id}`,
        id: called('update'),
        summary: `Change fields of one ${singular}`,
        description:
          'JSON merge patch (RFC 7396): null removes a field. With If-Match a stale version is refused; without, the patch is merged on the fresh record.',
        access: { action: 'update', kind },
        body: type.patch,
        hasEtag: true,
        takesIfMatch: true,
        success: { status: 200, schema, description: 'The record as it is now.' },
        handle: (ctx, { params, body, ifMatch }) =>
          (options.patch ?? records.patch)(ctx, params.id, body as Body, ifMatch) as Promise<T>,
        reply: record,
      }),
    remove: () =>
      route({
        ...one,
        method: 'DELETE',
        path: `${base}/{id}`,
        id: called('delete'),
        summary: `Move one ${singular} to the recycle bin`,
        description: options.without?.includes('restore')
          ? 'Frees its unique values at once, and cannot be undone.'
          : 'Frees its unique values at once. Restore within 30 days.',
        access: { action: 'delete', kind },
        takesIfMatch: true,
        success: { status: 204, description: 'In the recycle bin.' },
        handle: (ctx, { params, ifMatch }) => records.remove(ctx, params.id, ifMatch),
        reply: () => ({}),
      }),
    restore: () =>
      route({
        ...one,
        method: 'POST',
        path: `${base}/{id}/restore`,
        id: called('restore'),
        summary: `Bring one ${singular} back from the recycle bin`,
        description: 'Answers 409 and names the record in the way when a unique value was taken meanwhile.',
        access: { action: 'delete', kind },
        hasEtag: true,
        success: { status: 200, schema, description: 'Back.' },
        handle: (ctx, { params }) => records.restore(ctx, params.id),
        reply: record,
      }),
    share: () =>
      route({
        ...one,
        method: 'PUT',
        path: `${base}/{id}/shares`,
        id: called('share'),
        summary: `Set who else may see or change one ${singular}`,
        description:
          'Replaces all explicit shares. A share widens what roles give, never narrows it, and may end by itself.',
        access: { action: 'share', kind },
        body: z.strictObject({ shares: distinctList(Share, 20, (share) => share.to) }),
        hasEtag: true,
        takesIfMatch: true,
        success: { status: 200, schema, description: 'The record with its shares.' },
        handle: (ctx, { params, body, ifMatch }) => records.share(ctx, params.id, body.shares, ifMatch),
        reply: record,
      }),
    batch: () =>
      route({
        ...common,
        method: 'POST',
        path: `${base}/batch`,
        id: `batch${titled(plural)}`,
        summary: `Create, change and delete up to 100 ${several}`,
        description:
          'Atomic: all or nothing, in one transaction (an operation takes two to five of its 100 writes). Otherwise each on its own, with a result each.',
        access: { action: 'bulk', kind },
        body: batchBody(type),
        fails: [404, 412],
        success: { status: 200, schema: batchAnswer, description: 'One result per operation, in order.' },
        handle: (ctx, { body }) => records.batch(ctx, body.operations as BatchOperation[], body.atomic),
        reply: (_ctx, results) => ({ body: { results } }),
      }),
    timeline: () =>
      route({
        ...one,
        method: 'GET',
        path: `${base}/{id}/timeline`,
        id: called('timeline'),
        summary: `What happened to one ${singular}, latest first`,
        description: 'Every change with before and after, and what was noted and logged about it.',
        access: { action: 'read', kind },
        query: z.strictObject({ ...paging, type: line(64).optional() }),
        success: { status: 200, schema: pageOf('Event', EventRow), description: 'One page.' },
        handle: (ctx, { params, query }) => timeline(ctx, records, params.id, query),
      }),
    revert: () =>
      route({
        ...one,
        method: 'POST',
        path: `${base}/{id}/revert`,
        id: called('revert'),
        summary: `Give fields of one ${singular} the values they had before an event`,
        access: { action: 'update', kind },
        body: z.strictObject({ eventId: ref('event'), fields: z.array(line(64)).min(1).max(50).optional() }),
        hasEtag: true,
        takesIfMatch: true,
        success: { status: 200, schema, description: 'The record as it is now.' },
        handle: (ctx, { params, body, ifMatch }) =>
          revert(
            ctx,
            { ...records, ...(options.patch ? { patch: options.patch as typeof records.patch } : {}) },
            params.id,
            body.eventId,
            body.fields,
            ifMatch,
          ),
        reply: record,
      }),
  }
  const wanted = (Object.keys(all) as Operation[]).filter((operation) => !options.without?.includes(operation))
  return wanted.map((operation) => all[operation]())
}

/** `api-keys` as part of a name: ApiKeys. */
const titled = (plural: string): string => plural.replaceAll(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase())

function listQuery<T extends RecordBase>(type: Records<T>['type']): Record<string, z.ZodType> {
  const lists = type.lists ?? ['owner', 'team']
  const filters = Object.entries(type.filters ?? {}).map(([name, schema]) => [name, schema.optional()])
  return {
    ...paging,
    ...shapeQuery(type),
    sort,
    ...(lists.includes('owner') ? { ownerId: ref('user').optional() } : {}),
    ...(lists.includes('team') ? { teamId: ref('team').optional() } : {}),
    ...Object.fromEntries(filters),
    deleted: z.enum(['true']).optional().meta({ description: 'The recycle bin instead of the list.' }),
    ...(type.parent ? { [type.parent]: (type.schema.shape[type.parent] as z.ZodType).optional() } : {}),
  }
}

function toListQuery(query: Record<string, unknown>): ListQuery {
  const { limit, cursor, sort, deleted, ...filter } = query
  return {
    limit: limit as number | undefined,
    cursor: cursor as string | undefined,
    sort: sort as ListQuery['sort'],
    state: deleted === 'true' ? 'bin' : 'live',
    filter: filter as Record<string, string>,
  }
}

function batchBody<T extends RecordBase>(type: Records<T>['type']) {
  const operation = z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('create'), body: type.create }),
    z.strictObject({ op: z.literal('update'), id: ref(type.kind), body: type.patch, version: version.optional() }),
    z.strictObject({ op: z.literal('delete'), id: ref(type.kind), version: version.optional() }),
  ])
  return z
    .strictObject({ atomic: z.boolean().default(false), operations: z.array(operation).min(1).max(100) })
    .meta({ id: `${type.name}Batch` })
}

export const batchAnswer = z
  .strictObject({
    results: z
      .array(
        z.strictObject({
          status: z.int().min(200).max(599),
          id: anyRef.optional(),
          version: version.optional(),
          code: problemCode.optional(),
          detail: sentence.optional(),
        }),
      )
      .max(100),
  })
  .meta({ id: 'BatchAnswer' })

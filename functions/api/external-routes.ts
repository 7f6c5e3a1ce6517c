import { getExternal, type Known, putExternal } from '@rapport/core/shared/external'
import { present } from '@rapport/kernel/record-type'
import type { Body, Records } from '@rapport/kernel/records'
import { line, slug } from '@rapport/kernel/schema'
import { type Route, route } from '@rapport/lambda/route'
import * as z from 'zod'

const params = z.strictObject({ system: slug(32), externalId: line(128) })

/** Records of a kind by the ids that other systems know them by. */
export function externalRoutes<T extends Known>(records: Records<T>): Route[] {
  const { type } = records
  const { kind, plural, name } = type
  const defaults = defaultsOf(type.create)
  const common = { tag: plural, kind, path: `/v1/${plural}/external/{system}/{externalId}`, params, hasEtag: true }
  return [
    route({
      ...common,
      method: 'GET',
      id: `get${name}ByExternalId`,
      summary: `Read the ${kind} another system knows by this id`,
      access: { action: 'read', kind },
      success: { status: 200, schema: type.schema, description: 'The record.' },
      handle: (ctx, { params }) => getExternal(ctx, records, params.system, params.externalId),
      reply: (ctx, record) => ({ body: present(type, ctx.principal, record), version: record.version }),
    }),
    route({
      ...common,
      method: 'PUT',
      id: `put${name}ByExternalId`,
      summary: `Create the ${kind} another system knows by this id, or merge into it`,
      access: { action: 'create', kind },
      body: withoutDefaults(type.create, name),
      success: { status: 200, schema: type.schema, description: 'Merged.', created: 'Created.' },
      handle: (ctx, { params, body }) =>
        putExternal(ctx, records, params.system, params.externalId, body as Body, defaults),
      reply: (ctx, { record, isNew }) => ({
        body: present(type, ctx.principal, record),
        version: record.version,
        ...(isNew ? { status: 201, location: `/v1/${plural}/${record.id}` } : {}),
      }),
    }),
  ]
}

const defaultsOf = (create: z.ZodObject): Body =>
  Object.fromEntries(
    Object.entries(create.shape).flatMap(([field, schema]) =>
      schema instanceof z.ZodDefault ? [[field, schema.parse(undefined)]] : [],
    ),
  )

/** The body of a create in which what was not said stays unsaid: a default must not overwrite what is merged into. */
function withoutDefaults(create: z.ZodObject, name: string): z.ZodObject {
  const fields = Object.entries(create.shape).map(([field, schema]): [string, z.ZodType] => [
    field,
    schema instanceof z.ZodDefault ? (schema.unwrap() as z.ZodType).optional() : (schema as z.ZodType),
  ])
  return z.strictObject(Object.fromEntries(fields)).meta({ id: `${name}Upsert` })
}

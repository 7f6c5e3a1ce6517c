import { recordTypes } from '@rapport/core/index'
import { kindOf } from '@rapport/kernel/ids'
import { visibleItems } from '@rapport/kernel/record-read'
import { fromItem, present, type RecordType, referenceFields } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import * as z from 'zod'

/** References that one request may expand. */
const EXPAND_MAX = 3

/** Query parameters that choose what a list answers. Names that do not exist are refused. */
export function shapeQuery<T extends RecordBase>(type: RecordType<T>) {
  const references = [...referenceFields(type.schema).keys()]
  return {
    fields: names(Object.keys(type.schema.shape), 40).meta({
      description: 'Only these fields, and id and version; separated by commas.',
    }),
    expand: names(references, EXPAND_MAX).meta({
      description: `Answer the records these fields name in \`expanded\`, by id: ${references.join(', ')}. Invisible ones are left out.`,
    }),
  }
}

const names = (known: readonly string[], max: number) =>
  z
    .string()
    .max(1_000)
    .regex(/^[A-Za-z]+(?:,[A-Za-z]+)*$/)
    .refine((list) => split(list).every((name) => known.includes(name)) && split(list).length <= max, {
      error: `takes at most ${max} of: ${known.join(', ')}`,
    })
    .optional()

const id = z
  .string()
  .max(30)
  .regex(/^[a-z]{3}_[0-9a-z]{26}$/)
const field = z
  .string()
  .max(64)
  .regex(/^[A-Za-z]+$/)

export const expanded = z.record(id, z.record(field, z.unknown())).optional()

/** The records that these records name in the wanted fields, as the caller may see them. One request. */
export async function expand(
  ctx: Ctx,
  records: readonly RecordBase[],
  wanted: string | undefined,
): Promise<Record<string, object> | undefined> {
  if (wanted === undefined) return undefined
  const ids = records.flatMap((record) =>
    split(wanted).map((field) => (record as unknown as Record<string, unknown>)[field]),
  )
  const items = await visibleItems(ctx, [...new Set(ids.filter((id) => typeof id === 'string'))])
  return Object.fromEntries(
    [...items].flatMap(([id, item]) => {
      const type = recordTypes.find(({ kind }) => kind === kindOf(id))
      return type ? [[id, present(type, ctx.principal, fromItem(type, item))]] : []
    }),
  )
}

/** Only the wanted fields of a record, and what identifies it. */
export function pick<T extends object>(record: T, wanted: string | undefined): object {
  if (wanted === undefined) return record
  const kept = new Set(['id', 'version', ...split(wanted)])
  return Object.fromEntries(Object.entries(record).filter(([field]) => kept.has(field)))
}

const split = (list: string): string[] => list.split(',').filter(Boolean)

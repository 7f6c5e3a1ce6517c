import { createHash } from 'node:crypto'
import { derivedId } from '@rapport/kernel/ids'
import type { RecordType } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import type * as z from 'zod'
import { type Importable, importable } from '../importable.ts'
import type { Plan } from '../mappings/rows.ts'
import { orderOf, rowModel } from './model.ts'
import type { Import, ImportKind, RowWrite } from './schema.ts'
import { fieldsOf } from './unique.ts'

/** What the rows of one batch have in common. */
export interface Batch {
  /** The caller's: rows are written with the rights of whoever asked for the import. */
  ctx: Ctx
  one: Import
  of: Importable
  type: RecordType
  /** What a row may ask for: the fields of the record, and what is told beside it. */
  schemas: RowSchemas
  plans: readonly Plan[]
  /** Names in the file that are no fields, where no mapping says which are wanted. */
  unknown: readonly string[]
  /** Changes that an earlier attempt at these rows has made. What it created is found by its id. */
  done: ReadonlyMap<number, RowWrite>
  /** Ids of records that rows refer to, once found. */
  found: Map<string, string>
  /** Told of mistakes of ours. */
  tell(error: unknown): void
}

export async function openBatch(
  ctx: Ctx,
  one: Import,
  { plans, unknown = [] }: { plans: readonly Plan[]; unknown?: readonly string[] },
  rows: { first: number; last: number },
  tell: Batch['tell'],
): Promise<Batch> {
  const of = importable[one.kind]
  const writes = one.dryRun ? [] : await writesBetween(ctx, one.id, rows.first, rows.last)
  const done = new Map(writes.map((write) => [write.row, write]))
  const { type } = of.records
  return { ctx, one, of, type, schemas: rowSchemas(of), plans, unknown, done, found: new Map(), tell }
}

type RowSchemas = Pick<RecordType, 'create' | 'patch'>

const rowSchemas = ({ beside, records: { type } }: Importable): RowSchemas =>
  Object.keys(beside).length === 0 ? type : { create: type.create.extend(beside), patch: type.patch.extend(beside) }

/** Everything that a row of a kind may say. */
export const rowFieldsOf = (kind: ImportKind): z.ZodRawShape => ({ ...fieldsOf(kind), ...importable[kind].beside })

/**
 * The id of the record that a row makes: the same whenever the row is read, so that it is made once. In the order of the file, as
 * if the rows had been typed in one after the other.
 */
export function idOfRow({ id, kind, startedAt = '' }: Import, row: number): string {
  const bytes = Buffer.alloc(10)
  bytes.writeUInt32BE(row)
  createHash('sha256').update(id).digest().copy(bytes, 4, 0, 6)
  return derivedId(kind, new Date(startedAt), bytes)
}

/** The row that made a record; undefined when this import did not. */
export function rowOfId(one: Import, id: string, rowsMax: number): number | undefined {
  // The row stands in the first 32 of the 80 bits behind the time.
  const tail = [...id.slice(14)].reduce((sum, sign) => sum * 32n + BigInt(ALPHABET.indexOf(sign)), 0n)
  const row = Number(tail >> 48n)
  return row >= 1 && row <= rowsMax && idOfRow(one, row) === id ? row : undefined
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Each write of an import is told with the row it came from. */
export const rowCtx = ({ ctx, one }: Pick<Batch, 'ctx' | 'one'>, row: number): Ctx => ({
  ...ctx,
  requestId: requestOf(one, row),
})

export const requestOf = ({ id }: Pick<Import, 'id'>, row: number | 'undo'): string => `${id}.${row}`

async function writesBetween(ctx: Ctx, importId: string, first: number, last: number): Promise<RowWrite[]> {
  const range = rowModel.range(
    'record',
    { importId },
    { order: orderOf(first, 0) },
    { order: orderOf(last, 0) },
    { newestFirst: false, limit: last - first + 1 },
  )
  const { items } = await ctx.db.table.query({ ...range, ConsistentRead: true })
  return items.map(rowModel.parse)
}

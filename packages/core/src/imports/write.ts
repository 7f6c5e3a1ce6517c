import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import type { Issue } from '@rapport/kernel/errors'
import { issuesOf } from '@rapport/kernel/issues'
import { parse } from '@rapport/kernel/parse'
import { itemsOf } from '@rapport/kernel/record-read'
import { nameHolder, ValueTaken } from '@rapport/kernel/record-unique'
import { type Body, settle } from '@rapport/kernel/records'
import { mergePatch, type RecordBase } from '@rapport/kernel/schema'
import { type Change, type Ctx, holderOf, read, type UniqueValue, type Write } from '@rapport/kernel/store'
import { type Cells, filled, mapRow } from '../mappings/rows.ts'
import type { Wanted } from '../mappings/schema.ts'
import { type Batch, idOfRow, rowCtx } from './batch.ts'
import { orderOf, rowModel, UNDO_DAYS } from './model.ts'
import { refused, refusedBy, refusedFor } from './refusal.ts'
import type { RowResult, RowWrite } from './schema.ts'
import { namedBy, typeOf, uniqueIn, uniqueOf, visibleHolder } from './unique.ts'

/** A row that was dealt with, and the relations that may be known when the whole file has been read. */
export interface Written {
  result: RowResult
  waiting: Wanted[]
}

/** A row as it is understood before anything is read for it: refused already, or what it asks for. */
export type Prepared = { row: number; refused: RowResult } | Asked

interface Asked {
  row: number
  /** As mapped, and as a patch takes it. */
  input: Record<string, unknown>
  patch: Body
  id?: string | undefined
  wanted: Wanted[]
  /** What is unique in it: rows that share one of these are dealt with in their order. */
  unique: readonly UniqueValue[]
}

export async function prepareRow(batch: Batch, row: number, cells: Cells | string): Promise<Prepared> {
  try {
    return await understood(batch, row, cells)
  } catch (error) {
    return { row, refused: refusedBy(row, error, batch.tell) }
  }
}

async function understood(
  { plans, unknown, type, schemas }: Batch,
  row: number,
  cells: Cells | string,
): Promise<Prepared> {
  if (typeof cells === 'string') return { row, refused: refused(row, 'row.unreadable', cells) }
  const strange = unknown.filter((name) => name in cells)
  if (strange.length > 0) return { row, refused: refused(row, 'row.unknown_field', `No field: ${strange.join(', ')}`) }
  const { input, id, wanted, issues } = mapRow(plans, cells)
  if (issues.length > 0) return { row, refused: refusedFor(row, 'row.invalid', issues) }
  const patch = parse(schemas.patch, input)
  if (!patch.success) return { row, refused: refusedFor(row, 'row.invalid', issuesOf(patch.error)) }
  return { row, input, patch: patch.data as Body, id, wanted, unique: await uniqueIn(type, withoutNulls(patch.data)) }
}

/**
 * Does what a row asks for, through the service of its kind: the same checks, events and effects as a request of the same caller.
 * Again, it changes nothing and answers the same. Throws only what may go better another time.
 */
export async function writeRow(batch: Batch, prepared: Prepared): Promise<Written> {
  if ('refused' in prepared) return only(prepared.refused)
  const { row, input, patch, wanted } = prepared
  try {
    const { related, stands, waiting, missing } = await relate(batch, wanted)
    if (missing.length > 0) return only(refusedFor(row, 'reference.not_found', missing))
    const whole = {
      ...prepared,
      input: filled(mergePatch(input, related), stands),
      patch: filled(mergePatch(patch, related), stands),
    }
    const result = doneBefore(batch, row) ?? (await writeAsked(batch, whole))
    return { result, waiting: result.outcome === 'refused' ? [] : waiting }
  } catch (error) {
    const result = refusedBy(row, error, batch.tell)
    // An earlier attempt may have made it, and what stands in the way now was not there then.
    return only((await isMade(batch, row)) ? { row, outcome: 'created', of: idOfRow(batch.one, row) } : result)
  }
}

const only = (result: RowResult): Written => ({ result, waiting: [] })

/**
 * Finds the ids of the records that the row names. One of the same kind may stand further down in the file, unless it is part of a
 * list: that is not whole without it.
 */
async function relate(batch: Batch, wanted: readonly Wanted[]) {
  const related: Record<string, unknown> = {}
  const stands = new Map<string, string>()
  const waiting: Wanted[] = []
  const missing: Issue[] = []
  for (const one of wanted) {
    const id = await referred(batch, one)
    if (id !== undefined && one.stand !== undefined) stands.set(one.stand, id)
    else if (id !== undefined) related[one.path] = id
    else if (one.kind === batch.one.kind && one.stand === undefined) waiting.push(one)
    else missing.push(notFound(one))
  }
  return { related, stands, waiting, missing }
}

/** Whether there is none or whether the caller does not see it, the words are the same. */
const notFound = ({ path, kind, by, value }: Wanted): Issue => ({
  pointer: `/${path.replaceAll('.', '/')}`,
  code: 'reference.not_found',
  message: `no ${kind} that you may see has the ${by} ${JSON.stringify(value.slice(0, 100))}`,
})

async function referred({ ctx, found }: Batch, { kind, by, value }: Wanted): Promise<string | undefined> {
  const name = JSON.stringify([kind, by, value])
  const known = found.get(name)
  if (known !== undefined) return known
  const type = typeOf(kind)
  const unique = by === 'id' ? { id: value } : type && (await uniqueOf(type, by, value))
  const record = type && unique && (await visibleHolder(ctx, type, unique))
  if (record) found.set(name, record.id)
  return record?.id
}

function doneBefore({ done }: Batch, row: number): RowResult | undefined {
  const write = done.get(row)
  return write && { row, outcome: 'updated', of: write.of }
}

const isMade = async ({ ctx, one }: Batch, row: number): Promise<boolean> =>
  !one.dryRun && one.mode !== 'update' && (await itemsOf(ctx, [idOfRow(one, row)])).length > 0

async function writeAsked(batch: Batch, { row, input, patch, id, unique }: Asked): Promise<RowResult> {
  const { one, type } = batch
  if (one.mode === 'create') return createFrom(batch, row, input)
  const key = one.match === 'id' ? id && { id } : namedBy(type, one.match ?? '', unique)
  if (!key) return refused(row, 'row.no_key', `The row has nothing in ${one.match} to find its record by.`)
  const existing = await visibleHolder(batch.ctx, type, key)
  if (existing?.id === idOfRow(one, row)) return { row, outcome: 'created', of: existing.id }
  if (existing) return update(batch, row, existing, patch)
  if (one.mode === 'upsert') return createFrom(batch, row, input)
  return refused(row, `${one.kind}.not_found`, `There is no such ${one.kind}, or you may not see it.`)
}

async function createFrom(batch: Batch, row: number, input: Body): Promise<RowResult> {
  const { one, of, schemas } = batch
  const body = parse(schemas.create, withoutNulls(input))
  if (!body.success) return refusedFor(row, 'row.invalid', issuesOf(body.error))
  const ctx = rowCtx(batch, row)
  const id = idOfRow(one, row)
  if (one.dryRun) {
    const change = await of.check(ctx, body.data as Body)
    if (change) await refuseTaken(batch, change.answer)
    return { row, outcome: 'created' }
  }
  await settleOnce(ctx, await of.creation(ctx, body.data as Body, id), () => isMade(batch, row))
  return { row, outcome: 'created', of: id }
}

/** A patch that changes nothing writes nothing, so a file that is read again leaves everything as it is. */
export async function update(
  batch: Batch,
  row: number,
  existing: RecordBase,
  patch: Body,
  pass: 0 | 1 = 0,
): Promise<RowResult> {
  const { one, of } = batch
  const ctx = rowCtx(batch, row)
  const plan = () => of.patch(ctx, existing.id, patch)
  if (one.dryRun) {
    const { writes, answer } = await plan()
    if (writes.length > 0) await refuseTaken(batch, answer)
    return { row, outcome: writes.length > 0 ? 'updated' : 'unchanged', of: existing.id }
  }
  const order = orderOf(row, pass)
  const isNoted = async () => (await read(ctx, rowModel, { importId: one.id, order })) !== undefined
  const isChanged = await settleOnce(
    ctx,
    async () => {
      const change = await plan()
      // Nothing is left to change also when another attempt has just changed it.
      if (change.writes.length === 0)
        return (await isNoted()) ? { writes: [], events: [], answer: undefined } : undefined
      const { version } = change.answer
      return {
        ...change,
        writes: [...change.writes, rowWrite(ctx, { importId: one.id, order, row, of: existing.id, version })],
      }
    },
    isNoted,
  )
  return { row, outcome: isChanged ? 'updated' : 'unchanged', of: existing.id }
}

function rowWrite(ctx: Ctx, write: Omit<RowWrite, 'expiresAtS'>): Write {
  const expiresAtS = epochS(later(ctx.now, (UNDO_DAYS + 1) * DAY_MS))
  return { put: rowModel.item({ ...write, expiresAtS }), condition: { absent: true } }
}

/**
 * Plans and commits; when somebody was faster, looks first whether that was another attempt at the same row. Answers whether
 * something was or had been changed.
 */
const settleOnce = (
  ctx: Ctx,
  plan: () => Promise<Change | undefined>,
  isDone: () => Promise<boolean>,
): Promise<boolean> => {
  let attempts = 0
  return settle(ctx, async (): Promise<Change<boolean>> => {
    if (attempts++ > 0 && (await isDone())) return { writes: [], events: [], answer: true }
    const change = await plan()
    return change ? { ...change, answer: true } : { writes: [], events: [], answer: false }
  })
}

/** What the commit would find out: that a unique value belongs to another record. */
async function refuseTaken({ ctx, type }: Batch, record: RecordBase): Promise<void> {
  for (const value of type.unique?.(record) ?? []) {
    const holder = await holderOf(ctx, value)
    if (holder !== undefined && holder !== record.id)
      throw await nameHolder(ctx, new ValueTaken(value.scope, value.value))
  }
}

/** A new record has nothing to take away. */
const withoutNulls = (input: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))

/** Gives a record the relations it waited for; says of what is still missing that it is. */
export async function writeRelations(batch: Batch, result: RowResult, waiting: readonly Wanted[]): Promise<RowResult> {
  const { ctx, one, type } = batch
  const { related, waiting: missing } = await relate(batch, waiting)
  const note = missing.map(notFound)
  const noted = note.length > 0 ? { ...refusedFor(result.row, 'reference.not_found', note), ...result } : result
  const order = orderOf(result.row, 1)
  if (await read(ctx, rowModel, { importId: one.id, order })) return asUpdated(noted)
  const record =
    Object.keys(related).length > 0 && result.of ? await visibleHolder(ctx, type, { id: result.of }) : undefined
  if (!record) return noted
  try {
    const { outcome } = await update(batch, result.row, record, related, 1)
    return outcome === 'updated' ? asUpdated(noted) : noted
  } catch (error) {
    return { ...refusedBy(result.row, error, batch.tell), ...result }
  }
}

const asUpdated = (result: RowResult): RowResult =>
  result.outcome === 'unchanged' ? { ...result, outcome: 'updated' } : result

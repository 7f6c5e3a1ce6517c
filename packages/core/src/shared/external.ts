import { CrmError } from '@rapport/kernel/errors'
import { missing } from '@rapport/kernel/record-read'
import { type Body, type Records, settle } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import { type Ctx, holderOf, VersionConflict } from '@rapport/kernel/store'
import { externalIdGuard } from './rules.ts'

/** A record that other systems know by ids of their own. */
export type Known = RecordBase & { externalIds?: Record<string, string> | undefined }

export interface Upserted<T> {
  record: T
  isNew: boolean
}

/** The record another system knows by `id`. Consistent. Throws notFound when there is none the caller may see. */
export async function getExternal<T extends Known>(
  ctx: Ctx,
  records: Records<T>,
  system: string,
  id: string,
): Promise<T> {
  const holder = await holderOf(ctx, externalIdGuard(records.type.kind, system, id))
  if (!holder) throw missing(records.type)
  return records.get(ctx, holder)
}

/**
 * Creates the record another system knows by `id`, or merges into it. `defaults` are for a new one only: what was not said must
 * not overwrite what is there. Two at once end with one record.
 */
export async function putExternal<T extends Known>(
  ctx: Ctx,
  records: Records<T>,
  system: string,
  id: string,
  input: Body,
  defaults: Body = {},
): Promise<Upserted<T>> {
  const guard = externalIdGuard(records.type.kind, system, id)
  const holder = await holderOf(ctx, guard)
  if (holder) return merge(ctx, records, holder, system, id, input)
  try {
    const externalIds = withId(input.externalIds, system, id)
    return { record: await records.create(ctx, { ...defaults, ...input, externalIds }), isNew: true }
  } catch (error) {
    const winner = error instanceof CrmError && error.kind === 'conflict' ? await holderOf(ctx, guard) : undefined
    if (winner === undefined) throw error
    return merge(ctx, records, winner, system, id, input)
  }
}

/** Reads and writes the same version: external ids that others add meanwhile stay. */
async function merge<T extends Known>(
  ctx: Ctx,
  records: Records<T>,
  holder: string,
  system: string,
  id: string,
  input: Body,
): Promise<Upserted<T>> {
  const record = await settle(ctx, async () => {
    const { externalIds, version } = await records.get(ctx, holder, 'update')
    const all = { ...externalIds, ...withId(input.externalIds, system, id) }
    return records.plans.patch(ctx, holder, { ...input, externalIds: all }, version).catch(retryIfStale)
  })
  return { record, isNew: false }
}

/** The caller named no version, so one that has moved on is ours to read again. */
function retryIfStale(error: unknown): never {
  throw error instanceof CrmError && error.kind === 'stale' ? new VersionConflict() : error
}

const withId = (ids: unknown, system: string, id: string) => ({
  ...(ids as Record<string, string> | undefined),
  [system]: id,
})

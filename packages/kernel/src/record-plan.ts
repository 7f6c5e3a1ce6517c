import { isDeepStrictEqual } from 'node:util'
import { DAY_MS, epochS, later } from './clock.ts'
import { CrmError, forbidden, invalid, stale, unprocessable } from './errors.ts'
import type { EventDraft } from './events.ts'
import { issuesOf } from './issues.ts'
import { parse } from './parse.ts'
import { isAllowed } from './policy.ts'
import { refuseAssignment, refuseWiderShares } from './record-assignment.ts'
import { BIN_DAYS, getDeleted, getRecord, mayDo, visibleItems } from './record-read.ts'
import { lockedFields, type RecordType, referenceFields, timelineOf, toItem } from './record-type.ts'
import { guardWrites } from './record-unique.ts'
import { mergePatch, type RecordBase, type Share } from './schema.ts'
import { shareWrites } from './share.ts'
import { type Change, type Ctx, versioned, type Write } from './store.ts'

/** What else a slice writes when one of its records changes. `before` is absent on create; a deletion sets `next.deletedAt`. */
export type Effects<T> = (
  ctx: Ctx,
  change: { before?: T; next: T },
) => Promise<{ writes?: Write[]; events?: EventDraft[] }>

/** Whose a record is. */
export type Place = Partial<Pick<RecordBase, 'ownerId' | 'teamId'>>

/**
 * What follows from what a caller wishes, before it is checked and written: the stage a deal begins in, what a new stage resets.
 * May read; throws when a rule forbids it. `before` is absent on create, and `wished` may then lack what the rule fills in. A new
 * record may be given to whom the caller could not give it: `place` counts after everything else was checked as it is wished.
 */
export type Decides<T> = (
  ctx: Ctx,
  change: {
    before?: T
    wished: T
    input: Readonly<Record<string, unknown>>
    /** Ids of records that the same transaction makes. */
    known?: readonly string[]
  },
) => Promise<PlanOptions & { wished: T; place?: Place | undefined }>

/** What a slice says about a change of its own, beyond what a caller's request says. */
export interface PlanOptions {
  /** What happened, in the past tense, instead of `created` or `updated`: `case.escalated`. One word of letters and `_`. */
  verb?: string
  /** What the event tells beside the fields that changed. */
  data?: Record<string, unknown>
  /** Ids of records that the same transaction makes: they may be referred to although nobody can read them yet. */
  known?: readonly string[]
}

/** Fields that change with every write and are no change of their own. */
const SYSTEM = new Set(['version', 'updatedAt', 'updatedBy'])

export async function planCreate<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  input: Readonly<Record<string, unknown>>,
  effects: Effects<T> = noEffects,
  { id = ctx.ids.next(type.kind), ...options }: PlanOptions & { id?: string } = {},
  decides: Decides<T> = asWished,
): Promise<Change<T>> {
  refuseLocked(ctx, type, input)
  const { principal } = ctx
  const draft = {
    visibility: type.visibility ?? (principal.teamIds.length > 0 ? 'team' : 'owner'),
    ownerId: principal.userId,
    ...(principal.teamIds[0] ? { teamId: principal.teamIds[0] } : {}),
    ...input,
    id,
    ...stamps(ctx, 1),
    createdAt: ctx.now.toISOString(),
    createdBy: ctx.actor.id,
  } as unknown as T
  const {
    wished,
    place,
    known = [],
    ...told
  } = await decides(ctx, { wished: draft, input, known: options.known ?? [] })
  const asked = await complete(type, wished)
  await refuseReferences(ctx, type, undefined, asked, [...known, ...(options.known ?? [])])
  await refuseAssignment(ctx, type, undefined, asked)
  if (!isAllowed(principal, 'create', type.kind, ctx.now, asked))
    throw forbidden(`${type.kind}.create_denied`, `You may not create this ${type.kind}.`)
  const next = place ? await complete(type, { ...asked, ...place }) : asked
  const data = told.data || options.data ? { data: { ...told.data, ...options.data } } : {}
  return plan(ctx, type, undefined, next, 'created', effects, { ...told, ...options, ...data })
}

/** Throws stale when `expected` is given and is not the current version. A patch that changes nothing writes nothing. */
export async function planPatch<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  expected: number | undefined,
  effects: Effects<T> = noEffects,
  decides: Decides<T> = asWished,
): Promise<Change<T>> {
  const before = await getRecord(ctx, type, id, 'update')
  if (expected !== undefined && expected !== before.version) throw stale(before.version)
  refuseLocked(ctx, type, patch)
  const {
    wished,
    place: _,
    ...options
  } = await decides(ctx, { before, wished: mergePatch(before, patch), input: patch })
  return planNext(ctx, type, before, await complete(type, wished), effects, options)
}

/** The change from a record as read to a record as wished, with every check a patch has. */
export async function planNext<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  before: T,
  wished: T,
  effects: Effects<T> = noEffects,
  options: PlanOptions = {},
): Promise<Change<T>> {
  if (changedFields(before, wished).length === 0) return { writes: [], events: [], answer: before }
  await refuseReferences(ctx, type, before, wished, options.known)
  await refuseAssignment(ctx, type, before, wished)
  return planDerived(ctx, type, before, wished, effects, options)
}

/** The change that follows from another one of the same transaction, without the checks of what a caller wishes. */
export function planDerived<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  before: T,
  wished: T,
  effects: Effects<T> = noEffects,
  options: PlanOptions = {},
): Promise<Change<T>> {
  return plan(ctx, type, before, { ...wished, ...stamps(ctx, before.version + 1) }, 'updated', effects, options)
}

/** The next version of a record that itself stays as it is: for rows beside it that its version orders. Tells no event. */
export function planTouch<T extends RecordBase>(ctx: Ctx, type: RecordType<T>, before: T): Change<T> {
  const next = { ...before, ...stamps(ctx, before.version + 1) }
  return {
    writes: [{ put: toItem(type, next, ctx.db.shards), condition: versioned(before.version) }],
    events: [],
    answer: next,
  }
}

export async function planRemove<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  id: string,
  expected: number | undefined,
  effects: Effects<T> = noEffects,
): Promise<Change<T>> {
  const before = await getRecord(ctx, type, id, 'delete')
  if (expected !== undefined && expected !== before.version) throw stale(before.version)
  const next = { ...before, ...stamps(ctx, before.version + 1), deletedAt: ctx.now.toISOString() }
  return plan(ctx, type, before, next, 'deleted', effects)
}

/** Throws conflict, naming the record in the way if the caller may see it, when a unique value has been taken meanwhile. */
export async function planRestore<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  id: string,
  effects: Effects<T> = noEffects,
): Promise<Change<T>> {
  const before = await getDeleted(ctx, type, id)
  const { deletedAt: _, ...rest } = before
  const next = { ...rest, ...stamps(ctx, before.version + 1) } as unknown as T
  return plan(ctx, type, before, next, 'restored', effects)
}

/** Replaces the explicit grants on a record. */
export async function planShares<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  id: string,
  shares: readonly Share[],
  expected: number | undefined,
): Promise<Change<T>> {
  const before = mayDo(ctx, type, await getRecord(ctx, type, id), 'share')
  if (expected !== undefined && expected !== before.version) throw stale(before.version)
  refuseWiderShares(ctx, type, before, shares)
  await refuseUnknown(
    ctx,
    shares.map((share, index) => ({ pointer: `/shares/${index}/to`, id: share.to })),
  )
  const next = mergePatch(before, { shares: shares.length > 0 ? [...shares] : null })
  return planNext(ctx, type, before, next)
}

async function plan<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  before: T | undefined,
  next: T,
  usualVerb: string,
  effects: Effects<T>,
  { verb = usualVerb, data }: PlanOptions = {},
): Promise<Change<T>> {
  const extra = await effects(ctx, { ...(before ? { before } : {}), next })
  const expiresAtS = next.deletedAt ? epochS(later(ctx.now, BIN_DAYS * DAY_MS)) : undefined
  return {
    writes: [
      { put: toItem(type, next, ctx.db.shards, expiresAtS), condition: versioned(before?.version ?? 0) },
      ...guardWrites(type, before, next),
      ...shareWrites(type.kind, before, next),
      ...(extra.writes ?? []),
    ],
    events: [{ ...eventOf(type, before, next, verb), ...(data ? { data } : {}) }, ...(extra.events ?? [])],
    answer: next,
  }
}

function eventOf<T extends RecordBase>(type: RecordType<T>, before: T | undefined, next: T, verb: string): EventDraft {
  const changed = changedFields(before ?? {}, next)
  const told = changed.filter((field) => !type.quiet?.includes(field as keyof T & string))
  const place = timelineOf(type, next)
  const above = type.above?.(next)
  return {
    type: `${type.kind}.${verb}`,
    subject: { id: next.id, kind: type.kind },
    version: next.version,
    changed,
    ...(before ? { before: pick(before, told) } : {}),
    after: pick(next, told),
    ...(place === next.id ? {} : { timelineOf: place }),
    ...(above === undefined ? {} : { above }),
  }
}

/** Applies the derived fields and checks the whole record against its schema: a patch can break what no single field shows. */
export async function complete<T extends RecordBase>(type: RecordType<T>, record: T): Promise<T> {
  const derived = type.derive ? await type.derive(record) : record
  const parsed = parse(type.schema, derived)
  if (!parsed.success) throw invalid('body.invalid', 'The record would not be valid.', issuesOf(parsed.error))
  return dropUndefined(parsed.data) as T
}

function refuseLocked<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  input: Readonly<Record<string, unknown>>,
): void {
  const locked = lockedFields(type as unknown as RecordType<never>, ctx.principal)
  const refused = Object.keys(input).filter((field) => field in type.fields && locked.has(field))
  if (refused.length > 0) {
    throw new CrmError('forbidden', 'field.not_writable', `Your role may not set: ${refused.join(', ')}.`, {
      issues: refused.map((field) => ({
        pointer: `/${field}`,
        code: 'field.not_writable',
        message: 'may not be set by your role',
      })),
    })
  }
}

async function refuseReferences<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  before: T | undefined,
  next: T,
  known: readonly string[] = [],
): Promise<void> {
  const own = new Set([ctx.principal.userId, ...ctx.principal.teamIds, next.id])
  // What a caller cannot set, the CRM set itself: it may name a record of the same transaction.
  const settable = [...referenceFields(type.schema).keys()].filter((field) => field in type.patch.shape)
  const wanted = settable.flatMap((field) => {
    const id = (next as Record<string, unknown>)[field]
    const had = (before as Record<string, unknown> | undefined)?.[field]
    const isNew = typeof id === 'string' && id !== had && !known.includes(id)
    return isNew && !(own.has(id) && (field === 'ownerId' || field === 'teamId')) ? [{ pointer: `/${field}`, id }] : []
  })
  await refuseUnknown(ctx, wanted)
}

/** References must name live records the caller may see; invisible and absent answer alike. */
export async function refuseUnknown(ctx: Ctx, wanted: readonly { pointer: string; id: string }[]): Promise<void> {
  if (wanted.length === 0) return
  const visible = await visibleItems(
    ctx,
    wanted.map(({ id }) => id),
  )
  const unknown = wanted.filter(({ id }) => !visible.has(id) || visible.get(id)?.status === 'disabled')
  if (unknown.length > 0) throw unknownReferences(unknown)
}

/** The answer to references that name nothing the caller may see, whatever the reason. */
export const unknownReferences = (unknown: readonly { pointer: string }[]): CrmError =>
  unprocessable(
    'reference.not_found',
    'The request refers to something that does not exist or that you may not see.',
    unknown.map(({ pointer }) => ({
      pointer,
      code: 'reference.not_found',
      message: 'names no record that you may see',
    })),
  )

const changedFields = (before: object, next: object): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(next)])].filter(
    (field) => !SYSTEM.has(field) && !isDeepStrictEqual(before[field as never], next[field as never]),
  )

const stamps = (ctx: Ctx, version: number) => ({ version, updatedAt: ctx.now.toISOString(), updatedBy: ctx.actor.id })

const pick = (record: object, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([field]) => fields.includes(field)))

const dropUndefined = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

const noEffects = async () => ({})

const asWished = async <T>(_ctx: Ctx, { wished }: { wished: T }) => ({ wished })

import { CrmError, statusByKind } from './errors.ts'
import type { Page } from './page.ts'
import type { Action } from './policy.ts'
import { type ListQuery, listRecords } from './record-list.ts'
import {
  complete,
  type Decides,
  type Effects,
  type PlanOptions,
  planCreate,
  planDerived,
  planNext,
  planPatch,
  planRemove,
  planRestore,
  planShares,
} from './record-plan.ts'
import { getRecord } from './record-read.ts'
import type { RecordType } from './record-type.ts'
import { nameHolder, ValueTaken } from './record-unique.ts'
import type { RecordBase, Share } from './schema.ts'
import { AlreadyAnswered, type Change, type Ctx, commit, hash, keptAnswer, retryStale, together } from './store.ts'

export type Body = Readonly<Record<string, unknown>>

export type BatchOperation =
  | { op: 'create'; body: Body }
  | { op: 'update'; id: string; body: Body; version?: number | undefined }
  | { op: 'delete'; id: string; version?: number | undefined }

export interface BatchResult {
  status: number
  id?: string
  version?: number
  code?: string
  detail?: string
}

/** The operations every kind of record has. Rights are decided here, on the record as read, and held by its version. */
export interface Records<T extends RecordBase> {
  type: RecordType<T>
  get(ctx: Ctx, id: string, action?: Action): Promise<T>
  list(ctx: Ctx, query: ListQuery): Promise<Page<T>>
  create(ctx: Ctx, input: Body): Promise<T>
  /** With `expected`: throws stale when the record has moved on. Without: merged on the fresh record, retried when it moves. */
  patch(ctx: Ctx, id: string, patch: Body, expected?: number): Promise<T>
  remove(ctx: Ctx, id: string, expected?: number): Promise<T>
  restore(ctx: Ctx, id: string): Promise<T>
  share(ctx: Ctx, id: string, shares: readonly Share[], expected?: number): Promise<T>
  /** All in one transaction, or each on its own with a result each. */
  batch(ctx: Ctx, operations: readonly BatchOperation[], isAtomic: boolean): Promise<BatchResult[]>
  plans: Plans<T>
}

/** The same operations as changes that are not yet committed, for slices that combine several records in one transaction. */
export interface Plans<T extends RecordBase> {
  /** Fields that callers cannot set may be among the input; `id` comes from the caller when something else refers to it. */
  create(ctx: Ctx, input: Body, options?: PlanOptions & { id?: string }): Promise<Change<T>>
  patch(ctx: Ctx, id: string, patch: Body, expected?: number): Promise<Change<T>>
  /** From a record as read (with the right that is needed) to a record as wished; with every other check of a patch. */
  next(ctx: Ctx, before: T, wished: T, options?: PlanOptions): Promise<Change<T>>
  /** The same for what the CRM itself decides: nobody's wish, so references and owner are not checked. */
  derived(ctx: Ctx, before: T, wished: T, options?: PlanOptions): Promise<Change<T>>
  remove(ctx: Ctx, id: string, expected?: number): Promise<Change<T>>
}

export function records<T extends RecordBase>(
  type: RecordType<T>,
  effects?: Effects<T>,
  decides?: Decides<T>,
): Records<T> {
  const plans: Plans<T> = {
    create: (ctx, input, options) => planCreate(ctx, type, input, effects, options, decides),
    patch: (ctx, id, patch, expected) => planPatch(ctx, type, id, patch, expected, effects, decides),
    next: async (ctx, before, wished, options) =>
      planNext(ctx, type, before, await complete(type, wished), effects, options),
    derived: async (ctx, before, wished, options) =>
      planDerived(ctx, type, before, await complete(type, wished), effects, options),
    remove: (ctx, id, expected) => planRemove(ctx, type, id, expected, effects),
  }
  const run = <A>(ctx: Ctx, plan: () => Promise<Change<A>>): Promise<A> => settle(ctx, plan)
  return {
    type,
    plans,
    get: (ctx, id, action) => getRecord(ctx, type, id, action),
    list: (ctx, query) => listRecords(ctx, type, query),
    create: (ctx, input) => run(ctx, () => plans.create(ctx, input)),
    patch: (ctx, id, patch, expected) => run(ctx, () => plans.patch(ctx, id, patch, expected)),
    remove: (ctx, id, expected) => run(ctx, () => plans.remove(ctx, id, expected)),
    restore: (ctx, id) => run(ctx, () => planRestore(ctx, type, id, effects)),
    share: (ctx, id, shares, expected) => run(ctx, () => planShares(ctx, type, id, shares, expected)),
    batch: (ctx, operations, isAtomic) =>
      isAtomic ? batchAtomic(ctx, plans, operations) : batchEach(ctx, plans, operations),
  }
}

/**
 * Plans and commits, again from the fresh record while others are faster; a version the caller named then shows as stale in
 * the next plan. Turns a taken value into the conflict a caller is shown.
 */
export async function settle<A>(ctx: Ctx, plan: () => Promise<Change<A>>): Promise<A> {
  try {
    return await retryStale(ctx, async () => commit(ctx, await plan()))
  } catch (error) {
    if (error instanceof ValueTaken) throw await nameHolder(ctx, error)
    throw error
  }
}

const planOf = <T extends RecordBase>(ctx: Ctx, plans: Plans<T>, operation: BatchOperation): Promise<Change<T>> => {
  if (operation.op === 'create') return plans.create(ctx, operation.body)
  if (operation.op === 'update') return plans.patch(ctx, operation.id, operation.body, operation.version)
  return plans.remove(ctx, operation.id, operation.version)
}

const statusOf = { create: 201, update: 200, delete: 204 } as const

async function batchAtomic<T extends RecordBase>(
  ctx: Ctx,
  plans: Plans<T>,
  operations: readonly BatchOperation[],
): Promise<BatchResult[]> {
  return settle(ctx, async () => {
    const changes: Change<T>[] = []
    for (const [index, operation] of operations.entries())
      changes.push(await at(index, () => planOf(ctx, plans, operation)))
    const answer = changes.map((change, index) => done(operations[index] as BatchOperation, change.answer))
    return together(changes, answer)
  })
}

/**
 * Each with an idempotency record of its own, so that a batch that died on the way does the rest when it is repeated. One that
 * came to its end is kept whole, refusals included, unless some of it may yet be done.
 */
async function batchEach<T extends RecordBase>(
  ctx: Ctx,
  plans: Plans<T>,
  operations: readonly BatchOperation[],
): Promise<BatchResult[]> {
  const results: BatchResult[] = []
  for (const [index, operation] of operations.entries())
    results.push(await one(forOperation(ctx, index), plans, operation))
  const isSettled = results.every(({ status }) => status !== statusByKind.unavailable)
  return isSettled ? commit(ctx, { writes: [], events: [], answer: results }) : results
}

async function one<T extends RecordBase>(ctx: Ctx, plans: Plans<T>, operation: BatchOperation): Promise<BatchResult> {
  const kept = await keptAnswer(ctx)
  if (kept) return kept.answer as BatchResult
  try {
    return await settle(ctx, async () => {
      const change = await planOf(ctx, plans, operation)
      return { ...change, answer: done(operation, change.answer) }
    })
  } catch (error) {
    if (error instanceof AlreadyAnswered) return one(ctx, plans, operation)
    if (!(error instanceof CrmError)) throw error
    // The same request may have been carried out meanwhile, and then this is not what became of it.
    const late = await keptAnswer(ctx)
    return late
      ? (late.answer as BatchResult)
      : { status: statusByKind[error.kind], code: error.code, detail: error.message }
  }
}

const done = (operation: BatchOperation, record: RecordBase): BatchResult => ({
  status: statusOf[operation.op],
  id: record.id,
  version: record.version,
})

function forOperation(ctx: Ctx, index: number): Ctx {
  const { idempotency, ...rest } = ctx
  return idempotency
    ? { ...rest, idempotency: { ...idempotency, id: hash(idempotency.id, String(index)), isKept: false } }
    : rest
}

/** Says which operation of a batch was refused. */
async function at<A>(index: number, run: () => Promise<A>): Promise<A> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof CrmError)) throw error
    const issues = error.issues.map((issue) => ({ ...issue, pointer: `/operations/${index}/body${issue.pointer}` }))
    throw new CrmError(error.kind, error.code, `Operation ${index}: ${error.message}`, {
      issues,
      members: error.members,
    })
  }
}

import { fromItem, keyOf } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import { type Change, type Ctx, sameKey, shardOf, together, versioned, type Write } from '@rapport/kernel/store'
import { hoursOf } from '../calendars/service.ts'
import { caseType } from '../cases/model.ts'
import type { Case } from '../cases/schema.ts'
import { planMove } from '../cases/service.ts'
import type { EscalationRule } from '../escalation-rules/schema.ts'
import { allRules, hoursOfRule } from '../escalation-rules/service.ts'
import { planActions } from './actions.ts'
import { escalationModel } from './model.ts'
import { type ActiveRule, begin, type DueStep, follow, isSame, nextStep, noted, selectRule, taken } from './rules.ts'
import type { Escalation, EscalationFacts } from './schema.ts'

/** Case and escalation as they are now. */
interface Look {
  record: Case
  known: Escalation | undefined
}

/**
 * Brings what is known of a case's escalation in step with the case. Any number of times and in any order: what it writes follows from
 * the case as read, and only while that is the case. `changedAt` says when a person changed the case.
 */
export const recompute = (ctx: Ctx, caseId: string, changedAt?: string): Promise<void> =>
  settle<void>(ctx, async () => {
    const look = await lookAt(ctx, caseId)
    if (!look) return NOTHING
    const { record, known } = look
    const active = await activeRule(ctx, record)
    if (!known && !active) return NOTHING
    const before = known ?? begin(factsOf(record))
    const next = follow(noted(before, factsOf(record), changedAt), factsOf(record), active)
    if (known && isSame(before, next)) return NOTHING
    return writing([escalationWrite(ctx, before, next), unchanged(record)])
  })

/**
 * Takes the steps of a case that are due. Each is one transaction of the case's next version, what the step does, and the note that
 * it was taken: so it is taken once however many sweeps see it, and never of a case that has ended meanwhile.
 */
export async function takeDueStep(ctx: Ctx, caseId: string): Promise<void> {
  for (let isDue = true; isDue; ) isDue = await settle<boolean>(ctx, () => planDueStep(ctx, caseId))
}

async function planDueStep(ctx: Ctx, caseId: string): Promise<Change<boolean>> {
  const look = await lookAt(ctx, caseId)
  if (!look?.known) return { ...NOTHING, answer: false }
  const { record, known } = look
  const active = await activeRule(ctx, record)
  const state = follow(known, factsOf(record), active)
  const step = active && nextStep(state, factsOf(record), active)
  if (active && step && step.at <= ctx.now) return planStep(ctx, { record, known }, state, active.rule, step)
  if (isSame(known, state)) return { ...NOTHING, answer: false }
  return { ...writing([escalationWrite(ctx, known, state), unchanged(record)]), answer: false }
}

async function planStep(
  ctx: Ctx,
  { record, known }: { record: Case; known: Escalation },
  state: Escalation,
  rule: EscalationRule,
  step: DueStep,
): Promise<Change<boolean>> {
  const after = taken(state, rule, step.index)
  const { wished, changes, data } = await planActions(ctx, record, rule, step, state.cycle)
  if (rule.isShadow) {
    const next = follow(after, factsOf(record), await activeRule(ctx, record))
    const told = writing([escalationWrite(ctx, known, next), unchanged(record)])
    return { ...told, events: [shadowed(record, data)], answer: true }
  }
  const escalated = await planMove(ctx, record, wished, 'escalated', data)
  const next = follow(after, factsOf(escalated.answer), await activeRule(ctx, escalated.answer))
  return together([escalated, ...changes, writing([escalationWrite(ctx, known, next)])], true)
}

/** What a rule on trial would have done. It leaves the case as it is, so it is no event of the case's own. */
const shadowed = ({ id, version, accountId, contactId }: Case, data: Record<string, unknown>) => ({
  type: 'escalation.shadowed',
  subject: { id, kind: 'case' },
  version,
  changed: [],
  data,
  above: accountId ?? contactId,
})

/** What is known of a case's escalation; undefined while nothing is. */
export async function escalationOf(ctx: Pick<Ctx, 'db'>, caseId: string): Promise<Escalation | undefined> {
  const item = await ctx.db.table.get(escalationModel.key({ caseId }))
  return item && known(escalationModel.parse(item))
}

/** One consistent read of both. */
async function lookAt({ db }: Ctx, caseId: string): Promise<Look | undefined> {
  const keys = [keyOf('case', caseId), escalationModel.key({ caseId })] as const
  const items = await db.table.batchGet(keys)
  const [record, row] = keys.map((key) => items.find(({ pk, sk }) => sameKey(key, { pk: `${pk}`, sk: `${sk}` })))
  if (!record) return undefined
  return { record: fromItem(caseType, record), known: row && known(escalationModel.parse(row)) }
}

const known = ({ of: _, ...state }: Escalation & { of: string }): Escalation => state

/** Rules change seldom and one sweep asks for many cases: they are read once for each context. */
const rulesRead = new WeakMap<Ctx, Promise<EscalationRule[]>>()

async function activeRule(ctx: Ctx, record: Case): Promise<ActiveRule | undefined> {
  const reading = rulesRead.get(ctx) ?? allRules(ctx)
  rulesRead.set(ctx, reading)
  const rule = selectRule(await reading, factsOf(record))
  if (!rule) return undefined
  const [hours, clockHours] = await Promise.all([hoursOfRule(ctx, rule), hoursOf(ctx, record.sla?.calendarId)])
  return { rule, hours, clockHours }
}

const factsOf = (record: Case): EscalationFacts => ({ ...record, clocks: record.sla })

function escalationWrite({ db }: Ctx, before: Escalation, next: Escalation): Write {
  const due = next.dueAt === undefined ? {} : { dueSlot: shardOf(next.caseId, db.shards) }
  const { dueSlot: _, ...rest } = next
  const item = { ...rest, ...due, of: next.caseId, version: before.version + 1 }
  return { put: escalationModel.item(item), condition: versioned(before.version) }
}

/** Holds only while the case is the one that was read. */
const unchanged = ({ id, version }: Case): Write => ({ check: keyOf('case', id), condition: { equals: { version } } })

const writing = (writes: Write[]): Change<void> => ({ writes, events: [], answer: undefined })

const NOTHING: Change<void> = writing([])

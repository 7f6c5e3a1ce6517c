import { comment } from '@rapport/core/case-comments/service'
import type { Case } from '@rapport/core/cases/schema'
import {
  closeCase,
  createCase,
  patchCase,
  proceed,
  reopenCase,
  resolveCase,
  takeDueStep,
  wait,
} from '@rapport/core/cases/service'
import { takeDueStep as takeReviewStep } from '@rapport/core/escalations/review'
import { MINUTE_MS } from '@rapport/kernel/clock'
import { type DueEntry, dueEntries } from '@rapport/kernel/due'
import { CrmError } from '@rapport/kernel/errors'
import type { Ctx } from '@rapport/kernel/store'
import type { TicketRow } from './log.ts'

export interface Replayed {
  rows: number
  cases: number
  /** Rows that the rules of a case do not allow, such as waiting after the end. */
  refused: { line: number; reason: string }[]
  refusedCount: number
  /** The instant of the last row. */
  until: string
}

/** Refusals that are told one by one; the rest are counted. */
const REFUSED_SHOWN_MAX = 20

/** A context for an instant: the clock of everything that is replayed. */
export type CtxAt = (at: Date) => Ctx

/**
 * Lets a log happen again: each row at its instant, and before it what fell due by itself, at the minute at which the sweep would
 * have seen it. The same services decide as in the running CRM.
 */
export async function replay(ctxAt: CtxAt, rows: AsyncIterable<TicketRow>): Promise<Replayed> {
  const done: Replayed = { rows: 0, cases: 0, refused: [], refusedCount: 0, until: '' }
  const open = new Map<string, string>()
  for await (const row of rows) {
    await sweepUntil(ctxAt, new Date(row.at))
    try {
      await apply(ctxAt(new Date(row.at)), row, open)
      if (row.event === 'opened') done.cases++
    } catch (error) {
      if (!(error instanceof CrmError || error instanceof Unknown)) throw error
      done.refusedCount++
      if (done.refused.length < REFUSED_SHOWN_MAX) done.refused.push({ line: row.line, reason: error.message })
    }
    done.rows++
    done.until = row.at
  }
  if (done.until !== '') await sweepUntil(ctxAt, new Date(done.until))
  return done
}

class Unknown extends Error {}

/** Everything that is due by an instant, the longest due first, each at the minute after it fell due. */
async function sweepUntil(ctxAt: CtxAt, until: Date): Promise<void> {
  for (;;) {
    const [first] = await dueEntries(ctxAt(until).db, until, 1)
    if (!first) return
    const at = new Date(Math.ceil(Date.parse(first.dueAt) / MINUTE_MS) * MINUTE_MS)
    if (at > until) return
    await dueStepOf(first)(ctxAt(at), first.of)
  }
}

/** What of a replay falls due: cases, and the look at them that new office hours ask for. Anything else would be due for ever. */
function dueStepOf({ key: { sk } }: DueEntry) {
  if (sk === 'case') return takeDueStep
  if (sk === 'case-review') return takeReviewStep
  throw new Error(`Nothing is known to do for a due ${sk}.`)
}

async function apply(ctx: Ctx, { ticket, event, priority }: TicketRow, open: Map<string, string>): Promise<void> {
  if (event === 'opened') {
    if (open.has(ticket)) throw new Unknown(`${ticket} was opened before.`)
    const opened = await createCase(ctx, {
      subject: `Ticket ${ticket}`,
      ...(priority && { priorityOverride: priority }),
    })
    open.set(ticket, opened.id)
    return
  }
  const id = open.get(ticket)
  if (id === undefined) throw new Unknown(`${ticket} was never opened.`)
  if (priority) await patchCase(ctx, id, { priorityOverride: priority })
  const next = await steps[event](ctx, id)
  if (next && next.id !== id) open.set(ticket, next.id)
}

const say = (direction: 'inbound' | 'outbound') => async (ctx: Ctx, id: string) => {
  await comment(ctx, id, { direction, body: 'From the log.' })
  return undefined
}

const steps: Record<Exclude<TicketRow['event'], 'opened'>, (ctx: Ctx, id: string) => Promise<Case | undefined>> = {
  priority: async () => undefined,
  replied: say('outbound'),
  customer_replied: say('inbound'),
  in_progress: proceed,
  waiting_on_customer: (ctx, id) => wait(ctx, id, { on: 'customer' }),
  waiting_on_third_party: (ctx, id) => wait(ctx, id, { on: 'third_party' }),
  resolved: (ctx, id) => resolveCase(ctx, id, { code: 'solved' }),
  reopened: async (ctx, id) => (await reopenCase(ctx, id)).record,
  closed: (ctx, id) => closeCase(ctx, id),
}

import { isDeepStrictEqual } from 'node:util'
import { conflict } from '@rapport/kernel/errors'
import type { EventRow } from '@rapport/kernel/events'
import type { Body } from '@rapport/kernel/records'
import { type Change, type Ctx, VersionConflict, type Write } from '@rapport/kernel/store'
import * as z from 'zod'
import { totalOf } from './line-rules.ts'
import { type DealLine, DealLineInput, LINES_MAX } from './line-schema.ts'
import { linesOf, priced } from './lines.ts'
import { linesModel } from './model.ts'
import type { Opportunity } from './schema.ts'
import { Opportunities } from './service.ts'

/** A deal together with its lines, as one row of a file tells it: one change of one record. */

/** What such a row may say beside the fields of a deal. */
export const dealRowFields = { lines: z.array(DealLineInput).max(LINES_MAX).optional() }

export async function planDealRow(
  ctx: Ctx,
  { lines, ...input }: Body,
  options: { id?: string } = {},
): Promise<Change<Opportunity>> {
  const wanted = wantedIn(lines)
  if (wanted.length === 0) return Opportunities.plans.create(ctx, input, options)
  const told = await priced(ctx, input, wanted, [])
  const change = await Opportunities.plans.create(ctx, { ...input, ...summed(input, told, 1) }, options)
  return { ...change, writes: [...change.writes, linesWrite(change.answer, told)] }
}

/** Lines that are the same as before are no change. */
export async function planDealRowPatch(ctx: Ctx, id: string, { lines, ...patch }: Body): Promise<Change<Opportunity>> {
  if (lines === undefined) return Opportunities.plans.patch(ctx, id, patch)
  const before = await Opportunities.get(ctx, id, 'update')
  const had = await linesOf(ctx, id)
  const told = await priced(ctx, { ...before, ...patch }, wantedIn(lines), had)
  if (isDeepStrictEqual(told, had)) return Opportunities.plans.patch(ctx, id, patch)
  const { syncedQuoteId: quoteId } = before
  if (quoteId !== undefined)
    throw conflict('opportunity.lines_of_quote', 'The deal has the lines of a quote. Change them there.', { quoteId })
  const linesRevision = (before.linesRevision ?? 0) + 1
  const change = await Opportunities.plans.patch(ctx, id, { ...patch, ...summed(patch, told, linesRevision) })
  // The deal was read twice: both must have been the same one, or the lines are not those that it had.
  if (change.answer.version !== before.version + 1) throw new VersionConflict()
  return {
    ...change,
    writes: [...change.writes, linesWrite(change.answer, told)],
    events: change.events.map((event, index) =>
      index === 0 ? { ...event, data: { ...event.data, formerLines: had } } : event,
    ),
  }
}

/** Gives a deal back what such a patch changed; lines that somebody has replaced since stay, and what they come to with them. */
export async function planDealRowBack(
  ctx: Ctx,
  before: Opportunity,
  wished: Opportunity,
  { changed, after, data }: EventRow,
): Promise<Change<Opportunity>> {
  if (!changed.includes('linesRevision')) return Opportunities.plans.next(ctx, before, wished)
  if (before.linesRevision !== after?.linesRevision || before.syncedQuoteId !== undefined) {
    return Opportunities.plans.next(ctx, before, { ...wished, ...sums(before) })
  }
  const lines = (data?.formerLines ?? []) as DealLine[]
  const next = { ...wished, linesRevision: (before.linesRevision ?? 0) + 1 }
  const change = await Opportunities.plans.next(ctx, before, next)
  return { ...change, writes: [...change.writes, linesWrite(change.answer, lines)] }
}

const sums = ({ lineCount, linesRevision, amount }: Opportunity) =>
  ({ lineCount, linesRevision, amount }) as unknown as Partial<Opportunity>

/** Rows were held to the schema before they get here. */
const wantedIn = (lines: unknown): readonly DealLineInput[] => (lines ?? []) as DealLineInput[]

/** Without lines the amount is what it was, or what the row says. */
function summed({ amount }: Body, lines: readonly DealLine[], linesRevision: number): Body {
  const total = totalOf(lines)
  if (amount !== undefined && total !== undefined && !isDeepStrictEqual(amount, total))
    throw conflict('opportunity.amount_from_lines', 'The amount is what the lines come to. Leave it out.')
  return { lineCount: lines.length, linesRevision, ...(total ? { amount: total } : {}) }
}

const linesWrite = ({ id, linesRevision = 1 }: Opportunity, lines: DealLine[]): Write => ({
  put: linesModel.item({ opportunityId: id, revision: linesRevision, lines }),
})

import { isDeepStrictEqual } from 'node:util'
import { conflict } from '@rapport/kernel/errors'
import type { EventRow } from '@rapport/kernel/events'
import { takeNumbers } from '@rapport/kernel/numbers'
import type { Body } from '@rapport/kernel/records'
import { ref } from '@rapport/kernel/schema'
import { type Change, type Ctx, VersionConflict } from '@rapport/kernel/store'
import * as z from 'zod'
import { numberOf } from './rules.ts'
import { contentFields, type Order, type OrderLine, RefundRequest } from './schema.ts'
import { checkedLines, contentOf, linesWrite, Orders, parted, planOrder, planRefund, storedLines } from './service.ts'

/** An order with its lines, or what came back of one, as one row of a file tells it. */

const { lines, withShipping, reason } = RefundRequest.shape

/** What such a row may say beside the fields of an order. A refund says of which order, and has no lines of its own. */
export const orderRowFields = {
  ...z.object(contentFields).partial().shape,
  refund: z
    .strictObject({ ofId: ref('order'), lines: lines.default([]), withShipping, reason })
    .refine((refund) => refund.lines.length > 0 || refund.withShipping, { error: 'must say what comes back' })
    .optional(),
}

type RefundRow = NonNullable<z.infer<(typeof orderRowFields)['refund']>>

/** Throws what is wrong with a new one. No number is taken for an order that is not written. */
export const checkOrderRow = (ctx: Ctx, input: Body): Promise<Change<Order>> => planRow(ctx, input, numberOf(0))

/** The number is taken when nothing is wrong with the row but what a commit finds. */
export async function orderRow(ctx: Ctx, input: Body, id: string): Promise<() => Promise<Change<Order>>> {
  await checkOrderRow(ctx, input)
  const number = numberOf(await takeNumbers(ctx, 'order'))
  return () => planRow(ctx, input, number, id)
}

function planRow(ctx: Ctx, { refund, ...input }: Body, number: string, id?: string): Promise<Change<Order>> {
  if (refund === undefined) return planOrder(ctx, input, number, id)
  // Rows were held to the schema before they get here.
  const { ofId, ...what } = refund as RefundRow
  const { orderedOn, externalIds, ...others } = input as Pick<RefundRequest, 'orderedOn' | 'externalIds'>
  // The schema fills in what every order begins as.
  const said = Object.entries(others).flatMap(([name, value]) =>
    name === 'status' && value === 'placed' ? [] : [name],
  )
  if (said.length > 0)
    throw conflict('refund.of_order', `What is refunded is as its order is: leave out ${said.join(', ')}.`)
  return planRefund(ctx, ofId, { ...what, orderedOn, externalIds }, number, { id })
}

/** Lines and amounts that are the same as before are no change; a refund stays what it is. */
export async function planOrderRowPatch(ctx: Ctx, id: string, { refund, ...patch }: Body): Promise<Change<Order>> {
  const before = await Orders.get(ctx, id, 'update')
  const ofId = (refund as RefundRow | undefined)?.ofId
  if (refund !== undefined && ofId !== before.refundsId)
    throw conflict('refund.of_other', 'This order is no refund of that one.', { orderId: before.id })
  const { fields, content } = parted(patch)
  if (!content) return Orders.plans.patch(ctx, id, fields)
  const had = await storedLines(ctx, id)
  const told = await checkedLines(ctx, contentOf(content))
  const isSame =
    isDeepStrictEqual(told.comesTo.totals, before.totals) &&
    isDeepStrictEqual(told.lines.map(withoutCost), had.lines.map(withoutCost))
  if (isSame) return Orders.plans.patch(ctx, id, fields)
  const change = await Orders.plans.patch(ctx, id, patch)
  // The order was read twice: both must have been the same one, or the lines are not those that it had.
  if (change.answer.version !== before.version + 1) throw new VersionConflict()
  return {
    ...change,
    events: change.events.map((event, index) =>
      index === 0 ? { ...event, data: { ...event.data, formerLines: had.lines } } : event,
    ),
  }
}

/** What the goods cost is known from the products of that day; a file that comes again says nothing of it. */
const withoutCost = ({ cost: _, ...line }: OrderLine): Omit<OrderLine, 'cost'> => line

/** Gives an order back what such a patch changed; lines that somebody has replaced since stay, and what they come to with them. */
export async function planOrderRowBack(
  ctx: Ctx,
  before: Order,
  wished: Order,
  { changed, after, data }: EventRow,
): Promise<Change<Order>> {
  if (!changed.includes('linesRevision')) return Orders.plans.next(ctx, before, wished)
  if (before.linesRevision !== after?.linesRevision) {
    const { totals, margin, lineCount, linesRevision } = before
    return Orders.plans.next(ctx, before, { ...wished, totals, margin, lineCount, linesRevision })
  }
  const linesRevision = before.linesRevision + 1
  const change = await Orders.plans.next(ctx, before, { ...wished, linesRevision })
  const former = (data?.formerLines ?? []) as OrderLine[]
  return { ...change, writes: [...change.writes, linesWrite(before.id, linesRevision, former)] }
}

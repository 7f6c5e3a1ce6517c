import { conflict, stale, unprocessable } from '@rapport/kernel/errors'
import { takeNumbers } from '@rapport/kernel/numbers'
import type { Page } from '@rapport/kernel/page'
import { allRights } from '@rapport/kernel/policy'
import { type ListQuery, listRecords } from '@rapport/kernel/record-list'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { getRecord, itemsOf, visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Body, type Records, records, settle } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import { type Change, type Ctx, read, together, type Write } from '@rapport/kernel/store'
import { accountType } from '../accounts/model.ts'
import { today } from '../organisation/service.ts'
import { productType } from '../products/model.ts'
import { putExternal, type Upserted } from '../shared/external.ts'
import { orderLinesModel, orderType, type StoredOrderLines } from './model.ts'
import { costOf, marginOf, nothingReturned, numberOf, refunded, refuseAmounts, refuseMove, totalsOf } from './rules.ts'
import {
  contentFields,
  type Order,
  OrderContent,
  type OrderLine,
  type OrderLineInput,
  type OrderLines,
  type RefundRequest,
} from './schema.ts'

export const Orders: Records<Order> = withContent(
  records<Order>(orderType, async (_ctx, { before, next }) => {
    if (before) refuseMove(before, next.status)
    const isGone = next.deletedAt !== undefined && before?.deletedAt === undefined
    if (isGone && (next.refundsId !== undefined || next.refundedTotal !== undefined || next.quoteId !== undefined))
      throw conflict('order.kept', 'An order that a quote made, or of which something came back, stays. Cancel it.')
    return {}
  }),
)

/** Orders are made and replaced with what is in them: a create needs it, a patch may carry it. */
function withContent(of: Records<Order>): Records<Order> {
  return {
    ...of,
    create: createOrder,
    patch: (ctx, id, patch, expected) => settle(ctx, () => planPatch(ctx, id, patch, expected)),
    plans: { ...of.plans, patch: planPatch },
  }

  async function planPatch(ctx: Ctx, id: string, patch: Body, expected?: number): Promise<Change<Order>> {
    const before = await of.get(ctx, id, 'update')
    if (expected !== undefined && expected !== before.version) throw stale(before.version)
    const { fields, content } = parted(patch)
    const wished = mergePatch(before, fields)
    return content ? planContent(ctx, before, wished, content) : of.plans.next(ctx, before, wished)
  }

  async function planContent(ctx: Ctx, before: Order, wished: Order, content: Body): Promise<Change<Order>> {
    if (before.quoteId !== undefined || before.refundsId !== undefined || (before.refundedTotal ?? 0) > 0)
      throw conflict('order.fixed', 'What is in an order stays once a quote made it or something of it came back.')
    const lines = await checkedLines(ctx, contentOf(content))
    const linesRevision = before.linesRevision + 1
    const change = await of.plans.next(ctx, before, { ...wished, ...lines.comesTo, linesRevision })
    return { ...change, writes: [...change.writes, linesWrite(before.id, linesRevision, lines.lines)] }
  }
}

/** What somebody ordered, as another system tells it. The number is taken when nothing is wrong with it but what a commit finds. */
async function createOrder(ctx: Ctx, input: Body): Promise<Order> {
  await planOrder(ctx, input, numberOf(0))
  const number = numberOf(await takeNumbers(ctx, 'order'))
  return settle(ctx, () => planOrder(ctx, input, number))
}

export async function planOrder(ctx: Ctx, input: Body, number: string, id?: string): Promise<Change<Order>> {
  const { fields, content } = parted(input)
  const { lines, comesTo } = await checkedLines(ctx, contentOf(content ?? {}))
  return planMade(ctx, { status: 'placed', ...fields, ...comesTo, number }, lines, { ...(id !== undefined && { id }) })
}

/** Throws unprocessable unless it says what was ordered, and in which currency. */
export function contentOf(content: Body): OrderContent {
  const parsed = OrderContent.safeParse(content)
  if (parsed.success) return parsed.data
  throw unprocessable('order.no_lines', 'What is in an order needs its currency and its lines.', [
    { pointer: '/lines', code: 'order.no_lines', message: 'must say what was ordered' },
  ])
}

/** The plan of an order whose lines have been computed. `known` may be named although nobody can read it yet. */
export async function planMade(
  ctx: Ctx,
  input: Body,
  lines: readonly OrderLine[],
  options: { id?: string; known?: readonly string[] } = {},
): Promise<Change<Order>> {
  const made = { linesRevision: 1, lineCount: lines.length, ...input }
  const change = await bare.plans.create(ctx, made, options)
  return { ...change, writes: [...change.writes, linesWrite(change.answer.id, 1, lines)] }
}

const bare = records<Order>(orderType)

export const linesWrite = (orderId: string, revision: number, lines: readonly OrderLine[]): Write => ({
  put: orderLinesModel.item({
    orderId,
    revision,
    lines: [...lines],
    returned: nothingReturned(lines),
    isShippingReturned: false,
  }),
})

export function parted(input: Body): { fields: Body; content?: Body } {
  const entries = Object.entries(input)
  const content = entries.filter(([name]) => name in contentFields)
  const fields = Object.fromEntries(entries.filter(([name]) => !(name in contentFields)))
  return { fields, ...(content.length > 0 ? { content: Object.fromEntries(content) } : {}) }
}

/** Lines with the names and costs of their products, and what they come to. */
export async function checkedLines(ctx: Ctx, content: OrderContent) {
  refuseAmounts(content)
  const { currency, shipping, shippingTax, adjustment } = content
  const extras = {
    shipping: shipping?.amount ?? 0,
    shippingTax: shippingTax?.amount ?? 0,
    adjustment: adjustment?.amount ?? 0,
  }
  const lines = await withProducts(ctx, currency, content.lines)
  const totals = totalsOf(currency, lines, extras)
  return { lines, comesTo: { totals, margin: marginOf(lines), lineCount: lines.length } }
}

async function withProducts(ctx: Ctx, currency: string, inputs: readonly OrderLineInput[]): Promise<OrderLine[]> {
  const named = inputs.flatMap(({ productId }, at) =>
    productId === undefined ? [] : [{ pointer: `/lines/${at}/productId`, id: productId }],
  )
  await refuseUnknown(ctx, named)
  const items = named.length > 0 ? await visibleItems(ctx, [...new Set(named.map(({ id }) => id))]) : new Map()
  return inputs.map(({ productId, name, quantity, net, tax }, at) => {
    const item = productId === undefined ? undefined : items.get(productId)
    const product = item && fromItem(productType, item)
    const called = name ?? product?.name
    if (called === undefined)
      throw unprocessable('line.no_name', 'A line without a product needs a name.', [
        { pointer: `/lines/${at}/name`, code: 'line.no_name', message: 'must be said where there is no product' },
      ])
    const cost = costOf(product?.cost, quantity, currency)
    const amounts = { net: net.amount, tax: tax?.amount ?? 0, total: net.amount + (tax?.amount ?? 0) }
    return {
      ...(productId === undefined ? {} : { productId }),
      name: called,
      quantity,
      ...amounts,
      ...(cost === undefined ? {} : { cost }),
    }
  })
}

/** Creates the order another system knows by this id, or brings it up to date: fields that are sent, and all lines or none. */
export const putOrder = (ctx: Ctx, system: string, externalId: string, input: Body): Promise<Upserted<Order>> =>
  putExternal(ctx, Orders, system, externalId, input)

export async function getOrderLines(ctx: Ctx, id: string): Promise<OrderLines> {
  const order = await Orders.get(ctx, id)
  const { lines, returned } = await storedLines(ctx, id)
  const mayKnow = ctx.principal.rights.field('order', 'finance') !== 'none'
  return {
    lines: mayKnow ? lines : lines.map(({ cost: _, ...line }) => line),
    returned,
    totals: order.totals,
    version: order.version,
  }
}

export async function storedLines(ctx: Ctx, orderId: string): Promise<StoredOrderLines> {
  const stored = await read(ctx, orderLinesModel, { orderId })
  return stored ?? { orderId, revision: 1, lines: [], returned: [], isShippingReturned: false }
}

/**
 * Gives something of an order back: a negative order of its own. The order counts what came back of each line under its version, so
 * that two refunds at once never bring back more than was ordered.
 */
export async function refund(ctx: Ctx, id: string, request: RefundRequest, expected?: number): Promise<Order> {
  await planRefund(ctx, id, request, numberOf(0), { expected })
  const number = numberOf(await takeNumbers(ctx, 'order'))
  return settle(ctx, () => planRefund(ctx, id, request, number, { expected }))
}

/** `options.id` is that of the refund, `options.expected` the version of the order. */
export async function planRefund(
  ctx: Ctx,
  id: string,
  request: RefundRequest,
  number: string,
  { expected, id: refundId }: { expected?: number | undefined; id?: string | undefined } = {},
): Promise<Change<Order>> {
  const before = await Orders.get(ctx, id, 'update')
  if (expected !== undefined && expected !== before.version) throw stale(before.version)
  if (before.refundsId !== undefined) throw conflict('order.is_refund', 'A refund is not refunded.')
  if (before.status === 'cancelled') throw conflict('order.cancelled', 'Nothing comes back of a cancelled order.')
  const stored = await storedLines(ctx, id)
  const { lines, returned } = refunded(stored.lines, stored.returned, request)
  const { withShipping, reason, externalIds, orderedOn = await today(ctx) } = request
  if (withShipping && stored.isShippingReturned)
    throw conflict('refund.shipping_twice', 'Shipping and adjustment of this order came back already.')
  const { currency, shipping, shippingTax, adjustment } = before.totals
  const sign = withShipping ? -1 : 0
  // `|| 0`: no amount is ever -0.
  const extras = {
    shipping: sign * shipping || 0,
    shippingTax: sign * shippingTax || 0,
    adjustment: sign * adjustment || 0,
  }
  const totals = totalsOf(currency, lines, extras)
  const { name, accountId, contactId, opportunityId, ownerId, teamId, visibility } = before
  const kept = { name, accountId, contactId, opportunityId, ownerId, teamId, visibility }
  const said = { ...kept, orderedOn, status: 'placed', externalIds, reason, refundsId: id, number, totals }
  const input = Object.fromEntries(
    Object.entries({ ...said, margin: marginOf(lines) }).filter(([, value]) => value !== undefined),
  )
  const known = [accountId, contactId, opportunityId, ownerId, teamId].filter((one) => one !== undefined)
  const onBehalf = { ...ctx, principal: { ...ctx.principal, rights: allRights } }
  const made = await planMade(onBehalf, input, lines, { known, ...(refundId !== undefined && { id: refundId }) })
  const refundedTotal = (before.refundedTotal ?? 0) - totals.grandTotal
  const linesRevision = before.linesRevision + 1
  const options = { verb: 'refunded', data: { refundId: made.answer.id } }
  const change = await bare.plans.derived(ctx, before, { ...before, refundedTotal, linesRevision }, options)
  const isShippingReturned = stored.isShippingReturned || withShipping
  const put = orderLinesModel.item({ ...stored, revision: linesRevision, returned, isShippingReturned })
  return together([made, change, { writes: [{ put }], events: [], answer: undefined }], made.answer)
}

/** An order as it is now, whoever asks. */
export async function findOrder(ctx: Pick<Ctx, 'db'>, id: string): Promise<Order | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(orderType, item) : undefined
}

/** What a company ordered that the caller may see, newest first. */
export async function listAccountOrders(
  ctx: Ctx,
  accountId: string,
  { status, ...query }: ListQuery & { status?: string | undefined },
): Promise<Page<Order>> {
  await getRecord(ctx, accountType, accountId)
  return listRecords(ctx, orderType, { ...query, filter: { accountId, status } })
}

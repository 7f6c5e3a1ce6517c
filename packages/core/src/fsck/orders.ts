import { compare, exact, sum } from '@rapport/kernel/decimal'
import type { StoredOrderLines } from '../orders/model.ts'
import { marginOf, totalsOf } from '../orders/rules.ts'
import type { Order, OrderLine } from '../orders/schema.ts'
import type { Finding } from './finding.ts'
import { grouped, same } from './same.ts'
import { isPurged, type Snapshot } from './snapshot.ts'

/** What an order comes to follows from its lines, and what came back of it from its refunds: never more than was ordered. */
export function checkOrders(snapshot: Snapshot): Finding[] {
  const orders = [...snapshot.records.values()].flatMap(({ type, record }) =>
    type.kind === 'order' ? [record as Order] : [],
  )
  const rows = snapshot.rows['order-lines']
  const lines = new Map(rows.map(({ value }) => [value.orderId, value]))
  const refunds = grouped(
    orders.filter(({ refundsId }) => refundsId !== undefined),
    ({ refundsId }) => String(refundsId),
  )
  const linesOf = (order: Order): OrderLine[] => lines.get(order.id)?.lines ?? []
  return [
    ...orders.flatMap((order) => [
      ...checkLines(order, lines.get(order.id)),
      ...checkRefunds(order, lines.get(order.id), refunds.get(order.id) ?? [], linesOf),
    ]),
    ...rows.flatMap(({ key, value: { orderId: of } }) => {
      if (snapshot.records.has(of)) return []
      const code = isPurged(snapshot, of) ? 'order.leftover' : 'order.orphan'
      const repair = { remove: key, of, seenVersion: undefined }
      return [{ code, ids: [of], message: 'Lines of an order are there without it.', repair }]
    }),
  ]
}

function checkLines(order: Order, stored: StoredOrderLines | undefined): Finding[] {
  const { totals, margin, lineCount, linesRevision } = order
  const lines = stored?.lines ?? []
  const isRight =
    stored?.revision === linesRevision &&
    lines.length === lineCount &&
    stored.returned.length === lineCount &&
    lines.every(({ net, tax, total }) => total === net + tax) &&
    same(totalsOf(totals.currency, lines, totals), totals) &&
    same(marginOf(lines), margin)
  return isRight ? [] : [{ code: 'order.lines', ids: [order.id], message: 'An order does not come to its lines.' }]
}

function checkRefunds(
  order: Order,
  stored: StoredOrderLines | undefined,
  refunds: readonly Order[],
  linesOf: (order: Order) => readonly OrderLine[],
): Finding[] {
  const back = refunds.flatMap(linesOf)
  const returned = stored?.returned ?? []
  const total = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
  const quantityBack = sum(back.map(({ quantity }) => exact(quantity)))
  const counted = sum(returned.map(({ quantity }) => exact(quantity)))
  const isRight =
    (order.refundedTotal ?? 0) === -total(refunds.map(({ totals }) => totals.grandTotal)) &&
    total(returned.map(({ net }) => net)) === -total(back.map(({ net }) => net)) &&
    total(returned.map(({ tax }) => tax)) === -total(back.map(({ tax }) => tax)) &&
    compare(counted, { n: -quantityBack.n, d: quantityBack.d }) === 0 &&
    returned.every(
      ({ quantity }, at) =>
        quantity === '0' || compare(exact(quantity), exact(stored?.lines[at]?.quantity ?? '0')) <= 0,
    )
  return isRight
    ? []
    : [{ code: 'order.refunds', ids: [order.id], message: 'What came back of an order is not what its refunds say.' }]
}

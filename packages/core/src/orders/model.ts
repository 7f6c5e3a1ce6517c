import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import { externalIdGuards, externalIdValues } from '../shared/rules.ts'
import { Order, type OrderLine, OrderStatus, orderFields, type Returned } from './schema.ts'

export const orderType = recordType<Order>({
  kind: 'order',
  plural: 'orders',
  name: 'Order',
  schema: Order,
  fields: orderFields,
  parent: 'accountId',
  unique: (order) => externalIdGuards('order', order.externalIds),
  search: (order) => ({
    words: order.name ? [order.name] : [],
    values: [order.number, ...externalIdValues(order.externalIds)],
  }),
  filters: { status: OrderStatus, opportunityId: ref('opportunity'), refundsId: ref('order') },
  facets: (order) => [
    { field: 'status', value: order.status },
    ...(order.opportunityId ? [{ field: 'opportunityId', value: order.opportunityId }] : []),
    ...(order.refundsId ? [{ field: 'refundsId', value: order.refundsId }] : []),
  ],
  above: (order) => order.accountId,
  fieldGroups: { finance: ['margin'] },
})

export interface StoredOrderLines {
  orderId: string
  /** `linesRevision` of the order they belong to. */
  revision: number
  lines: OrderLine[]
  /** What of each line came back. */
  returned: Returned[]
  isShippingReturned: boolean
}

/** All lines of an order, and what came back of them, in one item: they are only ever read and replaced together. */
export const orderLinesModel = defineItem<StoredOrderLines>({
  name: 'order-lines',
  attributes: ['orderId', 'revision', 'lines', 'returned', 'isShippingReturned'],
  record: { partition: '${orderId}', sort: 'lines' },
})

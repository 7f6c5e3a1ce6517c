import { orderType } from '@rapport/core/orders/model'
import { contentFields, Order, OrderLines, OrderStatus, RefundRequest } from '@rapport/core/orders/schema'
import { getOrderLines, listAccountOrders, Orders, putOrder, refund } from '@rapport/core/orders/service'
import { getExternal } from '@rapport/core/shared/external'
import { present } from '@rapport/kernel/record-type'
import type { Body } from '@rapport/kernel/records'
import { line, ref, slug } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { type Reply, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { pageOf, paging, recordRoutes } from './record-routes.ts'

const common = { tag: 'orders', kind: 'order', hasEtag: true } as const
const params = z.strictObject({ id: ref('order') })
const external = {
  ...common,
  path: '/v1/orders/external/{system}/{externalId}',
  params: z.strictObject({ system: slug(32), externalId: line(128) }),
} as const

const created = z.strictObject({ ...orderType.create.shape, ...contentFields }).meta({ id: 'OrderCreate' })

/** Everything may stay unsaid: what is not sent is not changed. A new order says what it needs in its own words. */
const upserted = z
  .strictObject(
    Object.fromEntries(
      Object.entries(created.shape).map(([name, schema]): [string, z.ZodType] => {
        const field = schema as z.ZodType
        return [name, (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field).optional()]
      }),
    ),
  )
  .meta({ id: 'OrderUpsert' })

const record = (ctx: Ctx, order: Order): Reply => ({
  body: present(orderType, ctx.principal, order),
  version: order.version,
})

const made = (ctx: Ctx, order: Order): Reply => ({ ...record(ctx, order), location: `/v1/orders/${order.id}` })

export const orders = [
  route({
    ...common,
    method: 'POST',
    path: '/v1/orders',
    id: 'createOrder',
    summary: 'Write down what a customer ordered',
    description:
      'Amounts are those of the system the order comes from, rounded there; the accepted quote makes its order by itself.',
    access: { action: 'create', kind: 'order' },
    body: created,
    success: { status: 201, schema: Order, description: 'Created.' },
    handle: (ctx, { body }) => Orders.create(ctx, body as Body),
    reply: made,
  }),
  ...recordRoutes(Orders, { without: ['create', 'batch', 'revert'] }),
  route({
    ...external,
    method: 'GET',
    id: 'getOrderByExternalId',
    summary: 'Read the order another system knows by this id',
    access: { action: 'read', kind: 'order' },
    success: { status: 200, schema: Order, description: 'The record.' },
    handle: (ctx, { params }) => getExternal(ctx, Orders, params.system, params.externalId),
    reply: record,
  }),
  route({
    ...external,
    method: 'PUT',
    id: 'putOrderByExternalId',
    summary: 'Create the order another system knows by this id, or bring it up to date',
    description: 'Lines are replaced all together, with their currency, until a refund counts on them.',
    access: { action: 'create', kind: 'order' },
    body: upserted,
    success: { status: 200, schema: Order, description: 'Brought up to date.', created: 'Created.' },
    handle: (ctx, { params, body }) => putOrder(ctx, params.system, params.externalId, body as Body),
    reply: (ctx, { record: order, isNew }) => (isNew ? { ...made(ctx, order), status: 201 } : record(ctx, order)),
  }),
  route({
    tag: 'accounts',
    kind: 'account',
    method: 'GET',
    path: '/v1/accounts/{id}/orders',
    id: 'listAccountOrders',
    summary: 'What an account ordered, newest first',
    access: { action: 'read', kind: 'order' },
    params: z.strictObject({ id: ref('account') }),
    query: z.strictObject({ ...paging, status: OrderStatus.optional() }),
    success: { status: 200, schema: pageOf('Order', Order), description: 'One page, refunds among them.' },
    handle: (ctx, { params, query }) => listAccountOrders(ctx, params.id, query),
    reply: (ctx, page) => ({
      body: { ...page, data: page.data.map((order) => present(orderType, ctx.principal, order)) },
    }),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/orders/{id}/lines',
    id: 'getOrderLines',
    summary: 'What was ordered, line by line, and what of it came back',
    access: { action: 'read', kind: 'order' },
    params,
    success: { status: 200, schema: OrderLines, description: 'All of them, in order.' },
    handle: (ctx, { params }) => getOrderLines(ctx, params.id),
    reply: (_ctx, lines) => ({ body: lines, version: lines.version }),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/orders/{id}/refund',
    id: 'refundOrder',
    summary: 'Give back something of an order',
    description:
      'Makes a negative order that refers to it. No more comes back of a line than was ordered, however many refunds are made at once; parts add up to the whole.',
    access: { action: 'update', kind: 'order' },
    params,
    body: RefundRequest,
    takesIfMatch: true,
    success: { status: 201, schema: Order, description: 'The refund.' },
    handle: (ctx, { params, body, ifMatch }) => refund(ctx, params.id, body, ifMatch),
    reply: made,
  }),
]

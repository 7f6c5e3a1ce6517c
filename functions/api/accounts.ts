import { Accounts, hierarchy } from '@rapport/core/accounts/service'
import { contactType } from '@rapport/core/contacts/model'
import { Contact, Relation } from '@rapport/core/contacts/schema'
import { listAccountContacts } from '@rapport/core/contacts/service'
import { timelineBelow } from '@rapport/core/timeline/service'
import { EventRow } from '@rapport/kernel/events'
import { present } from '@rapport/kernel/record-type'
import { line, ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { externalRoutes } from './external-routes.ts'
import { pageOf, paging, recordRoutes } from './record-routes.ts'

const common = { tag: 'accounts', kind: 'account' } as const
const params = z.strictObject({ id: ref('account') })

const node = z
  .strictObject({
    id: ref('account'),
    name: line(200),
    parentId: ref('account').optional(),
    depth: z.int().min(0).max(100),
  })
  .meta({ id: 'HierarchyNode' })

export const accounts = [
  ...recordRoutes(Accounts),
  ...externalRoutes(Accounts),
  route({
    ...common,
    method: 'GET',
    path: '/v1/accounts/{id}/hierarchy',
    id: 'getAccountHierarchy',
    summary: 'The tree of companies an account stands in',
    access: { action: 'read', kind: 'account' },
    params,
    success: {
      status: 200,
      schema: z
        .strictObject({ rootId: ref('account'), isComplete: z.boolean(), data: z.array(node).max(400) })
        .meta({ id: 'Hierarchy' }),
      description: 'Breadth first from the topmost account you may see.',
    },
    handle: (ctx, { params }) => hierarchy(ctx, params.id),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/accounts/{id}/contacts',
    id: 'listAccountContacts',
    summary: 'The people of an account, with their relation to it',
    access: { action: 'read', kind: 'contact' },
    params,
    query: z.strictObject({ ...paging, active: z.enum(['true', 'false']).optional() }),
    success: {
      status: 200,
      schema: pageOf('RelatedContact', z.strictObject({ relation: Relation, contact: Contact })),
      description: 'One page.',
    },
    handle: (ctx, { params, query }) =>
      listAccountContacts(ctx, params.id, {
        ...query,
        active: query.active === undefined ? undefined : query.active === 'true',
      }),
    reply: (ctx, page) => ({
      body: {
        ...page,
        data: page.data.map((row) => ({ ...row, contact: present(contactType, ctx.principal, row.contact) })),
      },
    }),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/accounts/{id}/timeline/people',
    id: 'accountPeopleTimeline',
    summary: 'What happened to the people of an account, latest first',
    access: { action: 'read', kind: 'account' },
    params,
    query: z.strictObject({ ...paging, type: line(64).optional() }),
    success: { status: 200, schema: pageOf('Event', EventRow), description: 'One page.' },
    handle: (ctx, { params, query }) => timelineBelow(ctx, Accounts, params.id, query),
  }),
]

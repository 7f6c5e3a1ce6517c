import { month, ResponseReport } from '@rapport/core/lead-response/schema'
import { responseReport } from '@rapport/core/lead-response/service'
import { Backlog, ServiceGroup } from '@rapport/core/service-analytics/schema'
import { serviceReport } from '@rapport/core/service-analytics/service'
import { date, ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'

const day = date.refine((one) => one >= '2001-01-01' && one < '2099-01-01', { error: 'must lie between 2001 and 2098' })

const ServiceReport = z
  .strictObject({
    from: date,
    to: date,
    zone: z.literal('UTC'),
    groups: z
      .array(ServiceGroup)
      .max(3)
      .meta({ description: 'All cases first, then those of the policy and of the queue that were named.' }),
    backlog: Backlog.meta({ description: 'Open cases now, by the days since they were opened.' }),
  })
  .meta({ id: 'ServiceReport' })

export const analytics = [
  route({
    tag: 'analytics',
    method: 'GET',
    path: '/v1/analytics/service',
    id: 'getServiceAnalytics',
    summary: 'How service did: promises kept, times, first contacts, satisfaction, backlog',
    description:
      'Of the whole organisation, as a whole and by priority, and for a policy and a queue that are named. Days are those of UTC, at most 366. What is said about a solution counts on the day of the solution while the case stays solved. From totals: the cost does not depend on how many cases there are; they follow changes within seconds.',
    access: { action: 'read', kind: 'analytics' },
    query: z.strictObject({
      from: day,
      to: day.meta({ description: 'The last day that counts.' }),
      policyId: ref('slaPolicy').optional().meta({ description: 'Also tells of the cases under this policy.' }),
      queueId: ref('queue').optional().meta({ description: 'Also tells of the cases of this queue.' }),
    }),
    success: { status: 200, schema: ServiceReport, description: 'The figures.' },
    handle: (ctx, { query: { from, to, policyId, queueId } }) =>
      serviceReport(ctx, { from, to, of: [policyId, queueId].filter((id) => id !== undefined) }),
  }),
  route({
    tag: 'analytics',
    method: 'GET',
    path: '/v1/analytics/lead-response',
    id: 'getLeadResponse',
    summary: 'How fast new leads were answered',
    description:
      'Leads by the month they came in (UTC), at most 24 months: of everybody, or of those that somebody has now. An answer is an interaction that reaches out or a conversation, a status other than new, or a conversion. From totals: they follow changes within seconds.',
    access: { action: 'read', kind: 'analytics' },
    query: z.strictObject({ from: month, to: month, ownerId: ref('user').optional() }),
    success: { status: 200, schema: ResponseReport, description: 'The figures.' },
    handle: (ctx, { query }) => responseReport(ctx, query),
  }),
]

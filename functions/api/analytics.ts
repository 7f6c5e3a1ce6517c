import { Backlog, ServiceGroup } from '@rapport/core/service-analytics/schema'
import { GROUPS_MAX, serviceReport } from '@rapport/core/service-analytics/service'
import { prefixes, ULID_PATTERN } from '@rapport/kernel/ids'
import { date } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'

const ids = `(?:${prefixes.slaPolicy}|${prefixes.queue})_${ULID_PATTERN}`
const day = date.refine((one) => one >= '2001-01-01' && one < '2099-01-01', { error: 'must lie between 2001 and 2098' })

const ServiceReport = z
  .strictObject({
    from: date,
    to: date,
    zone: z.literal('UTC'),
    groups: z
      .array(ServiceGroup)
      .max(GROUPS_MAX + 1)
      .meta({ description: 'All cases first, then each policy or queue that was asked for.' }),
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
      'Of the whole organisation, as a whole and by priority, and for each policy and queue named. Days are those of UTC, at most 366. What is said about a solution counts on the day of the solution while the case stays solved. From totals: the cost does not depend on how many cases there are; they follow changes within seconds.',
    access: { action: 'read', kind: 'analytics' },
    query: z.strictObject({
      from: day,
      to: day.meta({ description: 'The last day that counts.' }),
      of: z
        .string()
        .max(GROUPS_MAX * 31)
        .regex(new RegExp(`^${ids}(?:,${ids}){0,${GROUPS_MAX - 1}}$`))
        .optional()
        .meta({ description: `Policies and queues to tell apart, separated by commas, at most ${GROUPS_MAX}.` }),
    }),
    success: { status: 200, schema: ServiceReport, description: 'The figures.' },
    handle: (ctx, { query: { from, to, of = '' } }) =>
      serviceReport(ctx, { from, to, of: [...new Set(of.split(',').filter(Boolean))] }),
  }),
]

import { Cases } from '@rapport/core/cases/service'
import { EscalationRules } from '@rapport/core/escalation-rules/service'
import { escalationOf } from '@rapport/core/escalations/service'
import { instant, line, ref, version } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const CaseEscalation = z
  .strictObject({
    ruleId: ref('escalationRule').optional().meta({ description: 'The rule that counts; none without it.' }),
    ruleVersion: version.optional(),
    cycle: z.int().min(1),
    takenSteps: z
      .array(line(64))
      .max(250)
      .meta({ description: 'Steps taken since the case was written down or reopened.' }),
    nextAt: instant.optional(),
  })
  .meta({ id: 'CaseEscalation' })

export const escalations = [
  ...recordRoutes(EscalationRules, { without: ['share', 'batch'] }),
  route({
    tag: 'cases',
    kind: 'case',
    method: 'GET',
    path: '/v1/cases/{id}/escalation',
    id: 'getCaseEscalation',
    summary: 'By which rule a case escalates, and when next',
    description: 'Worked out within seconds of each change of the case.',
    access: { action: 'read', kind: 'case' },
    params: z.strictObject({ id: ref('case') }),
    success: { status: 200, schema: CaseEscalation, description: 'What is known of it.' },
    handle: async (ctx, { params }) => {
      const record = await Cases.get(ctx, params.id)
      return { record, state: await escalationOf(ctx, record.id) }
    },
    reply: (_ctx, { record, state }) => ({
      body: {
        cycle: state?.cycle ?? record.reopenedCount + 1,
        takenSteps: state?.fired ?? [],
        ...(state?.ruleId === undefined ? {} : { ruleId: state.ruleId, ruleVersion: state.ruleVersion }),
        ...(state?.dueAt === undefined ? {} : { nextAt: state.dueAt }),
      },
    }),
  }),
]

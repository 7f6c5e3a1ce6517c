import { SlaPolicies } from '@rapport/core/sla-policies/service'
import { SlaSimulation, SlaSimulationRequest } from '@rapport/core/sla-simulation/schema'
import { simulate } from '@rapport/core/sla-simulation/service'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

export const slaPolicies = [
  ...recordRoutes(SlaPolicies, { without: ['share', 'batch'] }),
  route({
    tag: 'sla-policies',
    kind: 'slaPolicy',
    method: 'POST',
    path: '/v1/sla-policies/{id}/simulate',
    id: 'simulateSlaPolicy',
    summary: 'What would have been kept and broken under a policy',
    description:
      'Replays the cases that were opened in a period, whose facts fit the policy now, by the policy as it is now, active or not: first responses and solutions, beside what became of them. Of the cases that you may see, at most 200 an answer. Changes nothing.',
    access: { action: 'read', kind: 'slaPolicy' },
    params: z.strictObject({ id: ref('slaPolicy') }),
    body: SlaSimulationRequest,
    success: { status: 200, schema: SlaSimulation, description: 'By priority, what was and what would have been.' },
    handle: (ctx, { params, body }) => simulate(ctx, params.id, body),
  }),
]

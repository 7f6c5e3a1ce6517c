import { caseType } from '@rapport/core/cases/model'
import { Case } from '@rapport/core/cases/schema'
import { claimNext, Queues } from '@rapport/core/queues/service'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

export const queues = [
  ...recordRoutes(Queues, { without: ['batch', 'share'] }),
  route({
    tag: 'queues',
    kind: 'queue',
    method: 'POST',
    path: '/v1/queues/{id}/claim',
    id: 'claimFromQueue',
    summary: 'Take the next case of a queue',
    description:
      'The oldest of the most urgent ones that wait. Two people never get the same one. Answers 409 when none waits.',
    access: { action: 'update', kind: 'case' },
    params: z.strictObject({ id: ref('queue') }),
    fails: [409],
    hasEtag: true,
    success: { status: 200, schema: Case, description: 'The case, now yours.' },
    handle: (ctx, { params }) => claimNext(ctx, params.id),
    reply: (ctx, found) => ({ body: present(caseType, ctx.principal, found), version: found.version }),
  }),
]

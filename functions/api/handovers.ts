import { handoverType } from '@rapport/core/handover/model'
import { Handover, HandoverKind, HandoverRequest, handoverKinds } from '@rapport/core/handover/schema'
import { Handovers, handOver, listMoved, revert } from '@rapport/core/handover/service'
import { handoverTypes } from '@rapport/core/handover/types'
import { interactionType } from '@rapport/core/interactions/model'
import { Interaction } from '@rapport/core/interactions/schema'
import { present } from '@rapport/kernel/record-type'
import { instant, ref } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { type Reply, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { cursor, limitUpTo, pageOf, recordRoutes } from './record-routes.ts'

const MovedRecord = z
  .strictObject({
    of: ref(...handoverKinds),
    kind: HandoverKind,
    at: instant,
    outcome: z.enum(['moved', 'returned', 'kept']),
    settledAt: instant.optional(),
    record: z.union(handoverKinds.map((kind) => handoverTypes[kind].schema)),
    interactions: z.array(Interaction).max(5),
  })
  .meta({ id: 'MovedRecord' })

/** Each record is one look at its interactions, so pages are small. */
const limit = limitUpTo(25).meta({ description: 'Records per page.' })

const reply = (ctx: Ctx, handover: Handover): Reply => ({
  body: present(handoverType, ctx.principal, handover),
  version: handover.version,
  location: `/v1/handovers/${handover.id}`,
})

const params = z.strictObject({ id: ref('handover') })

export const handovers = [
  route({
    tag: 'handovers',
    kind: 'user',
    method: 'POST',
    path: '/v1/users/{id}/handover',
    id: 'handOver',
    summary: "Hand over a person's work, for good or until an instant",
    description:
      'Everything of these kinds that the person owns goes to the receiver, in the background; the teams of the records stay. With `until` it is a delegation: what the receiver still owns at that instant goes back. Answers 409 while other work of the person is on its way.',
    access: { action: 'create', kind: 'handover' },
    params: z.strictObject({ id: ref('user') }),
    body: HandoverRequest,
    hasEtag: true,
    success: { status: 202, schema: Handover, description: 'Begun. Its status and counts tell how far it is.' },
    handle: (ctx, { params, body }) => handOver(ctx, params.id, body),
    reply,
  }),
  ...recordRoutes(Handovers, { without: ['create', 'patch', 'remove', 'restore', 'share', 'batch', 'revert'] }),
  route({
    tag: 'handovers',
    kind: 'handover',
    method: 'GET',
    path: '/v1/handovers/{id}/items',
    id: 'listHandoverItems',
    summary: 'The records a handover has moved, each with its last five interactions',
    description: 'The brief for whoever takes over. Records that you may not see are left out.',
    access: { action: 'read', kind: 'handover' },
    params,
    query: z.strictObject({ limit, cursor }),
    success: { status: 200, schema: pageOf('MovedRecord', MovedRecord), description: 'One page.' },
    handle: (ctx, { params, query }) => listMoved(ctx, params.id, query),
    reply: (ctx, page) => ({
      body: {
        ...page,
        data: page.data.map((moved) => ({
          ...moved,
          interactions: moved.interactions.map((interaction) => present(interactionType, ctx.principal, interaction)),
        })),
      },
    }),
  }),
  route({
    tag: 'handovers',
    kind: 'handover',
    method: 'POST',
    path: '/v1/handovers/{id}/revert',
    id: 'revertHandover',
    summary: 'Give back what a handover has moved',
    description:
      'In the background. A record that has another owner by now stays where it is and is counted as kept. Answers 409 the second time.',
    access: { action: 'update', kind: 'handover' },
    params,
    hasEtag: true,
    success: { status: 202, schema: Handover, description: 'Begun. Its status and counts tell how far it is.' },
    handle: (ctx, { params }) => revert(ctx, params.id),
    reply,
  }),
]

import { interactionType } from '@rapport/core/interactions/model'
import { Interaction, interactionFields } from '@rapport/core/interactions/schema'
import { correct, Interactions, logInteraction } from '@rapport/core/interactions/service'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const { subjectId: _subject, ...said } = interactionFields

export const interactions = [
  ...recordRoutes(Interactions, { without: ['patch', 'share', 'revert', 'timeline', 'batch'], create: logInteraction }),
  route({
    tag: 'interactions',
    kind: 'interaction',
    method: 'POST',
    path: '/v1/interactions/{id}/correct',
    id: 'correctInteraction',
    summary: 'Append a corrected revision of an interaction',
    description: 'The interaction itself stays as it was logged and points to its correction.',
    access: { action: 'update', kind: 'interaction' },
    params: z.strictObject({ id: ref('interaction') }),
    body: z.strictObject(said).partial().meta({ id: 'InteractionCorrection' }),
    hasEtag: true,
    success: { status: 201, schema: Interaction, description: 'The revision.' },
    handle: (ctx, { params, body }) => correct(ctx, params.id, body as Record<string, unknown>),
    reply: (ctx, revision) => ({
      body: present(interactionType, ctx.principal, revision),
      version: revision.version,
      location: `/v1/interactions/${revision.id}`,
    }),
  }),
]

import { caseType } from '@rapport/core/cases/model'
import { Case, caseFields } from '@rapport/core/cases/schema'
import { InboundMail } from '@rapport/core/inbound-mail/schema'
import { attachMail, dismissMail, InboundMails, openFromMail } from '@rapport/core/inbound-mail/service'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { type Reply, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const common = {
  tag: 'inbound-mail',
  kind: 'inboundMail',
  method: 'POST',
  access: { action: 'update', kind: 'inboundMail' },
  params: z.strictObject({ id: ref('inboundMail') }),
  fails: [409],
  hasEtag: true,
} as const

const answered = (_ctx: Ctx, mail: InboundMail): Reply => ({ body: mail, version: mail.version })

const { type, impact, urgency, priorityOverride, accountId, contactId, tags, queueId } = caseFields

export const inboundMail = [
  ...recordRoutes(InboundMails, {
    without: ['create', 'patch', 'remove', 'restore', 'share', 'batch', 'revert'],
  }),
  route({
    ...common,
    path: '/v1/inbound-mail/{id}/attach',
    id: 'attachInboundMail',
    summary: 'Say which case a letter belongs to',
    description: 'It then counts as said by the customer: waiting for it ends, and what had ended is open again.',
    body: z.strictObject({ caseId: ref('case') }).meta({ id: 'InboundMailAttach' }),
    success: { status: 200, schema: InboundMail, description: 'Attached.' },
    handle: (ctx, { params, body }) => attachMail(ctx, params.id, body.caseId),
    reply: answered,
  }),
  route({
    ...common,
    path: '/v1/inbound-mail/{id}/create-case',
    id: 'createCaseFromInboundMail',
    summary: 'Open a case for a letter',
    body: z
      .strictObject({ type, impact, urgency, priorityOverride, accountId, contactId, tags, queueId })
      .meta({ id: 'InboundMailCase' }),
    success: { status: 201, schema: Case, description: 'The case.' },
    handle: (ctx, { params, body }) => openFromMail(ctx, params.id, body),
    reply: (ctx, found) => ({
      body: present(caseType, ctx.principal, found),
      version: found.version,
      location: `/v1/cases/${found.id}`,
    }),
  }),
  route({
    ...common,
    path: '/v1/inbound-mail/{id}/dismiss',
    id: 'dismissInboundMail',
    summary: 'Put a letter aside that belongs to no case',
    success: { status: 200, schema: InboundMail, description: 'Put aside.' },
    handle: (ctx, { params }) => dismissMail(ctx, params.id),
    reply: answered,
  }),
]

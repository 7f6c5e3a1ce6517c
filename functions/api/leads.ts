import { accountType } from '@rapport/core/accounts/model'
import { contactType } from '@rapport/core/contacts/model'
import { Conversion, ConversionRequest } from '@rapport/core/lead-conversion/schema'
import { convert } from '@rapport/core/lead-conversion/service'
import { undoConversion } from '@rapport/core/lead-conversion/undo'
import { leadType } from '@rapport/core/leads/model'
import { Lead } from '@rapport/core/leads/schema'
import { Leads } from '@rapport/core/leads/service'
import { opportunityType } from '@rapport/core/opportunities/model'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { externalRoutes } from './external-routes.ts'
import { recordRoutes } from './record-routes.ts'

const common = { tag: 'leads', kind: 'lead', access: { action: 'update', kind: 'lead' } } as const
const params = z.strictObject({ id: ref('lead') })

export const leads = [
  ...recordRoutes(Leads),
  ...externalRoutes(Leads),
  route({
    ...common,
    method: 'POST',
    path: '/v1/leads/{id}/convert',
    id: 'convertLead',
    summary: 'Make an account, a contact and a deal of a lead',
    description:
      'One transaction: all of it or nothing. Of records that are there only empty fields are filled, and lists united. Answers 409 `lead.converted` with the ids when it was done before, and 409 `lead.duplicates` with `candidates` when a new record is very likely there already. The deal begins in the first open stage of the default pipeline and closes with the fiscal quarter; `opportunity: false` makes none. With `dryRun` the answer is the same and nothing is written.',
    params,
    body: ConversionRequest,
    success: { status: 200, schema: Conversion, description: 'What the lead became.' },
    handle: (ctx, { params, body }) => convert(ctx, params.id, body),
    reply: (ctx, { lead, account, contact, opportunity, ...rest }) => ({
      body: {
        ...rest,
        lead: present(leadType, ctx.principal, lead),
        account: present(accountType, ctx.principal, account),
        contact: present(contactType, ctx.principal, contact),
        ...(opportunity ? { opportunity: present(opportunityType, ctx.principal, opportunity) } : {}),
      },
    }),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/leads/{id}/convert/undo',
    id: 'undoLeadConversion',
    summary: 'Take a conversion back',
    description:
      'Within 30 days. New records go to the recycle bin, what was filled in is emptied. Answers 409 `lead.undo_blocked` with `blockers` when somebody has worked with those records since.',
    params,
    hasEtag: true,
    success: { status: 200, schema: Lead, description: 'The lead as it was.' },
    handle: (ctx, { params }) => undoConversion(ctx, params.id),
    reply: (ctx, lead) => ({ body: present(leadType, ctx.principal, lead), version: lead.version }),
  }),
]

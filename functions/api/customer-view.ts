import { BODY_MAX } from '@rapport/core/case-comments/schema'
import { CustomerCase, CustomerCaseDetail, CustomerCases, CustomerWord } from '@rapport/core/customer-view/schema'
import { closeOwnCase, listOwnCases, replyToOwnCase, showOwnCase } from '@rapport/core/customer-view/service'
import { ref, text } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { linkParams } from './public-pages.ts'

const common = { tag: 'customer-view', access: 'public' } as const
const one = { ...common, params: linkParams.extend({ caseId: ref('case') }) } as const

export const customerView = [
  route({
    ...common,
    method: 'GET',
    path: '/v1/customer/{link}/cases',
    id: 'listOwnCases',
    summary: 'Cases of the customer who got a link by letter',
    description: 'The latest 50 of the contact the link is for, or the one case of somebody who is no contact.',
    params: linkParams,
    success: { status: 200, schema: CustomerCases, description: 'The cases, latest first.' },
    handle: (ctx, { params }) => listOwnCases(ctx, params.link),
  }),
  route({
    ...one,
    method: 'GET',
    path: '/v1/customer/{link}/cases/{caseId}',
    id: 'showOwnCase',
    summary: 'One case, and what was said to and by its customer',
    description:
      'Never what colleagues said among themselves. A case of somebody else is answered like a link that is none.',
    success: { status: 200, schema: CustomerCaseDetail, description: 'The case, what was said last first.' },
    handle: (ctx, { params }) => showOwnCase(ctx, params.link, params.caseId),
  }),
  route({
    ...one,
    method: 'POST',
    path: '/v1/customer/{link}/cases/{caseId}/reply',
    id: 'replyToOwnCase',
    summary: 'Answer as the customer',
    description: 'It ends waiting for the customer. A case that ended within 14 days goes on; 409 later.',
    body: z.strictObject({ body: text(BODY_MAX) }).meta({ id: 'CustomerReply' }),
    fails: [409],
    success: { status: 200, schema: CustomerWord, description: 'Said.' },
    handle: (ctx, { params, body }) => replyToOwnCase(ctx, params.link, params.caseId, body.body),
  }),
  route({
    ...one,
    method: 'POST',
    path: '/v1/customer/{link}/cases/{caseId}/close',
    id: 'closeOwnCase',
    summary: 'End a case as the customer',
    description: 'Again, it changes nothing.',
    success: { status: 200, schema: CustomerCase, description: 'The case as it is now.' },
    handle: (ctx, { params }) => closeOwnCase(ctx, params.link, params.caseId),
  }),
]

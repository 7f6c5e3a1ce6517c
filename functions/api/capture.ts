import { CaptureForms, createForm } from '@rapport/core/capture-forms/service'
import { captureFailureType } from '@rapport/core/captures/model'
import { CaptureAnswer, CaptureFailure, CaptureRequest } from '@rapport/core/captures/schema'
import { CaptureFailures, capture, replay } from '@rapport/core/captures/service'
import { confirmOptIn, showOptIn } from '@rapport/core/opt-in/service'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { html, linkParams, page, refusal } from './public-pages.ts'
import { recordRoutes } from './record-routes.ts'

const link = {
  tag: 'capture',
  access: 'public',
  path: '/v1/opt-in/{link}',
  params: linkParams,
  refusal,
} as const

export const captureRoutes = [
  ...recordRoutes(CaptureForms, { without: ['share', 'batch', 'revert'], create: createForm }),
  ...recordRoutes(CaptureFailures, {
    without: ['create', 'patch', 'share', 'batch', 'revert', 'restore', 'timeline'],
  }),
  route({
    tag: 'capture-failures',
    kind: 'captureFailure',
    method: 'POST',
    path: '/v1/capture-failures/{id}/replay',
    id: 'replayCaptureFailure',
    summary: 'Try again to take a capture that failed',
    description: 'With the form as it is now. Answers what is still wrong, or the failure with the lead it became.',
    access: { action: 'update', kind: 'captureFailure' },
    params: z.strictObject({ id: ref('captureFailure') }),
    hasEtag: true,
    fails: [400],
    success: { status: 200, schema: CaptureFailure, description: 'Taken.' },
    handle: (ctx, { params }) => replay(ctx, params.id),
    reply: (ctx, failure) => ({ body: present(captureFailureType, ctx.principal, failure), version: failure.version }),
  }),
  route({
    tag: 'capture',
    access: 'public',
    method: 'POST',
    path: '/v1/capture/{formKey}',
    id: 'capture',
    summary: 'Send a web form',
    description:
      'Answers the same whatever becomes of it, so that it tells nothing about forms and people. An open lead with the address gets one more touch and its empty fields filled; otherwise there is a new lead. A form for cases opens a case instead: of the contact who has the address, in the queue of the form; the same words within a day are one case. What cannot be taken is kept and can be replayed.',
    params: z.strictObject({
      formKey: z
        .string()
        .max(64)
        .regex(/^[\w-]+$/),
    }),
    body: CaptureRequest,
    success: { status: 202, schema: CaptureAnswer, description: 'Received.' },
    handle: async (ctx, { params, body, sourceIp, origin }) => {
      await capture(ctx, params.formKey, body, { ip: sourceIp, origin })
      return { status: 'received' as const }
    },
  }),
  route({
    ...link,
    method: 'GET',
    id: 'showOptIn',
    summary: 'The page behind the link of an opt-in letter',
    description: 'Changes nothing: programs that look at mail follow links too. Its button posts to the same address.',
    success: { ...page, description: 'A page with a button.' },
    handle: (ctx, { params }) => showOptIn(ctx, params.link),
    reply: html,
  }),
  route({
    ...link,
    method: 'POST',
    id: 'confirmOptIn',
    summary: 'Confirm an address',
    description: 'Notes that the address is its owner’s and that this person agreed. Again, it answers the same.',
    success: { ...page, description: 'A page that says thanks.' },
    handle: (ctx, { params }) => confirmOptIn(ctx, params.link),
    reply: html,
  }),
]

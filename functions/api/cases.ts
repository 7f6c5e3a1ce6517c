import { CaseComment, caseCommentFields } from '@rapport/core/case-comments/schema'
import { CaseComments, comment, listComments, reply } from '@rapport/core/case-comments/service'
import { fileIds } from '@rapport/core/case-files/schema'
import { mergeCase } from '@rapport/core/case-merge/service'
import { CaseStatus } from '@rapport/core/case-terms/schema'
import { caseType } from '@rapport/core/cases/model'
import { Case, Resolution } from '@rapport/core/cases/schema'
import {
  assign,
  Cases,
  closeCase,
  createCase,
  patchCase,
  proceed,
  reopenCase,
  resolveCase,
  wait,
} from '@rapport/core/cases/service'
import { claimCase } from '@rapport/core/queues/service'
import { present } from '@rapport/kernel/record-type'
import { line, ref } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { type Reply, type Route, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { pageOf, paging, recordRoutes } from './record-routes.ts'

const params = z.strictObject({ id: ref('case') })
const common = { tag: 'cases', kind: 'case', params } as const

const record = (ctx: Ctx, found: Case): Reply => ({
  body: present(caseType, ctx.principal, found),
  version: found.version,
})

const said = (_ctx: Ctx, found: CaseComment): Reply => ({
  body: found,
  version: found.version,
  location: `/v1/case-comments/${found.id}`,
})

/** An action that answers the case as it is now. */
const action = <B extends z.ZodType | undefined = undefined>(definition: {
  path: string
  id: string
  summary: string
  description?: string
  body?: B
  handle: (ctx: Ctx, id: string, body: B extends z.ZodType ? z.infer<B> : undefined) => Promise<Case>
}): Route => {
  const { path, handle, ...rest } = definition
  return route<Case, typeof params, undefined, B>({
    ...common,
    ...(rest as { id: string; summary: string; description?: string; body?: B }),
    method: 'POST',
    path: `/v1/cases/{id}/${path}`,
    access: { action: 'update', kind: 'case' },
    fails: [409],
    hasEtag: true,
    success: { status: 200, schema: Case, description: 'The case as it is now.' },
    handle: (ctx, { params, body }) => handle(ctx, params.id, body as never),
    reply: record,
  })
}

const statusAfter = CaseStatus.extract(['in_progress', 'waiting_on_customer', 'waiting_on_third_party', 'resolved'])

export const cases = [
  ...recordRoutes(Cases, { without: ['batch'], create: createCase, patch: patchCase }),
  action({
    path: 'wait',
    id: 'waitForCase',
    summary: 'Wait for the customer or for somebody else',
    description: 'The clock of the solution stands still until the customer writes or the case goes on.',
    body: z.strictObject({ on: z.enum(['customer', 'third_party']) }).meta({ id: 'CaseWait' }),
    handle: wait,
  }),
  action({
    path: 'proceed',
    id: 'proceedWithCase',
    summary: 'Go on with a case, from the beginning or after waiting',
    handle: proceed,
  }),
  action({
    path: 'resolve',
    id: 'resolveCase',
    summary: 'Say how a case was solved',
    description: 'It closes by itself seven days later, and goes on when the customer comes back.',
    body: Resolution,
    handle: resolveCase,
  }),
  action({
    path: 'close',
    id: 'closeCase',
    summary: 'Close a case',
    body: z.strictObject({ resolution: Resolution.optional() }).meta({ id: 'CaseClose' }),
    handle: (ctx, id, { resolution }) => closeCase(ctx, id, resolution),
  }),
  action({
    path: 'claim',
    id: 'claimCase',
    summary: 'Take a case that waits in a queue',
    description: 'Answers 409 when somebody has it already.',
    handle: claimCase,
  }),
  action({
    path: 'merge',
    id: 'mergeCase',
    summary: 'Join a case to another one about the same thing',
    description:
      'It closes as a duplicate and says in `mergedIntoId` where it went on; what was said about it follows in the background. Answers 409 when the other one has ended.',
    body: z.strictObject({ into: ref('case') }).meta({ id: 'CaseMerge' }),
    handle: (ctx, id, { into }) => mergeCase(ctx, id, into),
  }),
  action({
    path: 'assign',
    id: 'assignCase',
    summary: 'Give a case to somebody, or put it into a queue',
    description: 'Why stands in the history of the case.',
    body: z
      .strictObject({ ownerId: ref('user').optional(), queueId: ref('queue').optional(), reason: line(500) })
      .refine(({ ownerId, queueId }) => (ownerId === undefined) !== (queueId === undefined), {
        error: 'must name an owner or a queue',
      })
      .meta({ id: 'CaseAssignment' }),
    handle: assign,
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/cases/{id}/reopen',
    id: 'reopenCase',
    summary: 'Reopen a case',
    description: 'Within 14 days after its end the case goes on; later a new one is opened that follows it.',
    access: { action: 'update', kind: 'case' },
    fails: [409],
    hasEtag: true,
    success: { status: 200, schema: Case, description: 'The case goes on.', created: 'A new case that follows it.' },
    handle: (ctx, { params }) => reopenCase(ctx, params.id),
    reply: (ctx, { record: found, isFollowUp }) => ({
      ...record(ctx, found),
      ...(isFollowUp ? { status: 201, location: `/v1/cases/${found.id}` } : {}),
    }),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/cases/{id}/comments',
    id: 'listCaseComments',
    summary: 'What was said about a case, latest first',
    access: { action: 'read', kind: 'case' },
    query: z.strictObject({
      ...paging,
      audience: z.enum(['customer']).optional().meta({ description: 'Only what the customer may read.' }),
    }),
    success: { status: 200, schema: pageOf('CaseComment', CaseComment), description: 'One page.' },
    handle: (ctx, { params, query }) => listComments(ctx, params.id, query),
  }),
  route({
    tag: 'cases',
    kind: 'caseComment',
    method: 'GET',
    path: '/v1/case-comments/{id}',
    id: 'getCaseComment',
    summary: 'Read one comment of a case',
    access: { action: 'read', kind: 'caseComment' },
    params: z.strictObject({ id: ref('caseComment') }),
    hasEtag: true,
    success: { status: 200, schema: CaseComment, description: 'What was said.' },
    handle: (ctx, { params }) => CaseComments.get(ctx, params.id),
    reply: (_ctx, found) => ({ body: found, version: found.version }),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/cases/{id}/comments',
    id: 'commentCase',
    summary: 'Write down what was said about a case',
    description:
      'Internal unless told. `inbound` is what the customer said, on the phone for example: it ends waiting for it. `outbound` is what the customer was told in another way than by mail.',
    access: { action: 'create', kind: 'caseComment' },
    body: z.strictObject({ ...caseCommentFields, fileIds: fileIds.optional() }).meta({ id: 'CaseCommentCreate' }),
    fails: [409],
    hasEtag: true,
    success: { status: 201, schema: CaseComment, description: 'Written down.' },
    handle: (ctx, { params, body }) => comment(ctx, params.id, body),
    reply: said,
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/cases/{id}/reply',
    id: 'replyToCase',
    summary: 'Answer the customer',
    access: { action: 'update', kind: 'case' },
    body: z
      .strictObject({ body: caseCommentFields.body, status: statusAfter.optional(), fileIds: fileIds.optional() })
      .meta({ id: 'CaseReply' }),
    description: 'The letter carries links to the files, which the customer may have from then on.',
    fails: [409],
    hasEtag: true,
    success: { status: 201, schema: CaseComment, description: 'Said.' },
    handle: (ctx, { params, body }) => reply(ctx, params.id, body),
    reply: said,
  }),
]

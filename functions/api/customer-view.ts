import { filePage } from '@rapport/core/customer-view/page'
import {
  CustomerCase,
  CustomerCaseDetail,
  CustomerCases,
  CustomerFile,
  CustomerFileRequest,
  CustomerReply,
  CustomerWord,
} from '@rapport/core/customer-view/schema'
import {
  closeOwnCase,
  linkToOwnFile,
  listOwnCases,
  replyToOwnCase,
  sendOwnFile,
  showOwnCase,
} from '@rapport/core/customer-view/service'
import { Link } from '@rapport/core/imports/schema'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import { html, linkParams, page } from './public-pages.ts'

const common = { tag: 'customer-view', access: 'public' } as const
const one = { ...common, params: linkParams.extend({ caseId: ref('case') }) } as const
/** What is none of the customer's is told alike, case or file. */
const oneFile = { ...common, kind: 'case', params: one.params.extend({ fileId: ref('caseFile') }) } as const

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
    body: CustomerReply,
    fails: [409],
    success: { status: 200, schema: CustomerWord, description: 'Said.' },
    handle: (ctx, { params, body }) => replyToOwnCase(ctx, params.link, params.caseId, body),
  }),
  route({
    ...one,
    method: 'POST',
    path: '/v1/customer/{link}/cases/{caseId}/files',
    id: 'sendOwnFile',
    summary: 'Begin to send a file as the customer',
    description:
      'Answers where the bytes go; name the file in the answer then. At most 5 wait for that at a time, and what is not said within a day goes.',
    body: CustomerFileRequest,
    fails: [409],
    success: { status: 200, schema: CustomerFile, description: 'Waiting for its bytes.' },
    handle: (ctx, { params, body }) => sendOwnFile(ctx, params.link, params.caseId, body),
  }),
  route({
    ...oneFile,
    method: 'GET',
    path: '/v1/customer/{link}/cases/{caseId}/files/{fileId}',
    id: 'linkToOwnFile',
    fails: [409],
    summary: 'A link to the bytes of a file, for the customer',
    description: 'Only of what was said in public. Always a download of unknown type.',
    success: { status: 200, schema: Link, description: 'Good for five minutes.' },
    handle: async (ctx, { params }) => (await linkToOwnFile(ctx, params.link, params.caseId, params.fileId)).link,
  }),
  route({
    ...oneFile,
    method: 'GET',
    path: '/v1/customer/{link}/cases/{caseId}/files/{fileId}/page',
    id: 'showOwnFile',
    fails: [409],
    summary: 'The page that a letter leads to for a file',
    success: { ...page, description: 'A page with a link that is good for five minutes.' },
    async handle(ctx, { params }) {
      const { name, link } = await linkToOwnFile(ctx, params.link, params.caseId, params.fileId)
      return filePage(name, link.url)
    },
    reply: html,
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

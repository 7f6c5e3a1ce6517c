import { CaseFile, CaseFileRequest } from '@rapport/core/case-files/schema'
import { CaseFiles, createCaseFile, linkToCaseFile, listCaseFiles } from '@rapport/core/case-files/service'
import { Link } from '@rapport/core/imports/schema'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { pageOf, paging } from './record-routes.ts'

const ofCase = { tag: 'cases', kind: 'case', params: z.strictObject({ id: ref('case') }) } as const
const one = {
  tag: 'cases',
  kind: 'caseFile',
  method: 'GET',
  access: { action: 'read', kind: 'caseFile' },
  params: z.strictObject({ id: ref('caseFile') }),
} as const

export const caseFiles = [
  route({
    ...ofCase,
    method: 'POST',
    path: '/v1/cases/{id}/files',
    id: 'createCaseFile',
    summary: 'Begin to send a file for a case',
    description:
      'Answers where the bytes go: PUT exactly as many with the content type of `upload` to `upload.url`, then name the file in `fileIds` of a comment or an answer. What is not said within a day goes. Colleagues see it at once, the customer once it is said in public.',
    access: { action: 'create', kind: 'caseFile' },
    body: CaseFileRequest,
    success: {
      status: 201,
      schema: z.strictObject({ record: CaseFile, upload: Link }).meta({ id: 'CaseFileMade' }),
      description: 'Waiting for its bytes.',
    },
    handle: (ctx, { params, body }) => createCaseFile(ctx, params.id, body),
    reply: (_ctx, made) => ({ body: made, location: `/v1/case-files/${made.record.id}` }),
  }),
  route({
    ...ofCase,
    method: 'GET',
    path: '/v1/cases/{id}/files',
    id: 'listCaseFiles',
    summary: 'Files of a case, latest first',
    description: 'Those that came with letters, and those that colleagues and the customer sent.',
    access: { action: 'read', kind: 'case' },
    query: z.strictObject(paging),
    success: { status: 200, schema: pageOf('CaseFile', CaseFile), description: 'One page.' },
    handle: (ctx, { params, query }) => listCaseFiles(ctx, params.id, query),
  }),
  route({
    ...one,
    path: '/v1/case-files/{id}',
    id: 'getCaseFile',
    summary: 'What is known about a file of a case',
    hasEtag: true,
    success: { status: 200, schema: CaseFile, description: 'The file, without its bytes.' },
    handle: (ctx, { params }) => CaseFiles.get(ctx, params.id),
    reply: (_ctx, found) => ({ body: found, version: found.version }),
  }),
  route({
    ...one,
    path: '/v1/case-files/{id}/link',
    id: 'getCaseFileLink',
    fails: [409],
    summary: 'A link to the bytes of a file',
    description: 'They are always sent as a download of unknown type, whatever the file was said to be.',
    success: { status: 200, schema: Link, description: 'Good for five minutes.' },
    handle: (ctx, { params }) => linkToCaseFile(ctx, params.id),
  }),
]

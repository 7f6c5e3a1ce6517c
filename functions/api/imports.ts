import { importType } from '@rapport/core/imports/model'
import { Imports } from '@rapport/core/imports/plan'
import { ImportPresets } from '@rapport/core/imports/request'
import { Import, ImportRequest, Link } from '@rapport/core/imports/schema'
import {
  cancelImport,
  createImport,
  linkToReport,
  renewUpload,
  startImport,
  undoImport,
} from '@rapport/core/imports/service'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { type Reply, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const common = { tag: 'imports', kind: 'import', params: z.strictObject({ id: ref('import') }) } as const

const reply = (ctx: Ctx, one: Import): Reply => ({
  body: present(importType, ctx.principal, one),
  version: one.version,
  location: `/v1/imports/${one.id}`,
})

/** A change of an import that a worker carries out. */
const worked = { hasEtag: true, access: { action: 'update', kind: 'import' }, method: 'POST', reply } as const

export const imports = [
  route({
    tag: 'imports',
    kind: 'import',
    method: 'POST',
    path: '/v1/imports',
    id: 'createImport',
    summary: 'Begin to import a file',
    description:
      'Answers where to send the file: PUT exactly these bytes with this content type to `upload.url`, then start the import. Columns become fields by a mapping, one of a preset, or by their names; `match` finds the record a row is about. Every row is a change like any other: with the rights of the caller, the same checks and the same events.',
    access: { action: 'create', kind: 'import' },
    body: ImportRequest,
    success: {
      status: 201,
      schema: z.strictObject({ record: Import, upload: Link }).meta({ id: 'ImportMade' }),
      description: 'Waiting for its file.',
    },
    handle: (ctx, { body }) => createImport(ctx, body),
    reply: (ctx, { record, upload }) => ({
      body: { record: present(importType, ctx.principal, record), upload },
      location: `/v1/imports/${record.id}`,
    }),
  }),
  ...recordRoutes(Imports, { without: ['create', 'patch', 'remove', 'restore', 'share', 'batch', 'revert'] }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/imports/{id}/upload',
    id: 'renewImportUpload',
    summary: 'Another link to send the file to',
    access: { action: 'update', kind: 'import' },
    success: { status: 200, schema: Link, description: 'Good for 15 minutes.' },
    handle: (ctx, { params }) => renewUpload(ctx, params.id),
  }),
  route({
    ...common,
    ...worked,
    path: '/v1/imports/{id}/start',
    id: 'startImport',
    summary: 'Read the file that was sent',
    description:
      'In the background. Status, counts and `bytesRead` tell how far it is. Answers 409 before the file is there.',
    success: { status: 202, schema: Import, description: 'Begun.' },
    handle: (ctx, { params }) => startImport(ctx, params.id),
  }),
  route({
    ...common,
    ...worked,
    path: '/v1/imports/{id}/cancel',
    id: 'cancelImport',
    summary: 'Read no further rows',
    description:
      'The batch at work, at most 500 rows, is brought to its end so that each of its rows is told. What was written stays, and can be undone.',
    success: { status: 202, schema: Import, description: 'Ending.' },
    handle: (ctx, { params }) => cancelImport(ctx, params.id),
  }),
  route({
    ...common,
    ...worked,
    path: '/v1/imports/{id}/undo',
    id: 'undoImport',
    summary: 'Take back what an import has changed',
    description:
      'In the background, within 30 days. Records it made go to the recycle bin, fields it changed get their former values. What somebody has changed since stays as it is, is counted as kept and named in the report.',
    success: { status: 202, schema: Import, description: 'Begun.' },
    handle: (ctx, { params }) => undoImport(ctx, params.id),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/imports/{id}/report',
    id: 'getImportReport',
    summary: 'A link to what became of each row',
    description: 'CSV with row, outcome, id, code and detail; safe to open in a spreadsheet.',
    access: { action: 'read', kind: 'import' },
    fails: [409],
    success: { status: 200, schema: Link, description: 'Good for five minutes.' },
    handle: (ctx, { params }) => linkToReport(ctx, params.id),
  }),
  ...recordRoutes(ImportPresets, { without: ['share', 'batch'] }),
]

import { exportType } from '@rapport/core/exports/model'
import { Exports } from '@rapport/core/exports/plan'
import { Export, ExportRequest } from '@rapport/core/exports/schema'
import { cancelExport, createExport, linkToExport } from '@rapport/core/exports/service'
import { Link } from '@rapport/core/imports/schema'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { type Reply, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const common = { tag: 'exports', kind: 'export' } as const
const params = z.strictObject({ id: ref('export') })

const reply = (ctx: Ctx, one: Export): Reply => ({
  body: present(exportType, ctx.principal, one),
  version: one.version,
  location: `/v1/exports/${one.id}`,
})

export const exports = [
  route({
    ...common,
    method: 'POST',
    path: '/v1/exports',
    id: 'createExport',
    summary: 'Write records to a file',
    description:
      'In the background, with the rights of the caller: records that lists show and that may be exported, without fields that are hidden. Status and count tell how far it is. CSV is safe to open in a spreadsheet; an import without a mapping reads either format back. An archive is the whole CRM with its history, for administrators.',
    access: { action: 'create', kind: 'export' },
    body: ExportRequest,
    hasEtag: true,
    success: { status: 202, schema: Export, description: 'Begun.' },
    handle: (ctx, { body }) => createExport(ctx, body),
    reply,
  }),
  ...recordRoutes(Exports, { without: ['create', 'patch', 'remove', 'restore', 'share', 'batch', 'revert'] }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/exports/{id}/cancel',
    id: 'cancelExport',
    summary: 'Stop writing a file',
    access: { action: 'update', kind: 'export' },
    params,
    hasEtag: true,
    success: { status: 200, schema: Export, description: 'Over.' },
    handle: (ctx, { params }) => cancelExport(ctx, params.id),
    reply,
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/exports/{id}/download',
    id: 'downloadExport',
    summary: 'A link to the file',
    description: 'The file is kept for 30 days. Answers 409 while it is being written.',
    access: { action: 'read', kind: 'export' },
    params,
    fails: [409],
    success: { status: 200, schema: Link, description: 'Good for five minutes.' },
    handle: (ctx, { params }) => linkToExport(ctx, params.id),
  }),
]

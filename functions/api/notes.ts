import { NoteVersion } from '@rapport/core/notes/schema'
import { createNote, listVersions, Notes } from '@rapport/core/notes/service'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { pageOf, paging, recordRoutes } from './record-routes.ts'

export const notes = [
  ...recordRoutes(Notes, { without: ['share', 'revert', 'timeline', 'batch'], create: createNote }),
  route({
    tag: 'notes',
    kind: 'note',
    method: 'GET',
    path: '/v1/notes/{id}/versions',
    id: 'listNoteVersions',
    summary: 'Every version of a note, latest first',
    access: { action: 'read', kind: 'note' },
    params: z.strictObject({ id: ref('note') }),
    query: z.strictObject(paging),
    success: { status: 200, schema: pageOf('NoteVersion', NoteVersion), description: 'One page.' },
    handle: (ctx, { params, query }) => listVersions(ctx, params.id, query),
  }),
]

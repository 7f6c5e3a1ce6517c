import { unprocessable } from '@rapport/kernel/errors'
import { type Page, type PageQuery, pageOf } from '@rapport/kernel/page'
import { type Body, records } from '@rapport/kernel/records'
import type { Ctx, Write } from '@rapport/kernel/store'
import { accountOf } from '../shared/subject.ts'
import { noteType, noteVersionModel, orderOf } from './model.ts'
import type { Note, NoteVersion } from './schema.ts'

export const Notes = records<Note>(noteType, async (_ctx, { before, next }) => {
  if (before && before.subjectId !== next.subjectId) {
    throw unprocessable('note.moved', 'A note stays with what it is about. Write a new one.', [
      { pointer: '/subjectId', code: 'note.moved', message: 'cannot be changed' },
    ])
  }
  const isSaid = !next.deletedAt && (next.body !== before?.body || next.title !== before?.title)
  return { writes: isSaid ? [versionWrite(next)] : [] }
})

export async function createNote(ctx: Ctx, input: Body): Promise<Note> {
  const accountId = await accountOf(ctx, String(input.subjectId))
  return Notes.create(ctx, { ...input, ...(accountId === undefined ? {} : { accountId }) })
}

/** Every version of a note's text, latest first. */
export async function listVersions(ctx: Ctx, id: string, query: PageQuery): Promise<Page<NoteVersion>> {
  await Notes.get(ctx, id)
  const page = await pageOf(ctx, query, {
    scope: ['note-versions', id],
    newestFirst: true,
    bounds: [orderOf(0), orderOf(9_999_999_999)],
    range: (from, to, options) =>
      noteVersionModel.range('record', { noteId: id }, { order: from }, { order: to }, options),
    parse: noteVersionModel.parse,
    positionOf: (row) => row.order,
  })
  return { ...page, data: page.data.map(({ noteId: _noteId, order: _order, ...version }) => version) }
}

function versionWrite(note: Note): Write {
  const { id: noteId, version, title, body, updatedAt: at, updatedBy: by } = note
  const row = { noteId, order: orderOf(version), version, ...(title === undefined ? {} : { title }), body, at, by }
  return { put: noteVersionModel.item(row), condition: { absent: true } }
}

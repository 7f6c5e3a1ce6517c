import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { externalIdGuards } from '../shared/rules.ts'
import { Note, type NoteVersion, noteFields } from './schema.ts'

export const noteType = recordType<Note>({
  kind: 'note',
  plural: 'notes',
  name: 'Note',
  schema: Note,
  fields: noteFields,
  visibility: 'everyone',
  lists: ['owner'],
  parent: 'subjectId',
  unique: (note) => externalIdGuards('note', note.externalIds),
  inherits: (note) => note.subjectId,
  above: (note) => note.accountId,
  quiet: ['body'],
})

/** Bodies stand once, here, and not in the events. The version is written with ten digits so that it sorts. */
export const noteVersionModel = defineItem<NoteVersion & { noteId: string; order: string }>({
  name: 'note-version',
  attributes: ['noteId', 'order', 'version', 'title', 'body', 'at', 'by'],
  record: { partition: '${noteId}', sort: 'version#${order}' },
})

export const orderOf = (version: number): string => String(version).padStart(10, '0')

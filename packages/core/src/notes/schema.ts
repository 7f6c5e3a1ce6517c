import { actorId, instant, line, recordSchema, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { externalIds } from '../shared/schema.ts'

/** Characters of a note's Markdown. */
const BODY_MAX = 20_000

const body = text(BODY_MAX).meta({ description: 'Markdown.' })

export const noteFields = {
  /** What the note is about; it is seen by whoever sees that. Visibility `owner` keeps it to its author. */
  subjectId: ref('account', 'contact', 'lead', 'opportunity', 'quote', 'order', 'case', 'product', 'user', 'team'),
  title: line(200).optional(),
  body,
  isPinned: z.boolean().optional(),
  externalIds: externalIds.optional(),
}

export const Note = recordSchema('note', 'Note', {
  ...noteFields,
  accountId: ref('account').optional(),
  /** The lead it was about before that was converted. */
  leadId: ref('lead').optional(),
})
export type Note = z.infer<typeof Note>

/** What a note said in one of its versions. */
export const NoteVersion = z
  .strictObject({ version: z.int().min(1), title: line(200).optional(), body, at: instant, by: actorId })
  .meta({ id: 'NoteVersion' })
export type NoteVersion = z.infer<typeof NoteVersion>

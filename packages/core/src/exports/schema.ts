import type { Actor } from '@rapport/kernel/events'
import { instant, line, recordSchema, word } from '@rapport/kernel/schema'
import * as z from 'zod'
import { importKinds } from '../imports/schema.ts'
import type { Upload } from '../shared/schema.ts'

/** Whatever can be brought in can be taken out, and what the CRM itself made of it. Settings are in archives. */
export const ExportKind = z.enum([
  ...importKinds,
  'quote',
  'caseComment',
  'caseFile',
  'handover',
  'pipeline',
  'captureForm',
  'captureFailure',
  'calendar',
  'slaPolicy',
  'queue',
  'escalationRule',
  'assignmentRule',
  'inboundMail',
  'importPreset',
])
export type ExportKind = z.infer<typeof ExportKind>

export const ExportFormat = z.enum(['csv', 'jsonl'])

const FILTERS_MAX = 10

export const exportFields = {
  kind: ExportKind.optional().meta({ description: 'What is exported, unless it is the whole CRM.' }),
  format: ExportFormat.default('csv'),
  filter: z
    .array(z.strictObject({ name: word(64), value: line(200) }))
    .max(FILTERS_MAX)
    .optional()
    .meta({ description: 'As the query parameters of the list: `ownerId`, `tag`, …' }),
  archive: z.boolean().default(false).meta({
    description: 'Everything, with its history, in a form that an empty CRM can be filled from. For administrators.',
  }),
}

export const ExportRequest = z.strictObject(exportFields).meta({ id: 'ExportRequest' })
export type ExportRequest = z.infer<typeof ExportRequest>

export const ExportStatus = z.enum(['running', 'finished', 'failed', 'cancelled'])

const count = z.int().min(0)

export const Export = recordSchema('export', 'Export', {
  ...exportFields,
  status: ExportStatus,
  count: count.meta({ description: 'Records written so far.' }),
  bytes: count,
  /** Batches begun. A late message about an earlier one does nothing. */
  step: count,
  /** When work that should have gone on by then is looked at. */
  dueAt: instant.optional(),
  finishedAt: instant.optional(),
  problem: z.strictObject({ code: line(64), detail: line(500) }).optional(),
})
export type Export = z.infer<typeof Export>

/** What only the machine needs to know, beside the record and written with it. */
export interface Job {
  exportId: string
  version: number
  step: number
  /** Who asked for it: records are read with the rights of that moment. */
  actor: Actor
  /** Where reading goes on, in the words of the source; absent at the beginning. */
  position?: string | undefined
  /** Whether everything was read, and the parts wait to be put together. */
  isRead: boolean
  upload?: Upload | undefined
  /** A batch that came to less than a part keeps it in a file of this number for the next one. */
  carry?: number | undefined
}

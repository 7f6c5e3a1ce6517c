import type { Actor } from '@rapport/kernel/events'
import { instant, line, recordSchema, ref } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Mapping, UniqueKey, type Wanted } from '../mappings/schema.ts'
import type { Upload } from '../shared/schema.ts'

/** The kinds of record that can be imported. `importable.ts` says how each is written. */
export const importKinds = [
  'account',
  'contact',
  'lead',
  'opportunity',
  'order',
  'product',
  'priceBook',
  'priceBookEntry',
  'exchangeRate',
  'task',
  'case',
  'note',
  'interaction',
  'user',
  'team',
] as const
export const ImportKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof ImportKind>

export const ImportFormat = z.enum(['csv', 'jsonl'])
export type ImportFormat = z.infer<typeof ImportFormat>

/** Bytes of one file: some five million rows. What is larger comes in two files. */
const BYTES_MAX = 2 * 1024 ** 3

const common = {
  kind: ImportKind,
  format: ImportFormat,
  mapping: Mapping.optional().meta({
    description: 'Without it, columns are named as the fields are: the form of our own exports.',
  }),
  mode: z.enum(['create', 'update', 'upsert']).meta({
    description: 'Rows make new records only, change records that are there only, or whichever it takes.',
  }),
  match: UniqueKey.optional().meta({
    description: 'How a row finds the record it is about: `id`, or a unique value of its kind. For update and upsert.',
  }),
}

const fileName = line(200)
const bytes = z.int().min(1).max(BYTES_MAX)

/** A mapping by name, to be used again. */
export const presetFields = { name: line(100), ...common }

export const ImportPreset = recordSchema('importPreset', 'ImportPreset', presetFields)
export type ImportPreset = z.infer<typeof ImportPreset>

export const importFields = {
  ...common,
  fileName,
  bytes: bytes.meta({ description: 'The exact length of the file: the link takes no other.' }),
  dryRun: z.boolean().default(false).meta({ description: 'Says what would happen, and changes nothing.' }),
}

/** Either everything that is to be done, or the preset that says it. */
export const ImportRequest = z
  .strictObject({
    ...importFields,
    kind: common.kind.optional(),
    format: common.format.optional(),
    mode: common.mode.optional(),
    presetId: ref('importPreset').optional(),
  })
  .meta({
    id: 'ImportRequest',
    examples: [{ fileName: 'contacts.csv', bytes: 1024, kind: 'contact', format: 'csv', mode: 'create' }],
  })
export type ImportRequest = z.infer<typeof ImportRequest>

/**
 * `awaiting_file` until it is started; `running`, `cancelling` and `undoing` are work of a machine, and end in `finished`,
 * `cancelled`, `failed` (the file cannot be read on; what was done before stays, and can be undone) and `undone`.
 */
export const ImportStatus = z.enum([
  'awaiting_file',
  'running',
  'cancelling',
  'finished',
  'cancelled',
  'failed',
  'undoing',
  'undone',
])
export type ImportStatus = z.infer<typeof ImportStatus>

const count = z.int().min(0)

export const ImportCounts = z
  .strictObject({ created: count, updated: count, unchanged: count, refused: count })
  .meta({ id: 'ImportCounts', description: 'Every row that was read is counted once.' })
export type ImportCounts = z.infer<typeof ImportCounts>

/** Records taken away again, given back what they were, and left because somebody has changed them since. */
export const UndoCounts = z
  .strictObject({ removed: count, restored: count, kept: count })
  .meta({ id: 'ImportUndoCounts' })
export type UndoCounts = z.infer<typeof UndoCounts>

export const Import = recordSchema('import', 'Import', {
  ...importFields,
  presetId: ref('importPreset').optional(),
  status: ImportStatus,
  counts: ImportCounts,
  undoCounts: UndoCounts.optional(),
  /** How far into the file. */
  bytesRead: z.int().min(0),
  /** Batches begun. A late message about an earlier one does nothing. */
  step: count,
  /** When work that should have gone on by then is looked at. */
  dueAt: instant.optional(),
  startedAt: instant.optional(),
  finishedAt: instant.optional(),
  /** Why the file could not be read on. */
  problem: z.strictObject({ code: line(64), detail: line(500) }).optional(),
})
export type Import = z.infer<typeof Import>

/** What became of one row. */
export const outcomes = ['created', 'updated', 'unchanged', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

export interface RowResult {
  /** From 1: the first row behind the names of the columns. */
  row: number
  outcome: Outcome
  of?: string
  /** Why it was refused, or what could not be done although it was not. */
  code?: string
  detail?: string
}

/** How a phase of an import works on: rows of the file, relations that waited, what is undone, the report. */
export type Phase = 'rows' | 'relations' | 'undoUpdates' | 'undoCreates' | 'report' | 'close'

/** What became of a row's change when the import was undone. */
export const undoOutcomes = ['removed', 'restored', 'kept'] as const
export type UndoOutcome = (typeof undoOutcomes)[number]

export interface UndoResult extends Omit<RowResult, 'outcome'> {
  outcome: UndoOutcome
}

/**
 * What only the machine needs to know, beside the record and written with it, under a version of its own. Everything a batch does
 * follows from it, so a batch that died is begun again with the same rows.
 */
export interface Job {
  importId: string
  version: number
  step: number
  phase: Phase
  /** Who asked for it: rows are written as this caller, with the rights of that moment. */
  actor: Actor
  /** The file as it was when the import started. */
  tag: string
  /** Names of the columns, once the first row was read. */
  columns?: string[]
  delimiter?: string
  /** First byte and number of rows before the next batch. */
  offset: number
  rows: number
  /** Behind which row's change undoing goes on. */
  behind?: string | undefined
  /** Batches of results written, and the last of those with relations that wait. */
  batches: number
  waiting?: number | undefined
  /** Batches of the report that were put together, and its parts. */
  reported: number
  upload?: Upload
  /** Whose results the report tells. */
  about: 'rows' | 'undo'
}

/** A row that changed a record; made with the change, so that it is told and undone whatever dies. */
export interface RowWrite {
  importId: string
  /** Row and pass, padded so that they sort. */
  order: string
  row: number
  of: string
  version: number
  undo?: Pick<UndoResult, 'outcome' | 'code' | 'detail'>
  expiresAtS: number
}

/** What became of the rows, batch by batch: written in the transaction that counts them, so both always say the same. */
export interface Results {
  about: Job['about']
  batch: number
  rows: readonly (RowResult | UndoResult)[]
  waiting?: WaitingRows | undefined
}

/** Rows whose relations wait for the end of the file, as their batch left them. */
export interface WaitingRows {
  /** The batch before this one that has such rows. */
  previous?: number | undefined
  rows: { result: RowResult; waiting: Wanted[] }[]
}

export const Link = z
  .strictObject({
    url: z.url().max(4_000).meta({ description: 'Good for one file and a short time. Send no Authorization header.' }),
    method: z.enum(['PUT', 'GET']),
    contentType: line(100).optional().meta({ description: 'The Content-Type header that a PUT must carry.' }),
    expiresAt: instant,
  })
  .meta({ id: 'FileLink' })
export type Link = z.infer<typeof Link>

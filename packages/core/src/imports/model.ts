import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { Import, ImportPreset, importFields, type Job, presetFields, type RowWrite } from './schema.ts'

export const importType = recordType<Import>({
  kind: 'import',
  plural: 'imports',
  name: 'Import',
  schema: Import,
  fields: importFields,
  isAssignable: false,
  visibility: 'owner',
  lists: ['owner', 'all'],
  due: (one) => one.dueAt,
})

export const importPresetType = recordType<ImportPreset>({
  kind: 'importPreset',
  plural: 'import-presets',
  name: 'ImportPreset',
  schema: ImportPreset,
  fields: presetFields,
})

export const jobModel = defineItem<Job>({
  name: 'import-job',
  attributes: [
    'importId',
    'version',
    'step',
    'phase',
    'actor',
    'tag',
    'columns',
    'delimiter',
    'offset',
    'rows',
    'behind',
    'batches',
    'waiting',
    'reported',
    'upload',
    'about',
  ],
  record: { partition: '${importId}', sort: 'job' },
})

/** Stands in the import's partition, in the order of the file. */
export const rowModel = defineItem<RowWrite>({
  name: 'import-row',
  attributes: ['importId', 'order', 'row', 'of', 'version', 'undo', 'expiresAtS'],
  record: { partition: '${importId}', sort: 'row#${order}' },
})

/** Row 42 of the first pass (0) or of the second (1), which gives relations. Ten digits: more rows than a file can have. */
export const orderOf = (row: number, pass: 0 | 1): string => `${pass}${String(row).padStart(10, '0')}`

interface PackedResults {
  importId: string
  order: string
  body: string
  expiresAtS: number
}

/** What became of the rows of one batch, packed. */
export const batchModel = defineItem<PackedResults>({
  name: 'import-batch',
  attributes: ['importId', 'order', 'body', 'expiresAtS'],
  record: { partition: '${importId}', sort: 'batch#${order}' },
})

export const batchOrderOf = (about: Job['about'], batch: number): string =>
  `${about === 'rows' ? 0 : 1}${String(batch).padStart(10, '0')}`

/** A row's change can be undone as long as its record's history, its report and the recycle bin are there. */
export const UNDO_DAYS = 30

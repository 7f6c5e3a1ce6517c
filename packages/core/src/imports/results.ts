import { fileKey } from '@rapport/kernel/files'
import type { Ctx } from '@rapport/kernel/store'
import type { Wanted } from '../mappings/rows.ts'
import { csvLine } from '../shared/csv.ts'
import type { Job, RowResult, UndoResult } from './schema.ts'

/** What became of the rows, batch by batch, in files beside the one that was imported: written again, they say the same. */

const JSON_TYPE = 'application/json'

const nameOf = (about: Job['about'], batch: number): string => `${about}-${String(batch).padStart(7, '0')}.json`

export const sourceKey = (importId: string): string => fileKey('imports', importId, 'source')

export const reportKey = (importId: string, about: Job['about']): string => fileKey('imports', importId, `${about}.csv`)

const resultsKey = (importId: string, about: Job['about'], batch: number): string =>
  fileKey('imports', importId, nameOf(about, batch))

export const putResults = (
  { db }: Ctx,
  importId: string,
  about: Job['about'],
  batch: number,
  results: readonly (RowResult | UndoResult)[],
): Promise<void> => db.files.put(resultsKey(importId, about, batch), JSON.stringify(results), JSON_TYPE)

export const getResults = ({ db }: Ctx, importId: string, about: Job['about'], batch: number) =>
  readJson<(RowResult | UndoResult)[]>(db, resultsKey(importId, about, batch))

/** Rows whose relations wait for the end of the file, as their batch left them. */
export interface WaitingRows {
  /** The batch before this one that has such rows. */
  previous?: number | undefined
  rows: { result: RowResult; waiting: Wanted[] }[]
}

const waitingKey = (importId: string, batch: number): string =>
  fileKey('imports', importId, `waiting-${String(batch).padStart(7, '0')}.json`)

export const putWaiting = ({ db }: Ctx, importId: string, batch: number, waiting: WaitingRows): Promise<void> =>
  db.files.put(waitingKey(importId, batch), JSON.stringify(waiting), JSON_TYPE)

export const getWaiting = ({ db }: Ctx, importId: string, batch: number): Promise<WaitingRows> =>
  readJson(db, waitingKey(importId, batch))

/** Files of our own making, of the size of a batch. */
async function readJson<T>({ files }: Ctx['db'], key: string): Promise<T> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await files.get(key)) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString()) as T
}

export const REPORT_HEADER = csvLine(['row', 'outcome', 'id', 'code', 'detail'])

export const reportLine = ({ row, outcome, of, code, detail }: RowResult | UndoResult): string =>
  csvLine([String(row), outcome, of ?? '', code ?? '', detail ?? ''])

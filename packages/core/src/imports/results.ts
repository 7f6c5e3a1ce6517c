import { gunzipSync, gzipSync } from 'node:zlib'
import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { fileKey } from '@rapport/kernel/files'
import { type Ctx, read, type Write } from '@rapport/kernel/store'
import { csvLine } from '../shared/csv.ts'
import { batchModel, batchOrderOf, UNDO_DAYS } from './model.ts'
import type { Job, Results, RowResult, UndoResult } from './schema.ts'

/** An item takes 400 KB; a batch of usual rows packs into ten. */
const PACKED_MAX = 300 * 1024

export function resultsWrite(ctx: Ctx, importId: string, { about, batch, rows, waiting }: Results): Write {
  const whole = packed({ rows, waiting })
  // Only texts that no computer can shorten are that long; then the codes must do.
  const body = whole.length <= PACKED_MAX ? whole : packed({ rows: rows.map(withoutDetail), waiting })
  const expiresAtS = epochS(later(ctx.now, (UNDO_DAYS + 1) * DAY_MS))
  return { put: batchModel.item({ importId, order: batchOrderOf(about, batch), body, expiresAtS }) }
}

const withoutDetail = <R extends object>({ detail: _, ...rest }: R & { detail?: string }): object => rest

const packed = (value: object): string => gzipSync(JSON.stringify(value)).toString('base64')

// What was packed here is unpacked here.
const unpacked = (body: string): Pick<Results, 'rows' | 'waiting'> =>
  JSON.parse(gunzipSync(Buffer.from(body, 'base64')).toString()) as Pick<Results, 'rows' | 'waiting'>

export async function getResults(ctx: Ctx, importId: string, about: Job['about'], batch: number) {
  const found = await read(ctx, batchModel, { importId, order: batchOrderOf(about, batch) })
  if (!found) throw new Error(`The import ${importId} has no results of batch ${batch}.`)
  return unpacked(found.body)
}

/** The results of the batches behind one, a few at a time. */
export async function resultsBehind(ctx: Ctx, importId: string, about: Job['about'], behind: number, batches: number) {
  const range = batchModel.range(
    'record',
    { importId },
    { order: batchOrderOf(about, behind + 1) },
    { order: batchOrderOf(about, behind + batches) },
    { newestFirst: false, limit: batches },
  )
  const { items } = await ctx.db.table.query({ ...range, ConsistentRead: true })
  return items.map((item) => unpacked(batchModel.parse(item).body).rows)
}

export const sourceKey = (importId: string): string => fileKey('imports', importId, 'source')

export const reportKey = (importId: string, about: Job['about']): string => fileKey('imports', importId, `${about}.csv`)

export const REPORT_HEADER = csvLine(['row', 'outcome', 'id', 'code', 'detail'])

export const reportLine = ({ row, outcome, of, code, detail }: RowResult | UndoResult): string =>
  csvLine([String(row), outcome, of ?? '', code ?? '', detail ?? ''])

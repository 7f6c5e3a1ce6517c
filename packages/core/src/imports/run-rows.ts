import { FileChanged } from '@rapport/kernel/files'
import type { Ctx } from '@rapport/kernel/store'
import { type Cells, ownPlans, plansOf } from '../mappings/rows.ts'
import { inLanes } from '../shared/lanes.ts'
import { type Batch, openBatch, rowFieldsOf } from './batch.ts'
import { FileUnreadable, type ReadRow, readCsv, readHeader, readJsonLines } from './read.ts'
import { getResults, sourceKey } from './results.ts'
import { afterRows, countsOf, type Progress, recounted } from './rules.ts'
import type { Import, Job, WaitingRows } from './schema.ts'
import { typeOf } from './unique.ts'
import { prepareRow, type Written, writeRelations, writeRow } from './write.ts'

/** Rows of the first batch, and of one at most: whoever watches sees soon whether the mapping is right, and none comes near its time-out. */
const ROWS_FIRST = 25
const ROWS_MAX = 500

const rowsIn = ({ batches }: Job): number => Math.min(ROWS_MAX, ROWS_FIRST * 2 ** Math.min(batches, 10))

/** Rows written at the same time: each is a transaction of its own. */
const WIDTH = 8

/** Reads and writes the next rows of the file. What cannot be read on is a problem of the file, told when its rows so far are. */
export async function runRows(ctx: Ctx, one: Import, job: Job, tell: Batch['tell']): Promise<Progress> {
  const { job: shape, problem } = await openFile(ctx, one, job)
  if (problem) return { phase: afterRows(job.waiting), problem }
  const { rows, end, isLast, problem: unreadable } = await nextRows(ctx, one, shape, rowsIn(job))
  if (rows.length === 0)
    return { phase: afterRows(job.waiting), job: shape, ...(unreadable && { problem: unreadable }) }
  const numbered = rows.map(({ cells }, index) => ({ row: job.rows + 1 + index, cells }))
  const written = await writeRows(ctx, one, shape, numbered, tell)
  const batches = job.batches + 1
  const waiting = waitingIn(one, job, written)
  const last = waiting ? batches : job.waiting
  const results = written.map(({ result }) => result)
  return {
    phase: isLast ? afterRows(last) : 'rows',
    job: { ...shape, offset: end, rows: job.rows + rows.length, batches, waiting: last },
    counts: countsOf(results),
    results: { about: 'rows', batch: batches, rows: results, waiting },
    ...(unreadable && { problem: unreadable }),
  }
}

type Shape = Pick<Job, 'columns' | 'delimiter' | 'offset' | 'tag'>

/** Before the first row, the names of the columns; they must all be known when no mapping says which are wanted. */
async function openFile(ctx: Ctx, one: Import, job: Job): Promise<{ job: Shape; problem?: Import['problem'] }> {
  const { columns, delimiter, offset, tag } = job
  const known = { offset, tag, ...(columns && { columns }), ...(delimiter && { delimiter }) }
  if (one.format === 'jsonl' || columns) return { job: known }
  try {
    const source = await ctx.db.files.get(sourceKey(one.id), { tag })
    const header = await readHeader(source, one.mapping?.delimiter)
    const missing = missingIn(one, header.columns)
    if (missing) return { job: known, problem: missing }
    return { job: { columns: header.columns, delimiter: header.delimiter, offset: header.end, tag } }
  } catch (error) {
    return { job: known, problem: problemOf(error) }
  }
}

function missingIn({ kind, mapping }: Import, columns: readonly string[]): Import['problem'] {
  const wanted = mapping?.columns.flatMap(({ from }) => (from === undefined ? [] : [from]))
  const unknown = mapping ? [] : ownPlans(rowFieldsOf(kind), columns, typeOf(kind)?.fieldNames).unknown
  const missing = (wanted ?? []).filter((name) => !columns.includes(name))
  if (missing.length > 0) return { code: 'file.column_missing', detail: listed('The file has no column', missing) }
  if (unknown.length === 0) return undefined
  return {
    code: 'file.column_unknown',
    detail: listed('Without a mapping, columns are named as fields are. Unknown:', unknown),
  }
}

const listed = (said: string, names: readonly string[]): string =>
  `${said} ${names.slice(0, 10).join(', ')}`.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 500)

interface NextRows {
  rows: ReadRow[]
  /** The byte behind them. */
  end: number
  isLast: boolean
  problem?: Import['problem']
}

async function nextRows(
  ctx: Ctx,
  one: Import,
  { columns = [], delimiter = ',', offset, tag }: Shape,
  rowsMax: number,
): Promise<NextRows> {
  const rows: ReadRow[] = []
  if (offset >= one.bytes) return { rows, end: offset, isLast: true }
  try {
    const source = await ctx.db.files.get(sourceKey(one.id), { from: offset, tag })
    const read = one.format === 'csv' ? readCsv(source, { columns, delimiter }, offset) : readJsonLines(source, offset)
    for await (const row of read) {
      rows.push(row)
      if (rows.length >= rowsMax) return { rows, end: row.end, isLast: false }
    }
    return { rows, end: one.bytes, isLast: true }
  } catch (error) {
    return { rows, end: rows.at(-1)?.end ?? offset, isLast: true, problem: problemOf(error) }
  }
}

/** What is wrong with the file ends the import; anything else is tried again. */
function problemOf(error: unknown): NonNullable<Import['problem']> {
  if (error instanceof FileUnreadable) return { code: error.code, detail: error.message }
  if (error instanceof FileChanged) return { code: 'file.changed', detail: 'The file was replaced while it was read.' }
  throw error
}

const plansFor = ({ kind, mapping }: Import, columns: readonly string[]) =>
  mapping
    ? { plans: plansOf(rowFieldsOf(kind), mapping).plans }
    : ownPlans(rowFieldsOf(kind), columns, typeOf(kind)?.fieldNames)

async function writeRows(
  ctx: Ctx,
  one: Import,
  { columns }: Shape,
  rows: readonly { row: number; cells: Cells | string }[],
  tell: Batch['tell'],
): Promise<Written[]> {
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0]
  // A line of JSON names its own columns; together they are what there is.
  const names = columns ?? [
    ...new Set(rows.flatMap(({ cells }) => (typeof cells === 'string' ? [] : Object.keys(cells)))),
  ]
  const batch = await openBatch(ctx, one, plansFor(one, names), { first, last }, tell)
  const prepared = await Promise.all(rows.map(({ row, cells }) => prepareRow(batch, row, cells)))
  return inLanes(
    prepared,
    WIDTH,
    (row) =>
      'refused' in row
        ? []
        : [...row.unique.map(({ scope, value }) => `${scope} ${value}`), row.id ?? `row ${row.row}`],
    (row) => writeRow(batch, row),
  )
}

/** Rows whose relations wait; a dry run has made nothing that could be given any. */
function waitingIn(
  { dryRun }: Import,
  { waiting: previous }: Job,
  written: readonly Written[],
): WaitingRows | undefined {
  const rows = written.filter(({ waiting }) => waiting.length > 0)
  return rows.length > 0 && !dryRun ? { previous, rows } : undefined
}

/** Gives the rows of one batch the relations that could not be known before the whole file was read; the last batch comes first. */
export async function runRelations(ctx: Ctx, one: Import, job: Job, tell: Batch['tell']): Promise<Progress> {
  if (job.waiting === undefined) return { phase: 'report' }
  const { rows: all, waiting } = await getResults(ctx, one.id, 'rows', job.waiting)
  const { previous, rows = [] } = waiting ?? {}
  const numbers = rows.map(({ result }) => result.row)
  const batch = await openBatch(
    ctx,
    one,
    { plans: [] },
    { first: Math.min(...numbers), last: Math.max(...numbers) },
    tell,
  )
  const related = await inLanes(
    rows,
    WIDTH,
    ({ result }) => [result.of ?? ''],
    ({ result, waiting }) => writeRelations(batch, result, waiting),
  )
  const byRow = new Map(related.map((result) => [result.row, result]))
  return {
    phase: previous === undefined ? 'report' : 'relations',
    job: { waiting: previous },
    counts: recounted(
      rows.map(({ result }) => result),
      related,
    ),
    results: { about: 'rows', batch: job.waiting, rows: all.map((result) => byRow.get(result.row) ?? result) },
  }
}

import { CsvError, parse } from 'csv-parse'
import type { Cells } from '../mappings/rows.ts'
import { HEADER_MAX } from '../mappings/schema.ts'
import { plainCell } from '../shared/csv.ts'

/** Rows of a file, as they come: nothing is held but the row at hand. */

export interface ReadRow {
  /** A text says why the row cannot be read; the file goes on behind it. */
  cells: Cells | string
  /** The byte behind the row: where reading may begin again. */
  end: number
}

/** The file cannot be read on from here. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Bytes of one row. */
const ROW_BYTES_MAX = 256 * 1024

const COLUMNS_MAX = 500

export interface CsvShape {
  columns: string[]
  delimiter: string
}

/** The names of the columns and what divides them: the first row. `end` is where the rows begin. */
export async function readHeader(
  source: AsyncIterable<Uint8Array>,
  delimiter?: string,
): Promise<CsvShape & { end: number }> {
  const start = await firstBytes(source, ROW_BYTES_MAX)
  if (isUtf16(start)) throw notUtf8()
  const divides = delimiter ?? delimiterOf(Buffer.from(start).toString())
  for await (const { record, bytes } of records(of(start), divides)) {
    const columns = record.map((name) => name.trim())
    refuseNames(columns)
    return { columns, delimiter: divides, end: bytes }
  }
  throw new FileUnreadable('file.empty', 'The file has no row with the names of its columns.')
}

function refuseNames(columns: readonly string[]): void {
  const named = columns.filter(Boolean)
  if (named.some((name) => name.includes('\ufffd'))) throw notUtf8()
  const repeated = named.find((name, index) => named.indexOf(name) !== index)
  if (columns.length > COLUMNS_MAX || named.some((name) => name.length > HEADER_MAX)) {
    throw new FileUnreadable('file.header_too_large', `A file has at most ${COLUMNS_MAX} columns with short names.`)
  }
  if (repeated !== undefined) {
    throw new FileUnreadable('file.column_repeated', `Two columns are called ${JSON.stringify(repeated)}.`)
  }
}

/** What spreadsheets call Unicode text begins so. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

const notUtf8 = () => new FileUnreadable('file.not_utf8', 'The file is not UTF-8. Save it as UTF-8.')

/** The rows of a CSV file from byte `offset`, where a row begins. Throws FileUnreadable where rows cannot be told apart any more. */
export async function* readCsv(
  source: AsyncIterable<Uint8Array>,
  { columns, delimiter }: CsvShape,
  offset: number,
): AsyncGenerator<ReadRow> {
  for await (const { record, bytes } of records(source, delimiter)) {
    yield { cells: cellsOf(columns, record), end: offset + bytes }
  }
}

function cellsOf(columns: readonly string[], record: readonly string[]): Cells | string {
  if (record.length > columns.length && record.slice(columns.length).some(Boolean)) {
    return `The row has ${record.length} cells, and there are ${columns.length} columns.`
  }
  if (record.some((cell) => cell.includes('\ufffd'))) return 'The row is not UTF-8. Save the file as UTF-8.'
  const cells: Record<string, string> = Object.create(null)
  for (const [index, name] of columns.entries()) if (name) cells[name] = plainCell(record[index] ?? '')
  return cells
}

interface Parsed {
  record: string[]
  /** The byte behind it. */
  bytes: number
}

/**
 * Rows are taken out of the parser as it finds them, not through its own stream: that one forgets what it has found when it comes
 * upon something it cannot read.
 */
async function* records(source: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<Parsed> {
  const found: Parsed[] = []
  let failure: Error | undefined
  const parser = parse({
    bom: true,
    delimiter,
    max_record_size: ROW_BYTES_MAX,
    on_record: (record: string[], { bytes }) => {
      found.push({ record, bytes })
      return null
    },
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const over = new Promise<void>((resolve) => {
    parser.once('end', resolve).once('close', resolve)
    parser.once('error', (error) => {
      failure = error
      resolve()
    })
  })
  parser.resume()
  for await (const chunk of source) {
    parser.write(chunk)
    yield* found.splice(0)
    refuseFailed(failure)
  }
  parser.end()
  await over
  yield* found.splice(0)
  refuseFailed(failure)
}

function refuseFailed(failure: Error | undefined): void {
  if (!failure) return
  if (!(failure instanceof CsvError)) throw failure
  throw new FileUnreadable('file.malformed', `Rows cannot be told apart any more: ${failure.message.slice(0, 300)}`)
}

/** What divides the columns: the sign that stands most often in the first line, outside quotes. */
export function delimiterOf(text: string): string {
  const [line = ''] = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/)
  const counted = [',', ';', '\t', '|'].map((sign) => ({ sign, count: line.split(sign).length - 1 }))
  return counted.reduce((a, b) => (b.count > a.count ? b : a)).sign
}

/** The rows of a file with a JSON object in each line, from byte `offset`, where a line begins. */
export async function* readJsonLines(source: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<ReadRow> {
  let end = offset
  for await (const { line, bytes } of linesOf(source)) {
    end += bytes
    const text = line
      .toString()
      .replace(/^\ufeff/, '')
      .trim()
    if (text !== '') yield { cells: objectIn(text), end }
  }
}

async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<{ line: Buffer; bytes: number }> {
  let rest = Buffer.alloc(0)
  for await (const chunk of source) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk])
    let from = 0
    for (let at = rest.indexOf(LINE_FEED); at >= 0; at = rest.indexOf(LINE_FEED, from)) {
      yield { line: rest.subarray(from, at), bytes: at + 1 - from }
      from = at + 1
    }
    rest = rest.subarray(from)
    if (rest.length > ROW_BYTES_MAX)
      throw new FileUnreadable('file.row_too_large', `A row has at most ${ROW_BYTES_MAX} bytes.`)
  }
  if (rest.length > 0) yield { line: rest, bytes: rest.length }
}

const LINE_FEED = 0x0a

function objectIn(text: string): Cells | string {
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Cells
    return 'The line is no JSON object.'
  } catch {
    return 'The line is not JSON.'
  }
}

async function firstBytes(source: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= bytesMax) break
  }
  return Buffer.concat(chunks).subarray(0, bytesMax)
}

async function* of(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

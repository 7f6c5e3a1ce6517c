import { isAllowed } from '@rapport/kernel/policy'
import { listRecords } from '@rapport/kernel/record-list'
import { hiddenFields, present, type RecordType } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { fieldsOf, typeOf } from '../imports/unique.ts'
import { formOf } from '../mappings/fields.ts'
import { cellText } from '../mappings/rows.ts'
import { BYTE_ORDER_MARK, csvLine } from '../shared/csv.ts'
import { formsBeside, withBeside } from './beside.ts'
import type { Export } from './schema.ts'

/** The next lines of an export, and where the ones behind them begin; nowhere when these are the last. */
export interface Lines {
  text: string
  count: number
  next: string | undefined
}

/** Where an export takes its lines from. The same position gives what is there now; what was written meanwhile may be among it. */
export interface Source {
  head: string
  read(ctx: Ctx, position: string | undefined): Promise<Lines>
}

const PAGE = 100

/** The records of a kind that the caller sees in lists and may take out; fields that are hidden from the caller are left out. */
export function listSource(ctx: Ctx, { kind = 'account', format, filter = [] }: Export): Source {
  const type = typeOf(kind)
  if (!type) throw new Error(`There is no kind ${kind}.`)
  const columns = columnsOf(ctx, type)
  const written = format === 'csv' ? csvWriter(type, columns) : jsonLine
  return {
    head: format === 'csv' ? `${BYTE_ORDER_MARK}${csvLine(columns)}` : '',
    async read(reader, position) {
      const { data, nextCursor } = await listRecords(reader, type, {
        sort: 'createdAt',
        limit: PAGE,
        filter: Object.fromEntries(filter.map(({ name, value }) => [name, value])),
        ...(position === undefined ? {} : { cursor: position }),
      })
      const taken = data.filter((record) => isAllowed(reader.principal, 'export', kind, reader.now, record))
      const whole = await withBeside(reader, kind, taken)
      const seen = whole.map((record) => present(type, reader.principal, record))
      return { text: seen.map(written).join(''), count: seen.length, next: nextCursor ?? undefined }
    },
  }
}

/** The id first, then what callers set, then what stands beside the record, then what the CRM keeps. */
function columnsOf(ctx: Ctx, type: RecordType): string[] {
  const hidden = hiddenFields(type as never, ctx.principal)
  const settable = Object.keys(fieldsOf(type.kind))
  const beside = Object.keys(formsBeside(type.kind))
  const kept = type.fieldNames.filter((name) => name !== 'id' && !settable.includes(name))
  return ['id', ...settable, ...beside, ...kept].filter((name) => !hidden.has(name))
}

function csvWriter(type: RecordType, columns: readonly string[]): (record: RecordBase) => string {
  const beside = formsBeside(type.kind)
  const forms = columns.map((name) => [name, beside[name] ?? formOf(type.schema.shape[name] as never)] as const)
  return (record) =>
    csvLine(forms.map(([name, form]) => cellText((record as unknown as Record<string, unknown>)[name], form)))
}

const jsonLine = (record: RecordBase): string => `${JSON.stringify(record)}\n`

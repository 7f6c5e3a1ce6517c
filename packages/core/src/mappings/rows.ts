import type { Issue } from '@rapport/kernel/errors'
import { type Kind, prefixes } from '@rapport/kernel/ids'
import { toMajor } from '@rapport/kernel/money'
import type * as z from 'zod'
import { CellRefused, cellIssue, EMPTY, parseCell, textOf } from './cells.ts'
import { type FieldForm, formOf, schemaAt } from './fields.ts'
import type { Column, Mapping, Wanted } from './schema.ts'

/** From a row of a file to what is asked for a record. Pure. */

/** A row as it was read: texts of a CSV file, values of a JSON one. */
export type Cells = Readonly<Record<string, unknown>>

export interface MappedRow {
  /** Fields as a create takes them; null takes one away from a record that is there. */
  input: Record<string, unknown>
  /** The record itself, when the file names it by its id. */
  id?: string
  wanted: Wanted[]
  issues: Issue[]
}

/** What a column does, looked up once for all rows. */
export interface Plan {
  column: Column
  path: readonly string[]
  form: FieldForm
  /** Written by ourselves: spaces at the ends of a text belong to it. */
  isExact?: boolean
}

/** Fields that the CRM itself writes: our exports have them, and an import leaves them alone. */
export const SYSTEM_FIELDS = new Set([
  'id',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
  'shares',
])

/** The path that finds a record by its id. */
export const ID = 'id'

/** The columns of a mapping with the forms of their fields. A field that is not there has none, and is answered apart. */
export function plansOf(fields: z.ZodRawShape, { columns }: Mapping): { plans: Plan[]; unknown: string[] } {
  const plans = columns.map((column) => planOf(fields, column))
  return {
    plans: plans.flatMap(({ plan }) => (plan ? [plan] : [])),
    unknown: plans.flatMap(({ plan, to }) => (plan ? [] : [to])),
  }
}

function planOf(fields: z.ZodRawShape, column: Column): { plan?: Plan; to: string } {
  const { to } = column
  const path = to.split('.')
  if (to === ID) return { to, plan: { column, path, form: 'text' } }
  const schema = schemaAt(fields, path)
  return schema ? { to, plan: { column, path, form: column.reference ? 'text' : formOf(schema) } } : { to }
}

/**
 * What the columns of a file do that are named as the fields are: the form of our own exports. What the CRM itself keeps is left
 * out, but for the id that finds a record; columns that are no fields are answered apart. `kept` are fields that callers do not set.
 */
export function ownPlans(
  fields: z.ZodRawShape,
  names: readonly string[],
  kept: readonly string[] = [],
): { plans: Plan[]; unknown: string[] } {
  const known = new Set(['', ...SYSTEM_FIELDS, ...kept, ...Object.keys(fields)])
  const columns = names
    .filter((name) => name === ID || (Object.hasOwn(fields, name) && !SYSTEM_FIELDS.has(name)))
    .map((name) => ({ to: name, from: name }))
  return {
    plans: plansOf(fields, { columns }).plans.map((plan) => ({ ...plan, isExact: true })),
    unknown: names.filter((name) => !known.has(name)),
  }
}

/** What a row asks for. Cells that cannot be understood are issues; the row is refused with all of them. */
export function mapRow(plans: readonly Plan[], cells: Cells): MappedRow {
  const row: MappedRow = { input: {}, wanted: [], issues: [] }
  for (const plan of plans) {
    try {
      take(row, plan, cells)
    } catch (error) {
      if (!(error instanceof CellRefused)) throw error
      row.issues.push(cellIssue(plan.column.to, `${error.message}: ${shown(cellOf(plan, cells))}`))
    }
  }
  compact(row.input)
  return row
}

function take(row: MappedRow, { column, path, form, isExact }: Plan, cells: Cells): void {
  const cell = cellOf({ column }, cells)
  if (cell === undefined) return
  const { reference, to } = column
  if (reference) {
    const value = textOf(String(cell), column)
    if (value !== EMPTY) want(row, path, { path: to, ...reference, value })
    else if (column.whenEmpty === 'clear') put(row.input, path, null)
    return
  }
  const value = isExact ? exactly(cell, form) : typeof cell === 'string' ? parseCell(cell, form, column) : cell
  if (value === EMPTY && column.whenEmpty !== 'clear') return
  if (to === ID) row.id = String(value)
  else put(row.input, path, value === EMPTY ? null : value)
}

/** Inside a list, a place is known by what stands in it: places nobody fills fall out, and the others move up. */
function want({ input, wanted }: MappedRow, path: readonly string[], one: Wanted): void {
  if (path.length === 1) return void wanted.push(one)
  const stand = `${one.kind in prefixes ? prefixes[one.kind as Kind] : ''}_${String(wanted.length).padStart(26, '0')}`
  put(input, path, stand)
  wanted.push({ ...one, stand })
}

/** A value with ids instead of what stands for them. */
export function filled<V>(value: V, ids: ReadonlyMap<string, string>): V {
  if (typeof value === 'string') return (ids.get(value) ?? value) as V
  if (Array.isArray(value)) return value.map((inner) => filled(inner, ids)) as V
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, ids)])) as V
}

function cellOf({ column }: Pick<Plan, 'column'>, cells: Cells): unknown {
  const cell = column.constant ?? (Object.hasOwn(cells, column.from ?? '') ? cells[column.from ?? ''] : undefined)
  const isScalar = typeof cell === 'number' || typeof cell === 'boolean'
  return isScalar && hasRules(column) ? String(cell) : (cell ?? undefined)
}

/** Whether a column says how its texts are to be read; then a number in JSON is read like its text. */
const hasRules = ({ to: _to, from: _from, constant: _constant, whenEmpty: _when, ...rules }: Column): boolean =>
  Object.keys(rules).length > 0

const exactly = (cell: unknown, form: FieldForm): unknown =>
  form === 'text' && cell !== '' ? cell : typeof cell === 'string' ? parseCell(cell, form, {}) : cell

/** Puts a value at a path, making what is on the way: objects, and lists where the path has a number. */
export function put(input: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', next, ...rest] = path
  if (next === undefined) {
    input[name] = value
    return
  }
  const inner = input[name] ?? (/^\d$/.test(next) ? [] : {})
  input[name] = inner
  // A list is filled by the numbers of its entries like an object by its names.
  put(inner as Record<string, unknown>, [next, ...rest], value)
}

/** Lists without the places that no cell filled. */
export function compact(value: unknown): void {
  if (value === null || typeof value !== 'object') return
  for (const [name, inner] of Object.entries(value)) {
    if (Array.isArray(inner)) (value as Record<string, unknown>)[name] = inner.filter((entry) => entry !== undefined)
    compact(inner)
  }
}

const SHOWN_MAX = 60

const shown = (cell: unknown): string => JSON.stringify(String(cell).slice(0, SHOWN_MAX))

/** The text that `parseCell` reads back: how exports write a field. */
export function cellText(value: unknown, form: FieldForm): string {
  if (value === undefined || value === null) return ''
  if (form === 'money') return toMajor(value as Parameters<typeof toMajor>[0])
  return typeof value === 'string' ? value : JSON.stringify(value)
}

import type { Issue } from '@rapport/kernel/errors'
import { fromMajor } from '@rapport/kernel/money'
import type { FieldForm } from './fields.ts'
import type { Column } from './schema.ts'

/** From the text of a cell to the value of a field. Pure. */

/** Nothing stands in the cell. */
export const EMPTY = Symbol('empty')

/** A cell that cannot be understood; told with the field it was for. */
export class CellRefused extends Error {
  override readonly name = 'CellRefused'
}

export type CellRules = Omit<Column, 'to' | 'from' | 'constant' | 'reference' | 'whenEmpty'>

/** The value of a cell for a field of this form. Throws CellRefused with what to change. */
export function parseCell(cell: string, form: FieldForm, rules: CellRules): unknown {
  if (form === 'text' && rules.date) return datedText(cell, rules.date, rules)
  const text = textOf(cell, rules)
  if (text === EMPTY) return EMPTY
  if (rules.separator !== undefined) return listed(text, rules.separator)
  if (form === 'number') return numberOf(text, rules)
  if (form === 'money') return moneyOf(text, rules)
  if (form === 'boolean') return booleanOf(text)
  if (form === 'date') return rules.date ? dateOf(text, rules.date) : text
  if (form === 'instant') return rules.date ? instantOf(text, rules.date) : isoInstantOf(text)
  if (form === 'texts' && !text.startsWith('[')) return listed(text, ';')
  if (form === 'json' || form === 'texts') return jsonOf(text)
  return text
}

/** The text as it is meant: trimmed, written as the CRM writes it. */
export function textOf(cell: string, { empty = [], values = [], prefix = '', suffix = '', ...rules }: CellRules) {
  const trimmed = cell.trim()
  const isEmpty = trimmed === '' || empty.includes(trimmed)
  const meant = isEmpty ? '' : (values.find(({ from }) => from === trimmed)?.to ?? trimmed)
  if (meant === '') return rules.default ?? EMPTY
  return `${prefix}${cased(meant, rules.case)}${suffix}`
}

function cased(text: string, to: Column['case']): string {
  if (to === 'lower') return text.toLowerCase()
  if (to === 'upper') return text.toUpperCase()
  if (to !== 'slug') return text
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase()
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}

const listed = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)

/** Whole numbers stay exact: scaling is done in integers. */
function numberOf(text: string, rules: CellRules): number {
  const { digits, decimals } = scaled(decimalOf(text, rules), rules.scale)
  const value = Number(`${digits}e-${decimals}`)
  if (!Number.isFinite(value)) throw new CellRefused('is too large a number')
  return value
}

/** `1250.00 USD`, the form of our exports, or a number in major units with the currency of the column. */
function moneyOf(text: string, rules: CellRules) {
  const [, number = text, code] = /^(.*\S)\s+([A-Z]{3})$/.exec(text) ?? []
  const currency = code ?? rules.currency
  if (currency === undefined) {
    if (text.startsWith('{')) return jsonOf(text)
    throw new CellRefused('is an amount without a currency: name one for the column')
  }
  const { digits, decimals } = scaled(decimalOf(number, rules), rules.scale)
  const amount = fromMajor(digits, decimals, currency)
  if (amount === undefined) throw new CellRefused(`is no whole number of the smallest unit of ${currency}`)
  return { amount, currency }
}

interface Decimal {
  /** All digits, with the sign. */
  digits: bigint
  /** How many of them stand behind the decimal sign. */
  decimals: number
}

const DIGITS_MAX = 30

function decimalOf(text: string, { decimal = '.', thousands }: CellRules): Decimal {
  const joined =
    thousands === undefined ? text : text.replaceAll(thousands === ' ' ? /[\s\u00a0\u202f]/g : thousands, '')
  const plain = decimal === ',' ? joined.replace(',', '.') : joined
  const [, sign, whole = '', part = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (sign === undefined || whole.length + part.length > DIGITS_MAX) throw new CellRefused('is not a number')
  return { digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`), decimals: part.length }
}

function scaled({ digits, decimals }: Decimal, scale = '1'): Decimal {
  const [whole = '', part = ''] = scale.split('.')
  return { digits: digits * BigInt(whole + part), decimals: decimals + part.length }
}

const TRUE = new Set(['true', 'yes', 'y', '1', 'x'])
const FALSE = new Set(['false', 'no', 'n', '0'])

function booleanOf(text: string): boolean {
  const word = text.toLowerCase()
  if (TRUE.has(word)) return true
  if (FALSE.has(word)) return false
  throw new CellRefused('is neither yes nor no')
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A date of these parts, divided by anything that is no digit or letter. Months may be English names. */
function dateOf(text: string, order: NonNullable<Column['date']>): string {
  const compact = /^\d{8}$/.exec(text) && (order === 'ymd' ? [4, 6] : [2, 4])
  const parts = compact
    ? [text.slice(0, compact[0]), text.slice(compact[0], compact[1]), text.slice(compact[1])]
    : text.split(/[^\p{L}\d]+/u)
  const [day, month, year] = ['d', 'm', 'y'].map((part) => parts[order.indexOf(part)] ?? '')
  const date = `${yearOf(year ?? '')}-${monthOf(month ?? '')}-${(day ?? '').padStart(2, '0')}`
  if (parts.length !== 3 || !isDate(date)) throw new CellRefused(`is no date in the order ${order}`)
  return date
}

/** A date in a text is written like every other one. */
function datedText(
  cell: string,
  order: NonNullable<Column['date']>,
  { prefix = '', suffix = '', ...rules }: CellRules,
) {
  const text = textOf(cell, rules)
  return text === EMPTY ? EMPTY : `${prefix}${dateOf(text, order)}${suffix}`
}

const isDate = (date: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) &&
  !Number.isNaN(Date.parse(date)) &&
  new Date(date).toISOString().slice(0, 10) === date

function yearOf(text: string): string {
  if (!/^\d{2}$/.test(text)) return text
  return `${Number(text) < 70 ? '20' : '19'}${text}`
}

function monthOf(text: string): string {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase())
  return named < 0 ? text.padStart(2, '0') : String(named + 1).padStart(2, '0')
}

/** A date with a time of day, in UTC; midnight without one. */
function instantOf(text: string, order: NonNullable<Column['date']>): string {
  const [, date = text, hour = '00', minute = '00', second = '00'] =
    /^(.*?)[T\s]+(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text) ?? []
  return isoInstantOf(`${dateOf(date.trim(), order)}T${hour.padStart(2, '0')}:${minute}:${second}Z`)
}

/** ISO 8601 with an offset; a date alone is its midnight in UTC. */
function isoInstantOf(text: string): string {
  const isIso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/.test(text)
  const at = isIso ? new Date(text.replace(' ', 'T')) : new Date(Number.NaN)
  if (Number.isNaN(at.getTime())) throw new CellRefused('is no instant such as 2026-11-22T09:30:00Z')
  return at.toISOString()
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CellRefused('is not JSON')
  }
}

export const cellIssue = (path: string, message: string): Issue => ({
  pointer: `/${path.replaceAll('.', '/')}`,
  code: 'cell.invalid',
  message,
})

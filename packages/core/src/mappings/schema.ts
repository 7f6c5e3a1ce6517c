import { Currency } from '@rapport/kernel/money'
import { distinctList, line, word } from '@rapport/kernel/schema'
import * as z from 'zod'

/** How the columns of a file become the fields of a record. */

/** Columns a mapping may name. */
export const COLUMNS_MAX = 200

/** Characters of a column's name. */
export const HEADER_MAX = 200

const VALUES_MAX = 300

/** Where a value goes: a field, or a place inside one: `externalIds.erp`, `emails.0.value`. */
const target = z
  .string()
  .max(100)
  .regex(/^[a-z][A-Za-z]*(?:\.[A-Za-z0-9][A-Za-z0-9_-]*){0,3}$/, {
    error: 'must be a field, or a path such as emails.0.value',
  })
  .meta({ examples: ['externalIds.erp'] })

/** A value that no two records share: `id`, `email`, `domain`, `sku`, `name` of a team, or `externalIds.<system>`. */
export const UniqueKey = z
  .string()
  .max(64)
  .regex(/^[a-z][A-Za-z]*(?:\.[a-z0-9][a-z0-9_-]*)?$/, { error: 'must be a unique field, or externalIds.<system>' })
  .meta({ examples: ['externalIds.erp', 'email'] })

/** Part of a cell, spaces included. */
const text = z
  .string()
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, { error: 'must be one line of text' })

const header = line(HEADER_MAX)

/** In the order they are applied; each is for the text of a cell, and what is not named is not done. */
export const Column = z
  .strictObject({
    to: target,
    from: header.optional().meta({ description: 'The name of the column, as the first row or the JSON has it.' }),
    constant: z
      .union([text, z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER), z.boolean()])
      .optional()
      .meta({ description: 'The same value in every row, instead of a column.' }),
    /** Texts that stand for nothing, besides the empty one: `-`, `N/A`. */
    empty: z.array(text).max(20).optional(),
    default: text.optional().meta({ description: 'The text of a cell with nothing in it.' }),
    whenEmpty: z.enum(['keep', 'clear']).optional().meta({
      description: 'What an empty cell does to a record that is there: keeps its value (usual), or takes it away.',
    }),
    values: distinctList(z.strictObject({ from: text, to: text }), VALUES_MAX, ({ from }) => from)
      .optional()
      .meta({
        description: 'Texts that are written in another way: `GTXPro` for `GTX Pro`. Any other stays as it is.',
      }),
    case: z.enum(['lower', 'upper', 'slug']).optional(),
    prefix: text.optional(),
    suffix: text.optional(),
    decimal: z
      .enum(['.', ','])
      .optional()
      .meta({ description: 'The decimal sign of numbers and amounts; a dot unless told.' }),
    thousands: z.enum([',', '.', ' ', "'"]).optional(),
    scale: z
      .string()
      .max(20)
      .regex(/^\d{1,12}(?:\.\d{1,6})?$/)
      .optional()
      .meta({ description: 'What numbers are multiplied by, exactly: 1000000 for a column in millions.' }),
    currency: Currency.optional().meta({
      description: 'The currency of amounts in major units: 12.50 becomes 1250 cents.',
    }),
    date: z.enum(['dmy', 'mdy', 'ymd']).optional().meta({
      description:
        'The order of day, month and year. Years of two digits lie between 1970 and 2069. ISO 8601 unless told.',
    }),
    separator: text.min(1).max(5).optional().meta({ description: 'What divides a list in one cell.' }),
    reference: z
      .strictObject({ kind: word(32), by: UniqueKey })
      .optional()
      .meta({ description: 'The cell names another record by a unique value of it; the field gets its id.' }),
  })
  .refine((column) => (column.from === undefined) !== (column.constant === undefined), {
    error: 'takes either a column or a constant',
  })
  .meta({ id: 'ImportColumn' })
export type Column = z.infer<typeof Column>

export const Mapping = z
  .strictObject({
    columns: distinctList(Column, COLUMNS_MAX, ({ to }) => to).min(1),
    delimiter: z
      .enum([',', ';', '\t', '|'])
      .optional()
      .meta({ description: 'What divides the columns of a CSV file. Found out from its first row unless told.' }),
  })
  .meta({ id: 'ImportMapping' })
export type Mapping = z.infer<typeof Mapping>

/** A field that is to hold the id of the record that has a unique value. */
export interface Wanted {
  path: string
  kind: string
  by: string
  value: string
  /** What holds the place of the id inside a list or an object until the record is found. */
  stand?: string
}

import { isMoney } from '@rapport/kernel/money'
import * as z from 'zod'

/** What a place in a record takes, as far as a cell of text has to know. */
export type FieldForm = 'text' | 'number' | 'boolean' | 'money' | 'instant' | 'date' | 'texts' | 'json'

/** The form of a field. Lists of plain texts and amounts have forms of their own that people can read; the rest is JSON. */
export function formOf(schema: z.ZodType): FieldForm {
  const bare = unwrapped(schema)
  if (isMoney(bare)) return 'money'
  if (bare instanceof z.ZodNumber) return 'number'
  if (bare instanceof z.ZodBoolean) return 'boolean'
  if (bare instanceof z.ZodISODateTime) return 'instant'
  if (bare instanceof z.ZodISODate) return 'date'
  if (bare instanceof z.ZodString || bare instanceof z.ZodEnum || bare instanceof z.ZodStringFormat) return 'text'
  if (bare instanceof z.ZodLiteral) return 'text'
  if (bare instanceof z.ZodArray && formOf(bare.element as z.ZodType) === 'text') return 'texts'
  return 'json'
}

/** The schema at a path such as `emails.0.value`; undefined where there is nothing. */
export function schemaAt(fields: z.ZodRawShape, path: readonly string[]): z.ZodType | undefined {
  const [name = '', ...rest] = path
  const field = Object.hasOwn(fields, name) ? (fields[name] as z.ZodType) : undefined
  return rest.reduce<z.ZodType | undefined>((schema, part) => schema && inside(unwrapped(schema), part), field)
}

function inside(schema: z.ZodType, part: string): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) {
    return Object.hasOwn(schema.shape, part) ? (schema.shape[part] as z.ZodType) : undefined
  }
  if (schema instanceof z.ZodRecord) {
    return (schema.keyType as z.ZodType).safeParse(part).success ? (schema.valueType as z.ZodType) : undefined
  }
  if (schema instanceof z.ZodUnion) {
    const found = schema.options.map((option) => inside(unwrapped(option as z.ZodType), part))
    return found.find((one) => one !== undefined)
  }
  return schema instanceof z.ZodArray && /^\d$/.test(part) ? (schema.element as z.ZodType) : undefined
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrapped(schema.unwrap() as z.ZodType)
  }
  return schema
}

import { recordTypes } from '@rapport/core/index'
import * as z from 'zod'

/** Bodies for plain kinds, made from their schemas, so that a new kind is tested before anybody writes a sample for it. */

const TEXTS = ['sample', 'UTC', 'en', '2026-11-22', '2026-11-22T09:30:00.000Z', 'sample@example.com']

type Values = Record<string, unknown>

/** A value that a schema takes, `which` telling the first from the second; undefined where none is plain. */
function sampleOf(schema: z.ZodType, which: 1 | 2): unknown {
  if (schema.meta()?.['x-ref'] !== undefined) return undefined
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return sampleOf(schema.unwrap() as z.ZodType, which)
  if (schema instanceof z.ZodBoolean) return which === 1
  const candidates =
    schema instanceof z.ZodEnum
      ? schema.options
      : [...TEXTS.map((text) => (which === 1 ? text : text.replace('sample', 'other'))), which]
  return candidates.find((candidate) => schema.safeParse(candidate).success)
}

function fieldsOf(kind: string): [string, z.ZodType][] {
  const type = recordTypes.find((known) => known.kind === kind)
  if (!type) throw new Error(`There is no body for the kind "${kind}". Add bodies.${kind} to test/support/fixtures.ts.`)
  return Object.entries(type.fields) as [string, z.ZodType][]
}

const isRequired = ([, schema]: [string, z.ZodType]): boolean => !schema.safeParse(undefined).success

export function plainBody(kind: string): Values {
  const values = fieldsOf(kind).map(([name, schema]) => [name, sampleOf(schema, 1)])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

export function plainPatch(kind: string) {
  const plain = fieldsOf(kind).filter(([, schema]) => sampleOf(schema, 2) !== undefined)
  const optional = plain.find((field) => !isRequired(field))?.[0]
  const required = plain.find(isRequired)?.[0]
  const [first, second] = plain.filter(([name]) => name !== optional)
  if (!first || !second || optional === undefined) {
    throw new Error(
      `The kind "${kind}" is too plain for a sample patch. Add patches.${kind} to test/support/fixtures.ts.`,
    )
  }
  const one = ([name, schema]: [string, z.ZodType]): Values => ({ [name]: sampleOf(schema, 2) })
  return { first: one(first), second: one(second), optional, ...(required ? { required } : {}) }
}

import { issuesOf } from '@rapport/kernel/issues'
import { parse } from '@rapport/kernel/parse'
import { date, instant, line, slug } from '@rapport/kernel/schema'
import { expect, test } from 'vitest'
import * as z from 'zod'

const messagesOf = (schema: z.ZodType, value: unknown): string[] =>
  issuesOf(parse(schema, value).error as z.ZodError).map(({ pointer, message }) => `${pointer} ${message}`)

const either = z.union([z.literal('24x7'), z.int()])
const step = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('create') }),
  z.strictObject({ op: z.literal('delete') }),
])

test.each<[z.ZodType, unknown, string]>([
  [z.strictObject({ name: line(9) }), {}, '/name is required'],
  [z.strictObject({ kind: z.enum(['a', 'b']) }), {}, '/kind is required'],
  [z.strictObject({ name: line(9) }), { name: 5 }, '/name must be text'],
  [z.strictObject({ name: line(9) }), { name: null }, '/name must be text'],
  [z.strictObject({ name: line(9) }), { name: ' ' }, '/name must not be empty'],
  [z.strictObject({ name: line(9) }), { name: '0123456789' }, '/name must have at most 9 characters'],
  [z.strictObject({ of: z.string().length(2) }), { of: 'VNM' }, '/of must have exactly 2 characters'],
  [z.strictObject({ all: z.array(line(9)).max(1) }), { all: ['a', 'b'] }, '/all must have at most 1 entries'],
  [z.strictObject({ n: z.int().min(1) }), { n: 0 }, '/n must be at least 1'],
  [z.strictObject({ n: z.int() }), { n: 1.5 }, '/n must be a whole number'],
  [z.strictObject({ n: z.number().gt(3) }), { n: 3 }, '/n must be more than 3'],
  [z.strictObject({ is: z.boolean() }), { is: 'true' }, '/is must be true or false'],
  [z.strictObject({ is: z.literal(true) }), { is: false }, '/is must be true'],
  [z.strictObject({ kind: z.enum(['a', 'b']) }), { kind: 'c' }, '/kind must be one of: a, b'],
  [
    z.strictObject({ at: instant }),
    { at: '2026-11-22' },
    '/at must be an instant in UTC with milliseconds, such as 2026-11-22T09:30:00.000Z',
  ],
  [z.strictObject({ on: date }), { on: '2025-02-29' }, '/on must be a date, such as 2026-11-22'],
  [z.strictObject({ to: z.email() }), { to: 'me' }, '/to must be an e-mail address'],
  [z.strictObject({ hours: either }), { hours: {} }, '/hours must be 24x7, or must be a number'],
  [step, { op: 'move' }, '/op must be one of: create, delete'],
  [
    z.record(slug(9), line(9)),
    { 'Bad key': 'x' },
    '/Bad key has a name that must be lower-case letters, digits, dots, dashes or underscores',
  ],
  [z.string(), [], ' must be text'],
  [z.strictObject({}), [], ' must be an object'],
])('what is refused says what to send instead: %#', (schema, value, message) => {
  expect(messagesOf(schema, value)).toEqual([message])
})

test('a schema with words of its own keeps them', () => {
  expect(messagesOf(z.string().regex(/^a/, { error: 'must begin with a' }), 'b')).toEqual([' must begin with a'])
})

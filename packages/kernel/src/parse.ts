import type * as z from 'zod'

/** Parses a value that somebody outside sent: where the schema has no words of its own, the message says what to send instead. */
export const parse = <T extends z.ZodType>(schema: T, value: unknown): z.ZodSafeParseResult<z.output<T>> =>
  schema.safeParse(value, { error: advice })

function advice(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is required'
  if (issue.code === 'invalid_type') return `must be ${NOUNS[issue.expected] ?? issue.expected}`
  if (issue.code === 'too_small' || issue.code === 'too_big') return sizeAdvice(issue)
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.length > 1 ? 'one of: ' : ''}${issue.values.join(', ')}`
  if (issue.code === 'invalid_format') return FORMATS[issue.format]
  if (issue.code === 'invalid_key') return `has a name that ${issue.issues[0]?.message ?? 'is not allowed'}`
  if (issue.code === 'invalid_union') return unionAdvice(issue)
  return undefined
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'must be an instant in UTC with milliseconds, such as 2026-11-22T09:30:00.000Z',
  date: 'must be a date, such as 2026-11-22',
  time: 'must be a time of day, such as 09:30',
  email: 'must be an e-mail address',
  url: 'must be an address, such as https://example.com',
}

function sizeAdvice(issue: z.core.$ZodRawIssue & { code: 'too_small' | 'too_big' }): string {
  const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum
  const isEmpty = issue.code === 'too_small' && bound === 1
  const unit = { string: 'characters', array: 'entries' }[String(issue.origin)]
  if (unit && isEmpty) return 'must not be empty'
  const reach = issue.exact ? 'exactly' : issue.code === 'too_small' ? 'at least' : 'at most'
  if (unit) return `must have ${reach} ${bound} ${unit}`
  const strict = issue.code === 'too_small' ? 'more than' : 'less than'
  return `must be ${issue.inclusive === false ? strict : reach} ${bound}`
}

/** What the forms ask for, when each can say it in one sentence. */
function unionAdvice({ errors, options }: z.core.$ZodRawIssue & { code: 'invalid_union' }): string {
  if (Array.isArray(options)) return `must be one of: ${options.map(String).join(', ')}`
  const sentences = errors.map((issues) =>
    issues.length === 1 && issues[0]?.path.length === 0 ? issues[0].message : '',
  )
  return sentences.every(Boolean)
    ? [...new Set(sentences)].join(', or ')
    : 'has none of the forms that are possible here'
}

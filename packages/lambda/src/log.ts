import type { Log, LogFields } from './deps.ts'

/** Everything else in `fields` is dropped, also when a type was cast away: a log is read by more people than the table. */
const FIELDS = [
  'requestId',
  'route',
  'status',
  'durationMs',
  'actor',
  'code',
  'count',
  'eventId',
  'kind',
  'function',
  'subject',
] as const satisfies readonly (keyof LogFields)[]

const TEXT_MAX = 256
const CAUSES_MAX = 3

/** One JSON object per line. */
export function jsonLog(write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  const put = (level: 'info' | 'error', event: string, fields: LogFields, rest: object): void =>
    write(`${JSON.stringify({ level, event, ...allowed(fields), ...rest })}\n`)
  return {
    info: (event, fields = {}) => put('info', event, fields, {}),
    error: (event, fields = {}, cause) =>
      put('error', event, fields, cause === undefined ? {} : { error: describe(cause) }),
  }
}

function allowed(fields: LogFields): LogFields {
  const kept: LogFields = {}
  for (const name of FIELDS) {
    const value = fields[name]
    if (typeof value === 'number') kept[name] = value
    if (typeof value === 'string') kept[name] = value.slice(0, TEXT_MAX)
  }
  return kept
}

/** Messages of AWS quote keys and values, those of JSON.parse quote the text: of these only name and place are kept. */
function describe(cause: unknown, depth = 0): object {
  if (!(cause instanceof Error)) return { name: typeof cause }
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { $metadata: reply } = cause as { $metadata?: { requestId?: string; httpStatusCode?: number } }
  return {
    name: cause.name,
    ...(reply || cause instanceof SyntaxError ? {} : { message: cause.message }),
    ...(reply && { awsRequestId: reply.requestId, awsStatus: reply.httpStatusCode }),
    stack: frames,
    ...(cause.cause !== undefined && depth < CAUSES_MAX && { cause: describe(cause.cause, depth + 1) }),
  }
}

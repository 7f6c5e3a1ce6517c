import { jsonLog } from '@rapport/lambda/log'
import { expect, test } from 'vitest'

function logged(write: (log: ReturnType<typeof jsonLog>) => void): Record<string, unknown> {
  const lines: string[] = []
  write(jsonLog((line) => lines.push(line)))
  expect(lines).toHaveLength(1)
  return JSON.parse(String(lines[0]))
}

test('a line is one JSON object with the fields of the list', () => {
  expect(logged((log) => log.info('request.done', { requestId: 'r1', status: 200 }))).toEqual({
    level: 'info',
    event: 'request.done',
    requestId: 'r1',
    status: 200,
  })
})

test('fields outside the list never reach the log', () => {
  const fields = { requestId: 'r1', email: 'ada@example.com', headers: { authorization: 'Bearer canary' } }

  expect(logged((log) => log.info('request.done', fields))).not.toHaveProperty('email')
  expect(JSON.stringify(logged((log) => log.info('request.done', fields)))).not.toContain('canary')
})

test('a value cannot begin a line of its own', () => {
  const lines: string[] = []
  jsonLog((line) => lines.push(line)).info('request.done', { route: 'GET /\n{"level":"info","event":"forged"}' })

  expect(lines.join('').trimEnd().split('\n')).toHaveLength(1)
})

test('an unknown error is logged with its message, its place and its causes', () => {
  const cause = new Error('outer', { cause: new TypeError('inner') })

  expect(logged((log) => log.error('request.failed', {}, cause))).toMatchObject({
    error: {
      name: 'Error',
      message: 'outer',
      stack: expect.any(Array),
      cause: { name: 'TypeError', message: 'inner' },
    },
  })
})

test('the message of an AWS error is left out, because it may quote an item', () => {
  const error = Object.assign(new Error('Value canary is not valid'), {
    $metadata: { requestId: 'aws-1', httpStatusCode: 400 },
  })

  const line = logged((log) => log.error('request.failed', {}, error))

  expect(JSON.stringify(line)).not.toContain('canary')
  expect(line).toMatchObject({ error: { awsRequestId: 'aws-1', awsStatus: 400 } })
})

test('the message of a JSON error is left out, because it quotes the text', () => {
  let error: unknown
  try {
    JSON.parse('canary')
  } catch (caught) {
    error = caught
  }

  expect(JSON.stringify(logged((log) => log.error('request.failed', {}, error)))).not.toContain('canary')
})

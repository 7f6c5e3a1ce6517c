import { describe, expect, test } from 'vitest'
import { grantsOf } from './readable.ts'
import { entriesOf, synthesise } from './templates.ts'

const RESTORED = { RESTORED_TABLE: 'rapport-test-restored', RESTORED_STREAM_LABEL: '2026-11-22T10:00:00.000' }
const restored = synthesise({ env: RESTORED })
const ARN = `arn:\${Partition}:dynamodb:\${Region}:\${AccountId}:table/rapport-test-restored`

describe('after a restore', () => {
  test('every function reads and writes the restored table', () => {
    for (const [id, { Properties }] of entriesOf(restored.app, 'AWS::Lambda::Function')) {
      if (Properties.FunctionName) expect(Properties.Environment.Variables.TABLE_NAME, id).toBe('rapport-test-restored')
    }
  })

  test('and may do there what it might with the old one, which it may not touch any more', () => {
    const old = JSON.stringify([...grantsOf(synthesise().app)])
    const now = JSON.stringify([...grantsOf(restored.app)])

    expect(now).toBe(
      old.replaceAll('data:Table.StreamArn', `${ARN}/stream/2026-11-22T10:00:00.000`).replaceAll('data:Table.Arn', ARN),
    )
  })

  test('streams are read from the restored table', () => {
    const mappings = entriesOf(restored.app, 'AWS::Lambda::EventSourceMapping').filter(([id]) => id.includes('Stream'))

    expect(mappings).not.toHaveLength(0)
    for (const [, { Properties }] of mappings)
      expect(JSON.stringify(Properties.EventSourceArn)).toContain('2026-11-22T10:00:00.000')
  })

  test('the old table stays as it was', () => {
    expect(restored.data.findResources('AWS::DynamoDB::Table')).toEqual(
      synthesise().data.findResources('AWS::DynamoDB::Table'),
    )
  })
})

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableDefinition } from '@rapport/kernel/table'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { synthesise } from './templates.ts'

/** Stands in for the AWS CLI: writes down what it is asked and answers as if everything worked at once. */
const FAKE_AWS = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
  *describe-stacks*TableName*) echo source-table ;;
  *describe-stacks*TableKeyArn*) echo arn:key ;;
  *get-caller-identity*) echo 123456789012 ;;
  *TableStatus*) echo ACTIVE ;;
  *LatestStreamLabel*) echo 2026-11-22T10:00:00.000 ;;
  *TableArn*) echo arn:table ;;
  *ExportDescription.ExportArn*) echo arn:export ;;
  *ExportStatus*) echo COMPLETED ;;
esac
`

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rapport-restore-'))
  mkdirSync(join(home, 'bin'))
  writeFileSync(join(home, 'bin/aws'), FAKE_AWS)
  chmodSync(join(home, 'bin/aws'), 0o755)
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function restore(words: readonly string[], fsck = 'true') {
  const script = join(import.meta.dirname, '../../infra/restore.sh')
  const calls = join(home, 'calls')
  const env = { PATH: `${join(home, 'bin')}:${process.env.PATH}`, CALLS: calls, FSCK: fsck, POLL_S: '0' }
  const { status, stdout } = spawnSync('bash', [script, ...words], { env, encoding: 'utf8' })
  return { status, stdout, calls: readFileSync(calls, 'utf8').trim().split('\n') }
}

const indexOf = (calls: readonly string[], pattern: RegExp): number => calls.findIndex((call) => pattern.test(call))

describe('the restore script', () => {
  test('restores beside the table in use, which it only reads', () => {
    const { calls } = restore(['prod', '2026-11-22T09:00:00Z'])

    expect(calls.find((call) => call.includes('restore-table'))).toMatch(
      /--source-table-name source-table --target-table-name rapport-prod-\d{8}t\d{6} --restore-date-time 2026-11-22T09:00:00Z .*KMSMasterKeyId=arn:key/,
    )
    expect(calls.filter((call) => /(update|delete)/.test(call) && call.includes('source-table'))).toEqual([])
  })

  test('gives the new table what a restore leaves behind, before it is checked and used', () => {
    const { calls } = restore(['prod', 'latest'])
    const checked = indexOf(calls, /export-table/)

    expect(calls.find((call) => call.includes('restore-table'))).toContain('--use-latest-restorable-time')
    for (const given of [
      /RecoveryPeriodInDays=35/,
      new RegExp(`Enabled=true,AttributeName=${tableDefinition.timeToLive}`),
      /StreamViewType=NEW_IMAGE/,
    ]) {
      expect(indexOf(calls, given)).toBeGreaterThan(0)
      expect(indexOf(calls, given)).toBeLessThan(checked)
    }
    expect(indexOf(calls, /--deletion-protection-enabled/)).toBeGreaterThan(checked)
  })

  test('says how to turn the CRM to it, in settings that a deployment takes', () => {
    const { stdout } = restore(['prod', 'latest'])
    const [, RESTORED_TABLE = '', RESTORED_STREAM_LABEL = ''] =
      /STAGE=prod RESTORED_TABLE=(\S+) RESTORED_STREAM_LABEL=(\S+) npm run deploy/.exec(stdout) ?? []

    expect(() => synthesise({ env: { RESTORED_TABLE, RESTORED_STREAM_LABEL } })).not.toThrow()
    expect(RESTORED_TABLE).not.toBe('')
  })

  test('removes the exported data, and after a drill the table too', () => {
    const { calls, stdout } = restore(['prod', 'latest', '--drill'])

    expect(indexOf(calls, /^s3 rb --force/)).toBe(calls.length - 1)
    expect(calls.find((call) => call.includes('delete-table'))).toMatch(/--table-name rapport-prod-\d{8}t\d{6}$/)
    expect(stdout).not.toContain('npm run deploy')
  })

  test('ends as fsck did', () => {
    expect(restore(['prod', 'latest', '--drill']).status).toBe(0)
    expect(restore(['prod', 'latest', '--drill'], 'false').status).toBe(1)
  })
})

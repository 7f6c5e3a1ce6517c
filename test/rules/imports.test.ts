import { cancel, goOn, NOTHING, type Progress, start, undo, whenDue } from '@rapport/core/imports/rules'
import type { Import, ImportStatus, Job } from '@rapport/core/imports/schema'
import { DAY_MS, later } from '@rapport/kernel/clock'
import { describe, expect, test } from 'vitest'

const NOW = new Date('2026-11-22T09:00:00.000Z')

const one = (more: Partial<Import> = {}): Import =>
  ({
    status: 'running',
    step: 3,
    counts: NOTHING,
    bytesRead: 0,
    dryRun: false,
    startedAt: NOW.toISOString(),
    ...more,
  }) as Import

const job = (more: Partial<Job> = {}): Job => ({ phase: 'rows', about: 'rows', batches: 1, ...more }) as Job

describe('after a batch', () => {
  test.each<[string, Partial<Import>, Partial<Job>, Progress, string, string]>([
    ['rows go on', {}, {}, { phase: 'rows' }, 'continued', 'rows'],
    ['rows end when it is cancelled', { status: 'cancelling' }, {}, { phase: 'rows' }, 'continued', 'report'],
    [
      'relations that wait are given, cancelled or not',
      { status: 'cancelling' },
      { waiting: 2 },
      { phase: 'rows' },
      'continued',
      'relations',
    ],
    ['the end is the end', {}, {}, { phase: 'over' }, 'finished', 'close'],
    ['the end of a cancelled one', { status: 'cancelling' }, {}, { phase: 'over' }, 'cancelled', 'close'],
    ['the end of a bad file', { problem: { code: 'a.b', detail: 'c' } }, {}, { phase: 'over' }, 'failed', 'close'],
    ['the end of undoing', { status: 'undoing' }, { about: 'undo' }, { phase: 'over' }, 'undone', 'close'],
  ])('%s', (_what, change, jobChange, progress, verb, phase) => {
    const next = goOn(one(change), job(jobChange), progress, NOW)

    expect([next.step.verb, next.phase]).toEqual([verb, phase])
    expect(next.step.patch.step).toBe(4)
  })

  test('its rows are added to the counts, once', () => {
    const counts = { created: 1, updated: 2, unchanged: 3, refused: 4 }
    const { step } = goOn(one({ counts }), job(), { phase: 'rows', counts: { ...NOTHING, created: 5 } }, NOW)

    expect(step.patch.counts).toEqual({ created: 6, updated: 2, unchanged: 3, refused: 4 })
  })
})

const statuses: ImportStatus[] = [
  'awaiting_file',
  'running',
  'cancelling',
  'finished',
  'cancelled',
  'failed',
  'undoing',
  'undone',
]
const finishedAt = NOW.toISOString()
const possible = (act: (status: ImportStatus) => unknown) =>
  statuses.filter((status) => {
    try {
      act(status)
      return true
    } catch {
      return false
    }
  })

test('what can be done follows from where an import is', () => {
  expect(possible((status) => start(one({ status }), NOW))).toEqual(['awaiting_file'])
  expect(possible((status) => cancel(one({ status }), NOW))).toEqual(['awaiting_file', 'running'])
  const over: ImportStatus[] = ['finished', 'cancelled', 'failed', 'undoing', 'undone']
  expect(possible((status) => undo(one({ status, finishedAt }), NOW, DAY_MS)).filter((s) => over.includes(s))).toEqual([
    'finished',
    'cancelled',
    'failed',
  ])
})

test('nothing is undone that has changed nothing, is not over, or was over too long ago', () => {
  expect(() => undo(one({ status: 'running' }), NOW, DAY_MS)).toThrow(/is over/)
  expect(() => undo(one({ status: 'finished', finishedAt, dryRun: true }), NOW, DAY_MS)).toThrow(/changed something/)
  expect(() => undo(one({ status: 'finished', finishedAt }), later(NOW, DAY_MS), DAY_MS)).toThrow(/no more/)
  expect(undo(one({ status: 'finished', finishedAt }), later(NOW, DAY_MS - 1), DAY_MS).verb).toBe('undoing')
})

test('a batch that should be over is begun again, and nothing else', () => {
  const dueAt = NOW.toISOString()

  expect(whenDue(one({ dueAt }), NOW)?.patch.step).toBe(4)
  expect(whenDue(one({ dueAt }), later(NOW, -1))).toBeUndefined()
  expect(whenDue(one({ status: 'finished', dueAt }), NOW)).toBeUndefined()
  expect(whenDue(one(), NOW)).toBeUndefined()
})

import { agendaOrder, type Doable } from '@rapport/core/agenda/rules'
import { ALWAYS_OPEN } from '@rapport/core/calendars/rules'
import { owedOf, owedWrites } from '@rapport/core/cases/owed'
import { NOBODY_ID } from '@rapport/core/cases/rules'
import type { Case } from '@rapport/core/cases/schema'
import { advance, onPublicReply, onStatus, startClocks } from '@rapport/core/sla-clocks/rules'
import { describe, expect, test } from 'vitest'

const at = (time: string): string => `2026-03-10T${time}:00.000Z`
const date = (time: string): Date => new Date(at(time))

test('the agenda begins with late promises, then goes by time; priority decides at the same instant', () => {
  const item = (id: string, what: Doable['what'], time: string, priority: Doable['priority'] = 'normal') => ({
    id,
    what,
    at: at(time),
    priority,
  })
  const items = [
    item('a', 'task', '13:00', 'urgent'),
    item('b', 'task', '08:00', 'urgent'),
    item('c', 'promise', '11:00', 'low'),
    item('d', 'callback', '12:00'),
    item('e', 'promise', '12:30'),
    item('f', 'task', '12:30', 'high'),
    item('g', 'callback', '20:00', 'urgent'),
  ]
  expect(
    items
      .sort(agendaOrder(date('12:00')))
      .map(({ id }) => id)
      .join(''),
  ).toBe('cdbfeag')
})

describe('what is owed about a case', () => {
  const terms = { targets: { firstResponseMinutes: 60, resolutionMinutes: 480 }, warnAtPercents: [50] }
  const sla = startClocks(terms, date('08:00'), ALWAYS_OPEN)
  const ownerId = `usr_${'1'.repeat(26)}`
  const id = `cas_${'1'.repeat(26)}`
  const open = { id, ownerId, status: 'new', sla } as unknown as Case
  const promise = (time: string) => ({ caseId: id, ownerId, what: 'promise', at: at(time) })

  test('is the promise that breaks first, not its warning, and stays where it stood once it is broken', () => {
    expect(owedOf(open)).toEqual([promise('09:00')])
    const broken = { ...open, sla: advance(sla, date('10:00')).clocks }
    expect(owedOf(broken)).toEqual([promise('09:00')])
    expect(owedWrites(open, broken)).toEqual([])
  })

  test('goes on with the next promise once the first one is kept', () => {
    const answered = { ...open, sla: onPublicReply(sla, date('08:30')).clocks }
    expect(owedOf(answered)).toEqual([promise('16:00')])
    expect(owedWrites(open, answered).map((write) => Object.keys(write)[0])).toEqual(['delete', 'put'])
  })

  test('waits with the case, unless it is broken already', () => {
    const wait = (clocks: typeof sla, time: string) =>
      onStatus(clocks, 'waiting_on_customer', date(time), ALWAYS_OPEN).clocks
    const answered = onPublicReply(sla, date('08:30')).clocks
    expect(owedOf({ ...open, sla: wait(answered, '09:00') })).toEqual([])
    expect(owedOf({ ...open, sla: wait(answered, '17:00') })).toEqual([promise('16:00')])
  })

  test('is a callback too, by when it was promised or else wanted', () => {
    const callback = { from: at('14:00'), until: at('15:00') }
    expect(owedOf({ ...open, callback })).toContainEqual({ ...promise('15:00'), what: 'callback' })
    expect(owedOf({ ...open, callback: { ...callback, promisedBy: at('14:30') } })).toContainEqual({
      ...promise('14:30'),
      what: 'callback',
    })
  })

  test('is nothing of a case that has ended, was deleted or belongs to nobody', () => {
    for (const over of [
      { status: 'resolved' },
      { status: 'closed' },
      { deletedAt: at('08:01') },
      { ownerId: NOBODY_ID },
    ])
      expect(owedOf({ ...open, ...over } as Case), JSON.stringify(over)).toEqual([])
  })
})

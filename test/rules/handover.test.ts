import { handoverLetter } from '@rapport/core/handover/mail'
import {
  begin,
  conclude,
  counted,
  goOn,
  isInMotion,
  movedIn,
  STALLED_MS,
  type Step,
  stop,
  turnBack,
  whenDue,
} from '@rapport/core/handover/rules'
import { type Handover, type HandoverStatus, type Job, HandoverStatus as Statuses } from '@rapport/core/handover/schema'
import { later } from '@rapport/kernel/clock'
import { mergePatch } from '@rapport/kernel/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const now = new Date('2026-11-22T09:00:00.000Z')
const stalled = later(now, STALLED_MS).toISOString()
const tomorrow = '2026-11-23T09:00:00.000Z'
const [owner, receiver] = ['usr_01kavm5g3t8z1r4y6w9x2c7b0a', 'usr_01kavm5g3t8z1r4y6w9x2c7b0b']
const both = ['account', 'contact'] as const

const handover = (values: Partial<Handover> = {}): Handover => ({
  id: 'hov_01kavm5g3t8z1r4y6w9x2c7b0d',
  version: 1,
  createdAt: now.toISOString(),
  createdBy: owner,
  updatedAt: now.toISOString(),
  updatedBy: owner,
  ownerId: owner,
  visibility: 'owner',
  to: receiver,
  kinds: [...both],
  status: 'running',
  counts: {},
  step: 3,
  ...values,
})

describe('a handover begins', () => {
  test('with everything to do, and a look at it in case its message is lost', () => {
    expect(begin(owner, { to: receiver, kinds: ['account'] }, now)).toEqual({
      to: receiver,
      kinds: ['account'],
      status: 'running',
      counts: { account: { moved: 0, returned: 0, kept: 0 } },
      step: 0,
      dueAt: stalled,
    })
  })

  test.each([
    [{ to: owner }, 'handover.to_self'],
    [{ to: receiver, until: now.toISOString() }, 'handover.in_past'],
    [{ to: receiver, until: '2026-11-21T09:00:00.000Z' }, 'handover.in_past'],
  ])('not with %j', (request, code) => {
    expect(() => begin(owner, { kinds: [...both], ...request }, now)).toThrow(expect.objectContaining({ code }))
  })
})

describe('a step', () => {
  test.each<[string, Step, Partial<Handover> & { verb: string }]>([
    ['more work asks for the next batch', goOn(handover(), now), { verb: 'continued', step: 4, dueAt: stalled }],
    ['done for good', conclude(handover(), now), { verb: 'finished', status: 'finished', step: 4, dueAt: undefined }],
    [
      'done for a while',
      conclude(handover({ until: tomorrow }), now),
      { verb: 'finished', status: 'delegated', step: 4, dueAt: tomorrow },
    ],
    [
      'everything is back',
      conclude(handover({ status: 'reverting', until: tomorrow }), now),
      { verb: 'reverted', status: 'reverted', step: 4, dueAt: undefined },
    ],
    ['nobody to give to', stop(handover()), { verb: 'stopped', status: 'stopped', step: 4, dueAt: undefined }],
    [
      'nobody to delegate to: what was moved goes back at the end all the same',
      stop(handover({ until: tomorrow })),
      { verb: 'stopped', status: 'stopped', step: 4, dueAt: tomorrow },
    ],
    [
      'nobody to give back to',
      stop(handover({ status: 'reverting', until: tomorrow })),
      { verb: 'stopped', status: 'stopped', step: 4, dueAt: undefined },
    ],
  ])('%s', (_, { verb, patch }, { verb: expectedVerb, ...expected }) => {
    expect(verb).toBe(expectedVerb)
    const { status, step, dueAt } = mergePatch(handover({ dueAt: 'before' }), patch)
    expect({ status, step, dueAt }).toEqual({ status: 'running', ...expected })
  })

  test.each<[HandoverStatus, boolean]>([
    ['running', true],
    ['delegated', true],
    ['finished', true],
    ['stopped', true],
    ['reverting', false],
    ['reverted', false],
  ])('%s can be taken back: %s', (status, isPossible) => {
    const back = () => turnBack(handover({ status }), now)

    if (isPossible) expect(back().patch).toEqual({ status: 'reverting', step: 4, dueAt: stalled })
    else expect(back).toThrow(expect.objectContaining({ code: 'handover.reverted' }))
  })
})

describe('what is due', () => {
  test.each<[HandoverStatus, string | undefined, string | undefined]>([
    ['delegated', now.toISOString(), 'reverting'],
    ['delegated', tomorrow, undefined],
    ['stopped', now.toISOString(), 'reverting'],
    ['running', now.toISOString(), 'continued'],
    ['reverting', now.toISOString(), 'continued'],
    ['running', tomorrow, undefined],
    ['finished', undefined, undefined],
    ['reverted', undefined, undefined],
  ])('%s since %s: %s', (status, dueAt, verb) => {
    expect(whenDue(handover({ status, ...(dueAt ? { dueAt } : {}) }), now)?.verb).toBe(verb)
  })

  test('is not due again once its step was taken, and every step has a number of its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Statuses.options),
        fc.option(fc.constant(tomorrow), { nil: undefined }),
        fc.nat({ max: 100_000 }),
        (status, until, minutes) => {
          const at = later(now, minutes * 60_000)
          const before = handover({ status, dueAt: now.toISOString(), ...(until ? { until } : {}) })
          fc.pre(status !== 'reverted' && status !== 'finished')
          const step = whenDue(before, at)
          const after = mergePatch(before, step?.patch ?? {})

          expect(after.step).toBe(before.step + 1)
          expect(whenDue(after, at)).toBeUndefined()
          expect(isInMotion(after)).toBe(true)
        },
      ),
    )
  })
})

test('counts add up to what happened, kind by kind', () => {
  const outcome = fc.record({
    kind: fc.constantFrom(...both),
    outcome: fc.constantFrom('moved' as const, 'returned' as const, 'kept' as const),
  })
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 50 }), (outcomes) => {
      const job: Job = { handoverId: 'hov', version: 1, step: 0, counts: {} }
      const last = outcomes.reduce((so, { kind, outcome }) => counted(so, kind, outcome), job)

      expect(last.version).toBe(1 + outcomes.length)
      expect(movedIn(last.counts)).toBe(outcomes.filter(({ outcome }) => outcome === 'moved').length)
      for (const kind of both) {
        for (const name of ['moved', 'returned', 'kept'] as const) {
          const expected = outcomes.filter((one) => one.kind === kind && one.outcome === name).length
          expect(last.counts[kind]?.[name] ?? 0).toBe(expected)
        }
      }
    }),
  )
})

describe('the letter', () => {
  const people = {
    owner: { name: 'Lan <b>Nguyễn</b>' },
    receiver: { name: 'Bình', email: 'binh@example.com', timeZone: 'Asia/Bangkok' },
    url: 'https://crm.example.com',
  }
  const counts = { contact: { moved: 1, returned: 0, kept: 0 }, account: { moved: 12, returned: 0, kept: 0 } }

  test('says what has come, from whom, until when in the time of its reader, and where to look', () => {
    const letter = handoverLetter({ handover: handover({ until: tomorrow, counts }), ...people })

    expect(letter.to).toBe('binh@example.com')
    expect(letter.text).toContain('until 23 November 2026 at 16:00 (Asia/Bangkok)')
    expect(letter.text).toContain('12 accounts and 1 contact')
    expect(letter.text).toContain('https://crm.example.com/#/handovers/hov_01kavm5g3t8z1r4y6w9x2c7b0d')
  })

  test('keeps names out of the subject and out of the markup', () => {
    const letter = handoverLetter({ handover: handover({ counts }), ...people })

    expect(letter.subject).not.toContain('Lan')
    expect(letter.html).toContain('Lan &lt;b&gt;Nguyễn&lt;/b&gt;')
    expect(letter.html).not.toContain('<b>')
  })

  test('says so when there was nothing', () => {
    expect(handoverLetter({ handover: handover({ counts: {} }), ...people }).text).toContain('nothing')
  })
})

import {
  counted,
  digestOf,
  escapeHtml,
  marked,
  plainLetter,
  reportDigestOf,
  suppressed,
  unknownAddress,
} from '@rapport/core/mail/rules'
import type { Feedback } from '@rapport/core/mail/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const at = '2026-11-22T09:00:00.000Z'

describe('an address on the suppression list', () => {
  test.each([
    ['Lan@Example.COM', 'lan@example.com'],
    ['lan@bücher.example', 'LAN@xn--bcher-kva.example'],
  ])('%s is the same as %s', (a, b) => {
    expect(digestOf(a)).toBe(digestOf(b))
  })

  test('is kept as a digest that says nothing', () => {
    expect(digestOf('lan@example.com')).toMatch(/^[0-9a-f]{64}$/)
  })

  test('keeps the first reason', () => {
    const once = suppressed(unknownAddress('d'), { reason: 'bounce', at })

    expect(suppressed(once, { reason: 'complaint', at: '2027-01-01T00:00:00.000Z' })).toBe(once)
  })
})

test('transient bounces only count, whatever order they come in', () => {
  const instants = fc.array(fc.date({ min: new Date(at), max: new Date('2027-01-01'), noInvalidDate: true }), {
    minLength: 1,
    maxLength: 10,
  })
  fc.assert(
    fc.property(instants, (dates) => {
      const times = dates.map((date) => date.toISOString())
      const state = times.reduce((so, time) => counted(so, time), unknownAddress('d'))

      expect(state.transientBounces).toBe(times.length)
      expect(state.lastTransientAt).toBe([...times].sort().at(-1))
      expect(state.suppression).toBeUndefined()
    }),
  )
})

describe("a contact's entries", () => {
  const entry = (value: string) => ({ value, type: 'work', primary: true, optOut: false, invalid: false }) as const
  const entries = [entry('Lan@Example.com'), entry('other@example.com')]

  test.each([
    ['bounce', { invalid: true, optOut: false }],
    ['complaint', { invalid: false, optOut: true }],
    ['manual', { invalid: false, optOut: false }],
  ] as const)('after a %s', (reason, expected) => {
    const [first, second] = marked(entries, 'lan@EXAMPLE.com', reason)

    expect(first).toEqual({ ...entries[0], ...expected })
    expect(second).toEqual(entries[1])
  })

  test('stay marked', () => {
    const [first] = marked(marked(entries, 'lan@example.com', 'bounce'), 'lan@example.com', 'complaint')

    expect(first).toMatchObject({ invalid: true, optOut: true })
  })
})

test('a report is told from every other one, and not from itself', () => {
  const report: Feedback = { messageId: 'm1', type: 'bounce', isFinal: true, address: 'lan@example.com', at }
  const digest = reportDigestOf(report)

  expect(reportDigestOf({ ...report, address: 'LAN@example.com', at: 'later' })).toBe(digest)
  for (const change of [
    { messageId: 'm2' },
    { type: 'complaint' as const },
    { isFinal: false },
    { address: 'a@example.com' },
  ]) {
    expect(reportDigestOf({ ...report, ...change })).not.toBe(digest)
  }
})

test('text never becomes markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, more) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/)
      const letter = plainLetter({ to: 'a@b.example', subject: 's', paragraphs: [text, more], link: 'https://x' })
      const tags = letter.html.match(/<[^>]*>/g) ?? []
      expect(tags.filter((tag) => !/^<\/?p>$|^<\/a>$|^<a href="https:\/\/x">$/.test(tag))).toEqual([])
    }),
  )
})

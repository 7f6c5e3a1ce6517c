import { createIds, derivedId, idBounds, instantOf, kindOf, lowestIdAt, prefixes } from '@rapport/kernel/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const at = (ms: number) => () => new Date(ms)
const zeros = (size: number) => new Uint8Array(size)
const ones = (size: number) => new Uint8Array(size).fill(255)

describe('an id', () => {
  test('says what it identifies and when it was made', () => {
    const id = createIds(at(1_700_000_000_123), ones).next('contact')

    expect(id).toMatch(/^con_[0-9a-z]{26}$/)
    expect(kindOf(id)).toBe('contact')
    expect(instantOf(id).getTime()).toBe(1_700_000_000_123)
  })

  test('sorts by time, and by order within one millisecond, whatever the randomness', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 60 }),
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        (steps, seed) => {
          let ms = 1_700_000_000_000
          const ids = createIds(
            () => new Date(ms),
            () => seed,
          )
          const made = steps.map((step) => {
            ms += step
            return ids.next('event')
          })

          expect([...made].sort()).toEqual(made)
          expect(new Set(made).size).toBe(made.length)
        },
      ),
    )
  })

  test('never goes back when the clock does', () => {
    let ms = 2_000_000_000_000
    const ids = createIds(() => new Date(ms), ones)
    const before = ids.next('note')
    ms -= 60_000

    expect(ids.next('note') > before).toBe(true)
  })

  test('lies within the bounds of its kind, from the first instant to the last', () => {
    const [lowest, highest] = idBounds('account')

    expect(lowestIdAt('account', new Date(0))).toBe(lowest)
    expect(createIds(at(2 ** 48 - 1), ones).next('account') <= highest).toBe(true)
    expect(createIds(at(0), zeros).next('account') >= lowest).toBe(true)
  })

  test.each([
    '',
    'acc_',
    'acc_01',
    'ACC_01kavm5g3t8z1r4y6w9x2c7b0d',
    'acc_81kavm5g3t8z1r4y6w9x2c7b0d',
    'acc_01kavm5g3t8z1r4y6w9x2c7b0i',
    'xyz_01kavm5g3t8z1r4y6w9x2c7b0d',
    'acc_01kavm5g3t8z1r4y6w9x2c7b0d\n',
  ])('is not %j', (text) => {
    expect(kindOf(text)).toBeUndefined()
  })

  test('derived from the same bytes at the same instant is the same', () => {
    const bytes = ones(20)

    expect(derivedId('contact', new Date(5), bytes)).toBe(derivedId('contact', new Date(5), bytes))
  })
})

test('no two kinds share a prefix', () => {
  expect(new Set(Object.values(prefixes)).size).toBe(Object.keys(prefixes).length)
})

import { boundsBehind, openCursor, sealCursor } from '@rapport/kernel/page'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const key = new Uint8Array(32).fill(7)

describe('a cursor', () => {
  test('gives back its position to the scope it was made for', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (scope, position) => {
        expect(openCursor(key, scope, sealCursor(key, scope, position))).toBe(Buffer.from(position).toString())
      }),
    )
  })

  test('is refused when any bit of it differs', () => {
    const cursor = sealCursor(key, 'scope', 'acc_01kavm5g3t8z1r4y6w9x2c7b0d')
    const bytes = Buffer.from(cursor, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const forged = Buffer.from(bytes)
      forged.writeUInt8((forged[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => openCursor(key, 'scope', forged.toString('base64url'))).toThrow('cursor')
    }
  })

  test('is refused in another scope, with another key, cut short and empty', () => {
    const cursor = sealCursor(key, 'scope', 'x')

    expect(() => openCursor(key, 'other', cursor)).toThrow()
    expect(() => openCursor(new Uint8Array(32), 'scope', cursor)).toThrow()
    expect(() => openCursor(key, 'scope', cursor.slice(0, -1))).toThrow()
    expect(() => openCursor(key, 'scope', '')).toThrow()
    expect(() => openCursor(key, 'scope', `${cursor}=`)).toThrow()
  })
})

test('the range behind a position leaves out the position and nothing else', () => {
  const id = fc.stringMatching(/^[0-9a-z]{6}$/)
  fc.assert(
    fc.property(id, id, fc.boolean(), (position, other, newestFirst) => {
      const [from, to] = boundsBehind(['000000', 'zzzzzz~'], position, newestFirst)
      const isBehind = newestFirst ? other < position : other > position

      expect(other >= from && other <= to).toBe(isBehind)
    }),
  )
})

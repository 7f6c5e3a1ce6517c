import { fold, projectionWrites, termRange, tokenItem, tokensOf, wordsOf } from '@rapport/kernel/search'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('folding', () => {
  test.each([
    ['Nguyễn Thị Đức', 'nguyen thi duc'],
    ['CÀ PHÊ ĐÀ LẠT', 'ca phe da lat'],
    ['ร้านกาแฟ', 'รานกาแฟ'],
    ['Straße', 'strasse'],
    ['Ｆｕｌｌ', 'full'],
    ['Łódź', 'lodz'],
    ['דנה', 'דנה'],
  ])('%s is found as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('words', () => {
  test('are cut at what is no letter or digit', () => {
    expect(wordsOf("O'Neil-Smith & Sons, 2nd")).toEqual(['o', 'neil', 'smith', 'sons', '2nd'])
  })

  test('Thai, which writes none apart, is found by its beginning and by its words', () => {
    const words = wordsOf('ร้านกาแฟสยาม')

    expect(words[0]).toBe(fold('ร้านกาแฟสยาม'))
    expect(words).toContain('สยาม')
  })
})

describe('tokens', () => {
  test('are few enough that changing all of them is one transaction', () => {
    const many = (salt: string) => ({
      words: Array.from({ length: 50 }, (_, index) => `${salt}word${index} other${salt}${index}`),
    })
    const projected = (salt: string, version: number) => ({
      of: 'acc_1',
      kind: 'account',
      version,
      tokens: tokensOf(many(salt)),
      facets: Array.from({ length: 20 }, (_, index) => ({ field: 'tag', value: `${salt}${index}` })),
    })

    expect(projectionWrites(projected('a', 1), projected('b', 2)).length).toBeLessThanOrEqual(100)
  })

  test('lie in the range of every beginning of themselves that is long enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 30 }), fc.nat(28), (text, cut) => {
        for (const token of tokensOf({ words: [text] })) {
          const prefix = [...token].slice(0, Math.max(2, cut)).join('')
          const { bucket, from, to } = termRange(prefix)
          const item = tokenItem(token, 'acc_1')

          expect(item.bucket).toBe(bucket)
          expect(item.token >= from && item.token <= to).toBe(true)
        }
      }),
    )
  })

  test('hold hexadecimal digits only in their keys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of tokensOf({ words: [text], values: [text] }))
          expect(`${tokenItem(token, '').bucket}${tokenItem(token, '').token}`).toMatch(/^[0-9a-f]+$/)
      }),
    )
  })
})

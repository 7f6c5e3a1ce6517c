import { openLink, sealLink } from '@rapport/kernel/link'
import type { Db } from '@rapport/kernel/store'
import { describe, expect, test } from 'vitest'

const now = new Date('2026-11-22T09:00:00.000Z')
const dbOf = (stage: string): Db => ({ stage, signingKey: async () => new Uint8Array(32).fill(7) }) as unknown as Db
const db = dbOf('test')
const link = { purpose: 'quote.accept', subject: 'acc_01h', detail: 'abc', expiresAtS: now.getTime() / 1000 + 60 }

describe('SEC-24: a public link', () => {
  test('says what it was made for', async () => {
    expect(await openLink({ db, now }, 'quote.accept', await sealLink({ db }, link))).toEqual(link)
  })

  test('is refused for another purpose, in another deployment, and when its time is over, all alike', async () => {
    const token = await sealLink({ db }, link)
    const late = new Date(now.getTime() + 60_000)
    const refusals = [
      openLink({ db, now }, 'case.rate', token),
      openLink({ db: dbOf('other'), now }, 'quote.accept', token),
      openLink({ db, now: late }, 'quote.accept', token),
    ]

    for (const refusal of refusals)
      await expect(refusal).rejects.toMatchObject({ code: 'link.invalid', kind: 'notFound' })
  })

  test('is refused with any character changed, added or missing', async () => {
    const token = await sealLink({ db }, link)
    const forged = [...token].flatMap((character, at) => [
      token.slice(0, at) + (character === 'A' ? 'B' : 'A') + token.slice(at + 1),
      token.slice(0, at) + token.slice(at + 1),
      `${token.slice(0, at)}x${token.slice(at)}`,
    ])

    for (const one of forged) {
      if (one !== token)
        await expect(openLink({ db, now }, 'quote.accept', one)).rejects.toMatchObject({ code: 'link.invalid' })
    }
  })
})

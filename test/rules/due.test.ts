import { handoverType } from '@rapport/core/handover/model'
import { type DueEntry, dueEntries, duePlace } from '@rapport/kernel/due'
import { defineItem } from '@rapport/kernel/model'
import { placed } from '@rapport/kernel/record-type'
import type { Item, QueryParams, Table } from '@rapport/kernel/table'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const reminderModel = defineItem<Item>({
  name: 'reminder',
  attributes: ['of', 'dueAt', 'dueSlot'],
  record: { partition: '${of}', sort: 'reminder' },
  indexes: { time: duePlace },
})

const SHARDS = 3
const now = new Date('2026-11-22T09:00:00.000Z')
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString()
const idOf = (n: number): string => `hov_${String(n).padStart(26, '0')}`
const reminder = (n: number, dueAt?: string): Item =>
  reminderModel.item({ of: idOf(n), dueSlot: String(n % SHARDS), ...(dueAt ? { dueAt } : {}) })

/** The index over these items, and how often it was asked. */
function indexOf(items: Item[]) {
  let queries = 0
  const query = async (params: QueryParams) => {
    queries++
    const [partition, from, to] = [':pk', ':sk1', ':sk2'].map((name) => String(params.ExpressionAttributeValues[name]))
    const found = items
      .filter((item) => item.timePk === partition && String(item.timeSk) >= `${from}` && String(item.timeSk) <= `${to}`)
      .sort((a, b) => (String(a.timeSk) < String(b.timeSk) ? -1 : 1))
      .map(({ pk, sk, timePk, timeSk }) => ({ pk, sk, timePk, timeSk }))
    return { items: found.slice(0, params.Limit), more: found.length > (params.Limit ?? 0) }
  }
  return { table: { query } as unknown as Table, shards: SHARDS, asked: () => queries }
}

describe('what is due', () => {
  test('is found in every partition, longest due first, up to now', async () => {
    const index = indexOf([
      reminder(1, ago(5)),
      reminder(2, ago(10)),
      reminder(3, now.toISOString()),
      reminder(4, ago(-1)),
    ])

    const entries = await dueEntries(index, now, 10)

    expect(entries.map(({ of }) => of)).toEqual([idOf(2), idOf(1), idOf(3)])
    expect(entries[0]).toEqual({ of: idOf(2), dueAt: ago(10), key: { pk: idOf(2), sk: 'reminder' } })
    expect(index.asked()).toBe(SHARDS)
  })

  test('stands in the index only while it has an instant', () => {
    expect(reminder(1)).not.toHaveProperty('timePk')
    expect(reminder(1, ago(0))).toMatchObject({ timePk: 'due#1', timeSk: `${ago(0)}#${idOf(1)}` })
  })

  test('is nothing of a record in the recycle bin', () => {
    const record = { id: idOf(1), ownerId: 'usr', visibility: 'owner', dueAt: ago(0), shard: '1' }
    const itemIn = (state: string) => placed(handoverType, { ...record, state } as never)

    expect(itemIn('live')).toMatchObject({ timePk: 'due#1', timeSk: `${ago(0)}#${idOf(1)}` })
    expect(itemIn('bin')).not.toHaveProperty('timePk')
  })

  test('is gone through page by page, everything once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -5, max: 20 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (ages, limit) => {
          const index = indexOf(ages.map((age, n) => reminder(n, ago(age))))
          const seen: DueEntry[] = []
          for (let last: DueEntry | undefined, more = true; more; ) {
            const page = await dueEntries(index, now, limit, last)
            seen.push(...page)
            last = page.at(-1)
            more = last !== undefined
          }

          const due = ages.flatMap((age, n) => (age >= 0 ? [`${ago(age)}#${idOf(n)}`] : []))
          expect(seen.map(({ dueAt, of }) => `${dueAt}#${of}`)).toEqual(due.sort())
        },
      ),
    )
  })
})

import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { contactType } from '@rapport/core/contacts/model'
import type { Contact } from '@rapport/core/contacts/schema'
import { createIds } from '@rapport/kernel/ids'
import { fold, tokenItem, tokenModel } from '@rapport/kernel/search'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { envelope, load } from '../support/load.ts'

interface Answer {
  data: { id: string; kind: string; record: { firstName?: string; lastName: string } }[]
  isComplete: boolean
}

let api: Api
beforeAll(async () => {
  api = await startApi({ rightsTtlMs: 60_000 })
  for (const as of ['admin', 'rep']) await api.call('GET', '/v1/me', { as })
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

let tail = 0
const ids = createIds(
  () => new Date(Date.parse('2026-11-01T00:00:00.000Z') + ++tail),
  (size) => new Uint8Array(size).fill(tail % 256),
)

type Name = Pick<Contact, 'lastName' | 'firstName'>

/** Contacts past the API, in the order given. */
async function fill(names: readonly Name[], owner = 'admin', visibility: Contact['visibility'] = 'owner') {
  const ownerId = api.people[owner]?.id ?? ''
  const made = names.map(
    (name): Contact => ({ ...envelope('contact', ids, ownerId, undefined, api.now.at), visibility, ...name }),
  )
  await load(api.raw.client, api.raw.tableName, contactType, made)
  return made
}

/** Entries of a word whose records are gone, as fsck would mend them: enough where only entries are read. */
async function fillWord(word: string, count: number) {
  for (let at = 0; at < count; at += 25) {
    const entries = Array.from({ length: 25 }, () => tokenModel.item(tokenItem(word, ids.next('contact'))))
    await api.raw.client.send(
      new BatchWriteItemCommand({
        RequestItems: { [api.raw.tableName]: entries.map((item) => ({ PutRequest: { Item: marshall(item) } })) },
      }),
    )
  }
}

const people = (count: number, name: (index: number) => Name) => Array.from({ length: count }, (_, i) => name(i))

async function ask(q: string, options: { as?: string; limit?: number; kind?: string } = {}) {
  const { as = 'admin', ...query } = options
  api.spent()
  const reply = await api.call<Answer>('GET', '/v1/search', { as, query: { q, ...query } })
  expect(reply.status).toBe(200)
  const spent = api.spent()
  return {
    ...reply.body,
    ids: reply.body.data.map(({ id }) => id),
    lastNames: reply.body.data.map(({ record }) => record.lastName),
    requests: spent.map(({ operation }) => operation),
    recordsRcu: spent.filter(({ operation }) => operation.endsWith('GetItem')).reduce((sum, { rcu }) => sum + rcu, 0),
    rcu: spent.reduce((sum, { rcu }) => sum + rcu, 0),
  }
}

describe('a name that hundreds share', () => {
  beforeAll(async () => {
    await fill(people(150, (i) => ({ lastName: `Hoangson${i}` })))
    await fill(people(250, (i) => ({ firstName: 'Hoang', lastName: `Tran${i}` })))
  })

  test('fills a page with one query and one read of as many records, and says that there are more', async () => {
    const page = await ask('hoang', { limit: 20 })

    expect(page).toMatchObject({ isComplete: false, requests: ['Query', 'BatchGetItem'] })
    expect(page.data).toHaveLength(20)
    expect(page.recordsRcu).toBe(21)
  })

  test('comes as the whole word first, whoever was there first', async () => {
    expect((await ask('hoang', { limit: 100 })).data.map(({ record }) => record.firstName)).toEqual(
      people(100, () => ({ lastName: '' })).map(() => 'Hoang'),
    )
  })

  test('is found whole by more of it', async () => {
    const found = await ask('hoangson14')

    expect(found.lastNames.sort()).toEqual(
      ['Hoangson14', ...people(10, (i) => ({ lastName: `Hoangson14${i}` })).map((name) => name.lastName)].sort(),
    )
    expect(found.isComplete).toBe(true)
  })

  test('does not hide the user of that name from who asks for users', async () => {
    const user = await api.call('POST', '/v1/users', {
      as: 'admin',
      body: { name: 'Hoangson Le', email: 'le@rapport.test', roles: ['rep'], timeZone: 'UTC' },
    })
    await api.project()

    for (const q of ['hoangson', 'hoang']) {
      expect((await ask(q, { kind: 'user' })).ids, q).toEqual([user.body.id])
    }
  })
})

describe('a seller among many records that others keep to themselves', () => {
  test('finds all of their own among a hundred', async () => {
    await fill(people(50, () => ({ lastName: 'Minhvu' })))
    const [first] = await fill([{ lastName: 'Minhvu' }], 'rep')
    await fill(people(50, () => ({ lastName: 'Minhvu' })))
    const [second] = await fill([{ lastName: 'Minhvuong' }], 'rep')

    const found = await ask('minhvu', { as: 'rep' })

    expect(found).toMatchObject({ ids: [first?.id, second?.id], isComplete: true })
  })

  test('is told that not all was looked at where there are more, for a bounded price', async () => {
    const [own] = await fill([{ lastName: 'Quyen' }], 'rep')
    await fill(people(400, () => ({ lastName: 'Quyen' })))
    await fill([{ lastName: 'Quyen' }], 'rep')

    const found = await ask('quyen', { as: 'rep' })

    expect(found).toMatchObject({ ids: [own?.id], isComplete: false })
    expect(found.recordsRcu).toBe(200)
  })

  test('is told the same whether a hidden record has the address or nobody has', async () => {
    await fill([{ lastName: 'Secretive' }], 'rep')
    const [word] = await fill([{ firstName: 'Secret', lastName: 'Example' }], 'rep')
    const before = await ask('secret.example', { as: 'rep' })
    await api.call('POST', '/v1/accounts', {
      as: 'stranger',
      body: { name: 'Elsewhere', domain: 'secret.example', visibility: 'owner' },
    })
    await api.project()

    const after = await ask('secret.example', { as: 'rep' })

    expect(before.ids).toEqual([word?.id])
    expect({ data: after.data, isComplete: after.isComplete }).toEqual({
      data: before.data,
      isComplete: before.isComplete,
    })
  })

  test('is told the same whether a hidden record has the e-mail address or nobody has', async () => {
    const own = await api.call('POST', '/v1/contacts', {
      as: 'rep',
      body: { lastName: 'Mail', emails: [{ value: 'sales@firm.company' }] },
    })
    await api.project()
    const before = await ask('sales@firm.com', { as: 'rep' })
    await api.call('POST', '/v1/contacts', {
      as: 'stranger',
      body: { lastName: 'Hidden', emails: [{ value: 'sales@firm.com' }], visibility: 'owner' },
    })
    await api.project()

    expect(before.ids).toEqual([own.body.id])
    expect((await ask('sales@firm.com', { as: 'rep' })).ids).toEqual(before.ids)
  })
})

describe('several words', () => {
  test('cost what the rarest of them costs', async () => {
    await fill(people(300, (i) => ({ firstName: 'Siriporn', lastName: `Wong${i}` })))

    const found = await ask('siriporn wong27')

    expect(found.lastNames.sort()).toEqual(
      people(10, (i) => ({ lastName: `Wong27${i}` }))
        .map(({ lastName }) => lastName)
        .concat('Wong27')
        .sort(),
    )
    expect(found.isComplete).toBe(true)
    expect(found.recordsRcu).toBe(11)
  })

  test('that hundreds have each and few have together are found without reading those hundreds', async () => {
    await fill(people(250, (i) => ({ firstName: 'Michael', lastName: `Mueller${i}` })))
    await fill(people(250, (i) => ({ firstName: `Anna${i}`, lastName: 'Johnson' })))
    const both = await fill(people(3, () => ({ firstName: 'Michael', lastName: 'Johnson' })))

    const found = await ask('michael johnson')

    expect(found.ids).toEqual(both.map(({ id }) => id))
    expect(found.recordsRcu).toBeLessThanOrEqual(2 * both.length)
    expect(found.rcu).toBeLessThan(60)
  })

  test('that a thousand have each are looked through in leaps', async () => {
    await fillWord('barbara', 1_000)
    await fillWord('taylor', 1_000)
    const [both] = await fill([{ firstName: 'Barbara', lastName: 'Taylor' }])
    await fillWord('barbara', 1_000)

    const found = await ask('taylor barbara')

    expect(found.ids).toEqual([both?.id])
    expect(found.rcu).toBeLessThan(60)
  })

  test('that a thousand begin with each are looked for among the first of them', async () => {
    const [both] = await fill([{ firstName: 'Margara', lastName: 'Thatchara' }])
    await fillWord('margarita', 1_000)
    await fillWord('thatcher', 1_000)

    const found = await ask('margar thatch')

    expect(found).toMatchObject({ ids: [both?.id], isComplete: false, recordsRcu: 1 })
  })

  test('are found while the last is being typed', async () => {
    await fill(people(120, (i) => ({ firstName: 'Wilhelmina', lastName: `Berg${i}` })))
    const both = await fill(people(2, (i) => ({ firstName: 'Wilhelmina', lastName: `Castle${i}` })))
    await fill(people(130, (i) => ({ firstName: `Otto${i}`, lastName: `Castle${i}x` })))

    expect((await ask('wilhelmina cast')).ids).toEqual(both.map(({ id }) => id))
  })

  test('without their marks find names with them, in any order', async () => {
    const [viet] = await fill([{ firstName: 'Thìn', lastName: 'Nguyễn Đức' }])
    const [thai] = await fill([{ firstName: 'สมชาย', lastName: 'ใจดี' }])

    expect((await ask('duc thin')).ids).toEqual([viet?.id])
    expect((await ask('NGUYEN duc')).ids).toEqual([viet?.id])
    expect((await ask('สมชาย ใจดี')).ids).toEqual([thai?.id])
    expect((await ask(fold('ใจดี'))).ids).toEqual([thai?.id])
  })
})

test('a telephone number is found as it is dialled at home and abroad, however it is set apart', async () => {
  const phones = [{ value: '+84 28 3823 4599' }]
  const { body } = await api.call('POST', '/v1/contacts', { as: 'admin', body: { lastName: 'Dialled', phones } })
  await api.project()

  const asked = ['+84 28 3823 45', '842838234599', '028 3823', '(028) 3823-4599', '028.3823.4599']
  const found = await Promise.all(asked.map(async (q) => (await ask(q)).ids))

  expect(found).toEqual(asked.map(() => [body.id]))
})

describe('against looking at every record', () => {
  const first = ['an', 'anh', 'binh', 'chi', 'dung', 'ha', 'hanh']
  const last = ['le', 'leo', 'ly', 'mai', 'man', 'ngo', 'ngoc', 'ngocanh']
  let all: Contact[]
  beforeAll(async () => {
    // Squares make some words common and some rare; the prefix keeps these people apart from those of other tests.
    const pick = (words: string[], at: number) => `zz${words[Math.floor((at % 1) ** 2 * words.length)]}`
    all = await fill(
      people(700, (i) => ({ firstName: pick(first, i * 0.618_034), lastName: pick(last, i * 0.414_214) })),
    )
  })
  const queries = [...first, ...last.map((word) => word.slice(0, 2))]
    .map((word) => `zz${word}`)
    .flatMap((word, i, words) => [word, `${word} ${words[(i * 5 + 3) % words.length]}`, `zz ${word} zz${last[i % 8]}`])

  test.each(queries)('%s', async (q) => {
    const terms = q.split(' ')
    const has = (contact: Contact, test: (name: string, term: string) => boolean) =>
      terms.every((term) =>
        [contact.firstName, contact.lastName].some((name) => name !== undefined && test(name, term)),
      )
    const whole = new Set(all.filter((contact) => has(contact, (name, term) => name === term)).map(({ id }) => id))
    const wanted = all.filter((contact) => has(contact, (name, term) => name.startsWith(term))).map(({ id }) => id)

    const found = await ask(q, { limit: 100 })

    expect(new Set(found.ids).size).toBe(found.ids.length)
    expect(found.ids.filter((id) => !wanted.includes(id))).toEqual([])
    if (found.isComplete) expect([...found.ids].sort()).toEqual([...wanted].sort())
    if (!found.isComplete) expect(wanted.length).toBeGreaterThan(0)
    expect(found.ids.slice(0, Math.min(100, whole.size)).every((id) => whole.has(id))).toBe(true)
    expect(found.ids.length).toBe(found.isComplete ? wanted.length : Math.min(100, wanted.length))
  })
})

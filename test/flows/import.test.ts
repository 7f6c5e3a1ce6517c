import type { Account } from '@rapport/core/accounts/schema'
import type { Contact } from '@rapport/core/contacts/schema'
import { importKinds } from '@rapport/core/imports/schema'
import { isUniqueKey, typeOf } from '@rapport/core/imports/unique'
import type { Opportunity } from '@rapport/core/opportunities/schema'
import type { Order } from '@rapport/core/orders/schema'
import { DAY_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stopEngine } from '../support/api.ts'
import { csvOf, type Imports, startImports } from '../support/imports.ts'
import { findingsIn, quiet, UNPROJECTED } from '../support/sound.ts'

let on: Imports
beforeAll(async () => {
  on = await startImports({ shards: 2 })
  quiet(on.api)
})
afterAll(async () => {
  expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])
  await on.api.stop()
  await stopEngine()
})

const people = (prefix: string, count: number) =>
  csvOf(Array.from({ length: count }, (_, i) => ({ Name: `${prefix} ${i}`, Mail: `${prefix}${i}@import.example` })))

const columns = [
  { to: 'lastName', from: 'Name' },
  { to: 'emails.0.value', from: 'Mail' },
]
const contacts = { kind: 'contact', mapping: { columns }, mode: 'upsert', match: 'email' }
const accounts = { kind: 'account', mode: 'upsert', match: 'externalIds.file' }

const named = async (prefix: string) =>
  (await on.list<Contact>('/v1/contacts')).filter(({ lastName }) => lastName.startsWith(`${prefix} `))

const get = async <T>(id: string, as = 'rep') => (await on.api.call<T>('GET', pathOf(id), { as })).body
const patch = (id: string, body: unknown, as = 'rep') => on.api.call('PATCH', pathOf(id), { as, body })
const pathOf = (id: string) => `/v1/${id.startsWith('acc') ? 'accounts' : 'contacts'}/${id}`

describe('a file', () => {
  test('of several batches becomes records, each told once, in the order of the file', async () => {
    const one = await on.run(contacts, people('long', 90))

    expect(one).toMatchObject({ status: 'finished', counts: { created: 90, updated: 0, unchanged: 0, refused: 0 } })
    expect(one.bytesRead).toBe(one.bytes)
    const made = await named('long')
    expect(made.map(({ lastName }) => lastName)).toEqual(Array.from({ length: 90 }, (_, i) => `long ${89 - i}`))
    const report = await on.report(one.id)
    expect(report.map(({ row, outcome }) => `${row} ${outcome}`)).toEqual(made.map((_, i) => `${i + 1} created`))
    expect(report.map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse())
  })

  test('changes nothing when it comes again', async () => {
    const file = people('again', 30)
    await on.run(contacts, file)
    const before = await named('again')

    const second = await on.run(contacts, file)

    expect(second.counts).toEqual({ created: 0, updated: 0, unchanged: 30, refused: 0 })
    expect(await named('again')).toEqual(before)
  })

  test('tells of each row why it was refused, and goes on', async () => {
    const rows = [
      'Name;Mail',
      'good 1;good1@import.example',
      ';nobody@import.example',
      'bad 2;not an address',
      'bad 3;a;b;c',
      'taken 4;good1@import.example',
      'good 5;',
    ]
    const one = await on.run({ ...contacts, mode: 'create', match: undefined }, rows.join('\r\n'))

    expect(one.counts).toEqual({ created: 2, updated: 0, unchanged: 0, refused: 4 })
    const report = await on.report(one.id)
    expect(report.map(({ row, outcome, code }) => [row, outcome, code].join(' '))).toEqual([
      '1 created ',
      '2 refused row.invalid',
      '3 refused row.invalid',
      '4 refused row.unreadable',
      '5 refused contact.email_taken',
      '6 created ',
    ])
    expect(report[1]?.detail).toContain('/lastName')
    expect(report[2]?.detail).toContain('/emails/0/value')
  })

  test('whose cells are formulas is told in a report that is safe to open', async () => {
    const one = await on.run(contacts, 'Name,Mail\n"x","=cmd()"')

    const [line] = await on.report(one.id)
    expect(line?.outcome).toBe('refused')
    const { body } = await on.api.call<{ url: string }>('GET', `/v1/imports/${one.id}/report`, { as: 'rep' })
    expect(on.api.files.download(body.url).body).not.toMatch(/(^|,)"?[=+\-@]/m)
  })

  test.each([
    ['an unclosed quote', 'Name,Mail\nfine 1,fine1@import.example\nx,"unclosed\n', 'file.malformed', 1],
    ['a column less than the mapping names', 'Name\nx', 'file.column_missing', 0],
    ['the same column twice', 'Name,Mail,Mail\nx,y,z', 'file.column_repeated', 0],
    ['nothing but spaces', '\n\n', 'file.empty', 0],
  ])('with %s fails, and what came before is kept and told', async (_what, file, code, created) => {
    const one = await on.run(contacts, file)

    expect(one).toMatchObject({ status: 'failed', problem: { code }, counts: { created } })
    expect(await on.report(one.id)).toHaveLength(created)
  })

  test('that is replaced while it is read is not read on', async () => {
    const id = await on.begin(contacts, people('replaced', 60))
    const [message] = await on.workers.pending()
    if (message) await on.workers.deliver(message)
    await on.api.deps.files.put(`imports/${id}/source`, people('other', 60), 'text/csv')

    await on.workers.drain()

    expect(await on.read(id)).toMatchObject({ status: 'failed', problem: { code: 'file.changed' } })
    expect(await named('other')).toEqual([])
  })

  test('of JSON lines is read too, with fields by their own names', async () => {
    const lines = [
      { lastName: 'json 1', emails: [{ value: 'json1@import.example' }], tags: ['vip'] },
      { lastName: 'json 2', lastNme: 'typo' },
    ]
    const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"lastName":\n[1]\n`
    const one = await on.run({ kind: 'contact', format: 'jsonl' }, text)

    const report = await on.report(one.id)
    expect(report.map(({ outcome, code }) => `${outcome} ${code}`)).toEqual([
      'created ',
      'refused row.unknown_field',
      'refused row.unreadable',
      'refused row.unreadable',
    ])
    expect(await get<Contact>(report[0]?.id ?? '')).toMatchObject({ lastName: 'json 1', tags: ['vip'] })
  })
})

describe('a row', () => {
  test('of deals follows the rules of their stages, row by row', async () => {
    const deal = { name: 'Imported', closeDate: '2026-12-31', amount: { amount: 100, currency: 'USD' } }
    const rows = [
      { ...deal, externalIds: { file: 'D-1' }, stageId: 'proposal' },
      { ...deal, externalIds: { file: 'D-2' }, stageId: 'closed-lost' },
      { ...deal, externalIds: { file: 'D-3' }, stageId: 'nowhere' },
    ]
    const text = rows.map((row) => JSON.stringify(row)).join('\n')
    const request = { kind: 'opportunity', format: 'jsonl', mode: 'upsert', match: 'externalIds.file' }

    const first = await on.run(request, text)
    expect(first.counts).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 2 })
    expect((await on.report(first.id)).map(({ code }) => code)).toEqual(['', 'reason.missing', 'stage.not_found'])
    const [made] = await on.list<Opportunity>('/v1/opportunities')
    expect(made).toMatchObject({ stageId: 'proposal', probability: 50, expectedRevenue: { amount: 50 } })

    const again = await on.run(request, text)
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 1, refused: 2 })
  })

  test('of a deal brings its lines, with products and people by what is unique to them', async () => {
    const product = await on.api.call('POST', '/v1/products', { as: 'admin', body: { name: 'Mill', sku: 'ML-1' } })
    expect(product.status).toBe(201)
    await on.run(contacts, people('buyer', 1))
    const lineColumns = [
      { to: 'externalIds.file', from: 'Deal' },
      { to: 'name', from: 'Deal' },
      { to: 'closeDate', constant: '2026-12-31' },
      { to: 'contactRoles.0.contactId', from: 'Buyer', reference: { kind: 'contact', by: 'email' } },
      { to: 'contactRoles.0.role', constant: 'buyer' },
      { to: 'lines.0.name', from: 'Extra' },
      { to: 'lines.0.quantity', from: 'Extra', values: [{ from: 'Delivery', to: '1' }] },
      { to: 'lines.0.listPrice', from: 'Extra', values: [{ from: 'Delivery', to: '10' }], currency: 'USD' },
      { to: 'lines.1.productId', from: 'Sku', reference: { kind: 'product', by: 'sku' } },
      { to: 'lines.1.quantity', from: 'Quantity' },
      { to: 'lines.1.listPrice', constant: '2.50', currency: 'USD' },
    ]
    const request = {
      kind: 'opportunity',
      mode: 'upsert',
      match: 'externalIds.file',
      mapping: { columns: lineColumns },
    }
    const head = 'Deal,Buyer,Extra,Sku,Quantity'
    const deal = async (name: string) =>
      (await on.list<Opportunity>('/v1/opportunities')).find(({ externalIds }) => externalIds?.file === name)
    const linesOf = async (name: string) =>
      (await on.api.call('GET', `/v1/opportunities/${(await deal(name))?.id}/lines`, { as: 'rep' })).body.lines

    const mail = 'buyer0@import.example'
    const file = `${head}\nL-1,${mail},Delivery,ml-1,4\nL-2,${mail},,ml-1,2\nL-3,${mail},,gone,2\nL-4,,,ml-1,1`
    const first = await on.run(request, file)

    expect((await on.report(first.id)).map(({ code }) => code)).toEqual(['', '', 'reference.not_found', 'row.invalid'])
    const [buyer] = await named('buyer')
    expect(await deal('L-1')).toMatchObject({
      amount: { amount: 2_000, currency: 'USD' },
      contactRoles: [{ contactId: buyer?.id, role: 'buyer' }],
    })
    expect(await linesOf('L-1')).toMatchObject([{ name: 'Delivery' }, { name: 'Mill', productId: product.body.id }])
    expect(await linesOf('L-2')).toMatchObject([{ name: 'Mill', quantity: '2', net: { amount: 500 } }])

    const former = [await deal('L-1'), await linesOf('L-1')]
    const second = await on.run(request, `${head}\nL-1,${mail},Delivery,ml-1,4\nL-2,${mail},,ml-1,8`)
    expect(second.counts).toEqual({ created: 0, updated: 1, unchanged: 1, refused: 0 })
    expect([await deal('L-1'), await linesOf('L-1')]).toEqual(former)
    expect(await deal('L-2')).toMatchObject({ amount: { amount: 2_000 }, lineCount: 1, linesRevision: 2 })

    await on.post(second.id, 'undo')
    await on.workers.drain()
    expect(await deal('L-2')).toMatchObject({ amount: { amount: 500 }, lineCount: 1, linesRevision: 3 })
    expect(await linesOf('L-2')).toMatchObject([{ quantity: '2', net: { amount: 500 } }])
  })

  test('of a deal whose lines somebody has replaced since keeps them when it is undone', async () => {
    const lines = [{ name: 'Mill', quantity: '1', listPrice: { amount: 100, currency: 'USD' } }]
    const row = { name: 'Lines', closeDate: '2026-12-31', externalIds: { file: 'L-9' } }
    const request = { kind: 'opportunity', format: 'jsonl', mode: 'upsert', match: 'externalIds.file' }
    await on.run(request, JSON.stringify(row))
    const second = await on.run(request, JSON.stringify({ ...row, nextStep: 'Call', lines }))
    const [deal] = (await on.list<Opportunity>('/v1/opportunities')).filter(({ name }) => name === 'Lines')
    const put = await on.api.call('PUT', `/v1/opportunities/${deal?.id}/lines`, {
      as: 'rep',
      body: { lines: [{ ...lines[0], quantity: '3' }] },
    })
    expect(put.status).toBe(200)

    await on.post(second.id, 'undo')
    await on.workers.drain()

    const path = `/v1/opportunities/${deal?.id}`
    expect((await on.api.call('GET', path, { as: 'rep' })).body).toMatchObject({
      amount: { amount: 300 },
      lineCount: 1,
    })
    expect((await on.api.call('GET', path, { as: 'rep' })).body.nextStep).toBeUndefined()
    expect((await on.report(second.id))[0]).toMatchObject({ outcome: 'kept', code: 'record.changed' })
  })

  test('of a shop brings orders with their lines and what came back of them, and the next file changes what is new', async () => {
    const product = await on.api.call('POST', '/v1/products', { as: 'admin', body: { name: 'Lamp', sku: 'LA-1' } })
    expect(product.status).toBe(201)
    const sold = {
      kind: 'order',
      mode: 'upsert',
      match: 'externalIds.shop',
      mapping: {
        columns: [
          { to: 'externalIds.shop', from: 'Order' },
          { to: 'orderedOn', from: 'Day', date: 'dmy' },
          { to: 'status', from: 'State', values: [{ from: 'shipped', to: 'fulfilled' }] },
          { to: 'currency', constant: 'USD' },
          { to: 'lines.0.productId', from: 'Sku', reference: { kind: 'product', by: 'sku' } },
          { to: 'lines.0.quantity', from: 'Pieces' },
          { to: 'lines.0.net', from: 'Net', currency: 'USD' },
          { to: 'lines.0.tax', from: 'Tax', currency: 'USD' },
          { to: 'shipping', from: 'Shipping', currency: 'USD' },
        ],
      },
    }
    const refunds = {
      ...sold,
      mapping: {
        columns: [
          { to: 'externalIds.shop', from: 'Refund' },
          { to: 'orderedOn', from: 'Day', date: 'dmy' },
          { to: 'refund.ofId', from: 'Order', reference: { kind: 'order', by: 'externalIds.shop' } },
          { to: 'refund.lines.0.line', constant: '0' },
          { to: 'refund.lines.0.quantity', from: 'Pieces' },
          { to: 'refund.reason', from: 'Why' },
        ],
      },
    }
    const head = 'Order,Day,State,Sku,Pieces,Net,Tax,Shipping'
    const orderOf = async (name: string) =>
      (await on.list<Order>('/v1/orders', 'admin')).find(({ externalIds }) => externalIds?.shop === name)
    const linesOf = async (name: string) =>
      (await on.api.call('GET', `/v1/orders/${(await orderOf(name))?.id}/lines`, { as: 'admin' })).body.lines

    const file = `${head}\nS-1,03-02-26,shipped,la-1,4,80,8,5\nS-2,04-02-26,placed,la-1,1,20,2,\nS-3,05-02-26,placed,la-1,1,-20,,\nS-4,,placed,la-1,1,20,,`
    const first = await on.run(sold, file, 'admin')
    const report = await on.report(first.id, 'admin')
    expect(report.map(({ code }) => code)).toEqual(['', '', 'money.negative', 'row.invalid'])
    expect(await orderOf('S-1')).toMatchObject({
      number: expect.stringMatching(/^O-\d{6}$/),
      status: 'fulfilled',
      totals: { currency: 'USD', net: 8_000, tax: 800, shipping: 500, grandTotal: 9_300 },
    })
    expect(await linesOf('S-1')).toMatchObject([{ name: 'Lamp', productId: product.body.id, quantity: '4' }])
    const former = await orderOf('S-2')

    const back =
      'Refund,Day,Order,Pieces,Why\nR-1,09-02-26,S-1,1,Broken\nR-2,09-02-26,S-1,9,Broken\nR-3,09-02-26,S-9,1,Lost'
    const returned = await on.run(refunds, back, 'admin')
    expect((await on.report(returned.id, 'admin')).map(({ code }) => code)).toEqual([
      '',
      'refund.too_much',
      'reference.not_found',
    ])
    expect(await orderOf('R-1')).toMatchObject({
      refundsId: (await orderOf('S-1'))?.id,
      totals: { grandTotal: -2_200 },
    })
    expect(await orderOf('S-1')).toMatchObject({ refundedTotal: 2_200 })

    const next = `${head}\nS-1,03-02-26,shipped,la-1,4,80,8,5\nS-2,04-02-26,placed,la-1,2,40,4,\nS-1,03-02-26,shipped,la-1,5,99,8,5`
    const second = await on.run(sold, next, 'admin')
    expect((await on.report(second.id, 'admin')).map(({ outcome, code }) => `${outcome} ${code}`)).toEqual([
      'unchanged ',
      'updated ',
      'refused order.fixed',
    ])
    expect((await on.run(refunds, back, 'admin')).counts).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    expect(await linesOf('S-2')).toMatchObject([{ quantity: '2', net: 4_000 }])

    await on.post(second.id, 'undo', 'admin')
    await on.workers.drain()
    expect(await orderOf('S-2')).toMatchObject({ totals: former?.totals, linesRevision: 3 })
    expect(await linesOf('S-2')).toMatchObject([{ quantity: '1', net: 2_000 }])
    await on.post(first.id, 'undo', 'admin')
    await on.workers.drain()
    expect(await on.read(first.id, 'admin')).toMatchObject({ undoCounts: { removed: 0, restored: 0, kept: 2 } })
  })

  test('is written as the one who imports: same owner, same rights, same events as by hand', async () => {
    const one = await on.run(contacts, people('rights', 1))
    const [made] = await named('rights')

    expect(made).toMatchObject({ ownerId: on.api.people.rep?.id, createdBy: on.api.people.rep?.id, version: 1 })
    const { body } = await on.api.call<{ data: { type: string; actor: object; requestId: string }[] }>(
      'GET',
      `/v1/contacts/${made?.id}/timeline`,
      { as: 'rep' },
    )
    expect(body.data).toMatchObject([
      { type: 'contact.created', actor: { type: 'user', id: on.api.people.rep?.id }, requestId: `${one.id}.1` },
    ])
  })

  test('does not touch what the one who imports may not', async () => {
    const theirs = await on.api.call('POST', '/v1/contacts', {
      as: 'peer',
      body: { lastName: 'theirs', emails: [{ value: 'theirs@import.example' }], visibility: 'team' },
    })
    const hidden = await on.api.call('POST', '/v1/contacts', {
      as: 'stranger',
      body: { lastName: 'hidden', emails: [{ value: 'hidden@import.example' }] },
    })

    const one = await on.run(contacts, 'Name,Mail\nmine,theirs@import.example\nmine,hidden@import.example')

    const report = await on.report(one.id)
    expect(report.map(({ code }) => code)).toEqual(['contact.update_denied', 'contact.email_taken'])
    expect(report[1]?.detail).not.toContain(String(hidden.body.id))
    expect((await get<Contact>(String(theirs.body.id), 'peer')).lastName).toBe('theirs')
  })

  test('only changes what it names, and clears only where it is told to', async () => {
    const made = await on.api.call('POST', '/v1/contacts', {
      as: 'rep',
      body: { lastName: 'before', title: 'Buyer', department: 'A', emails: [{ value: 'only@import.example' }] },
    })
    const mapping = {
      columns: [
        { to: 'emails.0.value', from: 'Mail' },
        { to: 'title', from: 'Title' },
        { to: 'department', from: 'Department', whenEmpty: 'clear' },
      ],
    }

    const one = await on.run({ ...contacts, mode: 'update', mapping }, 'Mail,Title,Department\nonly@import.example,,\n')

    expect(one.counts.updated).toBe(1)
    const after = await get<Contact>(String(made.body.id))
    expect(after).toMatchObject({ lastName: 'before', title: 'Buyer' })
    expect(after.department).toBeUndefined()
  })

  test('finds its record by id, in the form of our own exports', async () => {
    const made = await on.api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: 'by id' } })

    const file = `id,version,lastName\n${made.body.id},7,found\ncon_01kavm5g3t8z1r4y6w9x2c7b0d,1,lost\n`
    const one = await on.run({ kind: 'contact', mode: 'update', match: 'id' }, file)

    expect((await on.report(one.id)).map(({ outcome, code }) => `${outcome} ${code}`)).toEqual([
      'updated ',
      'refused contact.not_found',
    ])
    expect((await get<Contact>(String(made.body.id))).lastName).toBe('found')
  })

  test('that names the same record as another comes after it', async () => {
    const file = 'Name,Mail\nfirst,same@import.example\nsecond,SAME@import.example\nthird,same@import.example'
    const one = await on.run(contacts, file)

    expect(one.counts).toEqual({ created: 1, updated: 2, unchanged: 0, refused: 0 })
    const [made] = await on.report(one.id)
    expect(await get<Contact>(made?.id ?? '')).toMatchObject({ lastName: 'third', version: 3 })
  })
})

test('a row costs one look for its record and what creating it costs', async () => {
  const cost = async (prefix: string, rows: number) => {
    on.api.spent()
    await on.run(contacts, people(prefix, rows))
    const spent = on.api.spent()
    const requests = (operation: string) => spent.filter((one) => one.operation === operation).length
    return [
      requests('GetItem'),
      requests('TransactWriteItems'),
      requests('Query'),
      spent.reduce((sum, { wcu }) => sum + wcu, 0),
    ]
  }

  await cost('warm', 1)
  const [few, more] = [await cost('few', 10), await cost('more', 15)]

  expect(more.map((figure, index) => figure - (few[index] ?? 0))).toEqual([5, 5, 0, 50])
})

describe('relations', () => {
  const mapping = {
    columns: [
      { to: 'name', from: 'Name' },
      { to: 'externalIds.file', from: 'Name' },
      { to: 'parentId', from: 'Parent', reference: { kind: 'account', by: 'externalIds.file' } },
    ],
  }

  test('to records further down in the same file are given when all of it was read', async () => {
    const rows = [
      ...Array.from({ length: 30 }, (_, i) => ({
        Name: `child ${i}`,
        Parent: i % 2 ? 'the parent' : `child ${i + 1}`,
      })),
      { Name: 'the parent', Parent: '' },
      { Name: 'orphan', Parent: 'nobody' },
    ]
    const one = await on.run({ ...accounts, mapping }, csvOf(rows))

    expect(one.counts).toEqual({ created: 32, updated: 0, unchanged: 0, refused: 0 })
    const report = await on.report(one.id)
    const idOf = (index: number) => report[index]?.id ?? ''
    expect((await get<Account>(idOf(1))).parentId).toBe(idOf(30))
    expect((await get<Account>(idOf(0))).parentId).toBe(idOf(1))
    expect(report[31]).toMatchObject({ outcome: 'created', code: 'reference.not_found' })

    const again = await on.run({ ...accounts, mapping }, csvOf(rows))

    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 32, refused: 0 })
  })

  test('of cases, tasks, notes and interactions are named by what people know, and the file finds them again', async () => {
    await on.run({ ...accounts, format: 'jsonl' }, '{"name":"About","externalIds":{"file":"A-1"}}')
    await on.run(contacts, people('about', 1))
    const about = { reference: { kind: 'account', by: 'externalIds.file' } }
    const person = { reference: { kind: 'contact', by: 'email' } }
    const key = { to: 'externalIds.file', from: 'Key' }
    const text = { from: 'Text' }
    const files: Record<string, object[]> = {
      case: [
        key,
        { to: 'subject', ...text },
        { to: 'accountId', from: 'Account', ...about },
        { to: 'contactId', from: 'Mail', ...person },
      ],
      task: [
        key,
        { to: 'subject', ...text },
        { to: 'aboutId', from: 'Account', ...about },
        { to: 'dueDate', from: 'Day', date: 'dmy' },
      ],
      note: [key, { to: 'body', ...text }, { to: 'subjectId', from: 'Mail', ...person }],
      interaction: [
        key,
        { to: 'summary', ...text },
        { to: 'subjectId', from: 'Account', ...about },
        { to: 'channel', constant: 'phone' },
        { to: 'direction', constant: 'inbound' },
        { to: 'at', from: 'Day', date: 'dmy' },
      ],
    }
    const head = 'Key,Text,Account,Mail,Day'
    const row = 'about0@import.example,20-11-26'
    const first = `${head}\n1,Said,A-1,${row}\n2,Other,A-9,${row.replace('about0', 'nobody')}`
    for (const [kind, columns] of Object.entries(files)) {
      const request = { kind, mode: 'upsert', match: 'externalIds.file', mapping: { columns } }

      const made = await on.run(request, first, 'admin')
      const again = await on.run(request, first, 'admin')
      const changed = await on.run(request, first.replace('Said', 'Changed'), 'admin')

      expect(made.counts, kind).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 1 })
      expect((await on.report(made.id, 'admin'))[1], kind).toMatchObject({ code: 'reference.not_found' })
      expect(again.counts, kind).toEqual({ created: 0, updated: 0, unchanged: 1, refused: 1 })
      // What was logged stays as it was logged.
      const isFixed = kind === 'interaction'
      expect(changed.counts.updated, kind).toBe(isFixed ? 0 : 1)
      if (isFixed) expect((await on.report(changed.id, 'admin'))[0]).toMatchObject({ code: 'interaction.logged' })
    }
  })

  test('to records of another kind are found by what is unique to them', async () => {
    await on.run({ ...accounts, mapping }, 'Name,Parent\nEmployer,')
    const ofContacts = {
      columns: [
        ...columns,
        { to: 'accountId', from: 'Company', reference: { kind: 'account', by: 'externalIds.file' } },
      ],
    }

    const one = await on.run(
      { ...contacts, mapping: ofContacts },
      'Name,Mail,Company\nhired,hired@import.example,Employer\nfired,fired@import.example,Nobody Ltd\nfree,free@import.example,',
    )

    const report = await on.report(one.id)
    expect(report.map(({ outcome, code }) => `${outcome} ${code}`)).toEqual([
      'created ',
      'refused reference.not_found',
      'created ',
    ])
    const relations = await on.api.call<{ data: object[] }>('GET', `/v1/contacts/${report[0]?.id}/relations`, {
      as: 'rep',
    })
    expect(relations.body.data).toMatchObject([{ isPrimary: true }])
  })
})

describe('a dry run', () => {
  test('tells what would happen and changes nothing', async () => {
    await on.run(contacts, people('dry', 1))
    const id = await on.begin({ ...contacts, dryRun: true }, `${people('dry', 2)}\n,x\nrenamed,dry0@import.example`)
    const before = await on.list('/v1/contacts')

    await on.workers.drain()

    const one = await on.read(id)
    expect(one).toMatchObject({ status: 'finished', counts: { created: 1, updated: 1, unchanged: 1, refused: 1 } })
    expect(await on.list('/v1/contacts')).toEqual(before)
    expect((await on.api.call('POST', `/v1/imports/${id}/undo`, { as: 'rep' })).status).toBe(409)
  })

  test('finds what is taken', async () => {
    await on.run(contacts, people('drytaken', 1))

    const one = await on.run({ ...contacts, mode: 'create', match: undefined, dryRun: true }, people('drytaken', 1))

    expect((await on.report(one.id)).map(({ code }) => code)).toEqual(['contact.email_taken'])
  })
})

describe('an import that is cancelled', () => {
  test('reads no further rows, and tells those it wrote', async () => {
    const id = await on.begin(contacts, people('cancelled', 200))
    const [first] = await on.workers.pending()
    if (first) await on.workers.deliver(first)
    await on.post(id, 'cancel')

    await on.workers.drain()

    const one = await on.read(id)
    expect(one.status).toBe('cancelled')
    expect(one.counts.created).toBe((await named('cancelled')).length)
    expect(one.counts.created).toBeLessThan(200)
    expect(await on.report(id)).toHaveLength(one.counts.created)
    expect((await on.api.call('POST', `/v1/imports/${id}/cancel`, { as: 'rep' })).status).toBe(409)
  })
})

describe('an import whose message was lost', () => {
  test('is begun again by the sweep', async () => {
    const id = await on.begin(contacts, people('lost', 40))
    await on.workers.pending()

    await on.sweep()
    expect((await on.read(id)).status).toBe('running')
    on.api.now.advance(16 * 60_000)
    await on.sweep()

    expect(await on.read(id)).toMatchObject({ status: 'finished', counts: { created: 40 } })
  })
})

describe('an import whose caller was disabled meanwhile', () => {
  test('writes nothing more', async () => {
    const id = await on.begin(contacts, people('gone', 3), 'peer')
    await on.api.call('PATCH', `/v1/users/${on.api.people.peer?.id}`, { as: 'admin', body: { status: 'disabled' } })
    await on.workers.drain()
    await on.api.call('PATCH', `/v1/users/${on.api.people.peer?.id}`, { as: 'admin', body: { status: 'active' } })

    const one = await on.read(id, 'admin')

    expect(one).toMatchObject({ status: 'failed', problem: { code: 'import.caller_gone' } })
    expect(await named('gone')).toEqual([])
  })
})

describe('undoing an import', () => {
  test('leaves the CRM as it was: what was made is gone, what was changed has its former values', async () => {
    await on.run(contacts, people('undo', 20))
    const before = await named('undo')
    const file = `${people('undo', 60).replaceAll('"undo ', '"undo changed ')}`
    const one = await on.run(contacts, file)
    expect(one.counts).toMatchObject({ created: 40, updated: 20 })

    await on.post(one.id, 'undo')
    await on.workers.drain()

    const undone = await on.read(one.id)
    expect(undone).toMatchObject({ status: 'undone', undoCounts: { removed: 40, restored: 20, kept: 0 } })
    const bare = ({ version: _, updatedAt: _at, updatedBy: _by, ...rest }: Contact) => rest
    expect((await named('undo')).map(bare)).toEqual(before.map(bare))
    expect(await on.report(one.id)).toHaveLength(60)
    expect((await on.api.call('POST', `/v1/imports/${one.id}/undo`, { as: 'rep' })).status).toBe(409)

    const anew = await on.run(contacts, file)
    expect(anew.counts).toMatchObject({ created: 40, updated: 20 })
  })

  test('keeps what somebody has done since, and names it', async () => {
    await on.run(contacts, 'Name,Mail\nold 0,blocked0@import.example\nold 1,blocked1@import.example')
    const one = await on.run(
      contacts,
      'Name,Mail\nnew 0,blocked0@import.example\nnew 1,blocked1@import.example\nmade 2,blocked2@import.example\nmade 3,blocked3@import.example',
    )
    const ids = (await on.report(one.id)).map(({ id }) => id)
    await patch(ids[0] ?? '', { lastName: 'by hand' })
    await patch(ids[1] ?? '', { title: 'Buyer' })
    await patch(ids[2] ?? '', { title: 'Buyer' })
    await on.api.call('POST', '/v1/notes', { as: 'rep', body: { subjectId: ids[3], body: 'Called.' } })

    await on.post(one.id, 'undo')
    await on.workers.drain()

    expect(await on.read(one.id)).toMatchObject({ undoCounts: { removed: 0, restored: 1, kept: 3 } })
    const report = await on.report(one.id)
    expect(report.map(({ id, outcome, code }) => `${ids.indexOf(id)} ${outcome} ${code}`).sort()).toEqual([
      '0 kept record.changed',
      '1 restored ',
      '2 kept record.changed',
      '3 kept record.in_use',
    ])
    expect(report.find(({ id }) => id === ids[0])?.detail).toContain('lastName')
    expect((await get<Contact>(ids[0] ?? '')).lastName).toBe('by hand')
    expect(await get<Contact>(ids[1] ?? '')).toMatchObject({ lastName: 'old 1', title: 'Buyer' })
  })

  test('takes back relations of the same file with the records', async () => {
    const mapping = {
      columns: [
        { to: 'name', from: 'Name' },
        { to: 'externalIds.tree', from: 'Name' },
        { to: 'parentId', from: 'Parent', reference: { kind: 'account', by: 'externalIds.tree' } },
      ],
    }
    const one = await on.run(
      { ...accounts, match: 'externalIds.tree', mapping },
      'Name,Parent\nleaf,branch\nbranch,root\nroot,',
    )

    await on.post(one.id, 'undo')
    await on.workers.drain()

    expect((await on.read(one.id)).undoCounts).toEqual({ removed: 3, restored: 0, kept: 0 })
  })

  test('is possible for thirty days', async () => {
    const one = await on.run(contacts, people('late', 1))
    on.api.now.advance(30 * DAY_MS)

    const reply = await on.api.call('POST', `/v1/imports/${one.id}/undo`, { as: 'rep' })

    expect(reply.status).toBe(409)
    expect(reply.body.code).toBe('import.too_old')
  })
})

describe('what cannot be', () => {
  test.each([
    ['a mapping to no field', { mapping: { columns: [{ to: 'nme', from: 'x' }] } }, '/mapping/columns/0/to'],
    [
      'a mapping to what the CRM keeps',
      { mapping: { columns: [{ to: 'version', from: 'x' }] } },
      '/mapping/columns/0/to',
    ],
    ['a key that is not unique', { match: 'lastName' }, '/match'],
    ['an update without a key', { match: undefined, mode: 'update' }, '/match'],
    [
      'a reference by what is not unique',
      { mapping: { columns: [{ to: 'accountId', from: 'x', reference: { kind: 'account', by: 'name' } }] } },
      '/mapping/columns/0/reference',
    ],
  ])('%s is refused when it is asked for', async (_what, change, pointer) => {
    const body = { ...contacts, format: 'csv', fileName: 'x.csv', bytes: 10, ...change }
    const reply = await on.api.call<{ code: string; errors: { pointer: string }[] }>('POST', '/v1/imports', {
      as: 'rep',
      body,
    })

    expect(reply.status).toBe(422)
    expect(reply.body.errors.map((error) => error.pointer)).toContain(pointer)
  })

  test('an import of what one may not change in bulk', async () => {
    const body = { ...contacts, format: 'csv', fileName: 'x.csv', bytes: 10 }

    expect((await on.api.call('POST', '/v1/imports', { as: 'agent', body })).status).toBe(403)
    expect((await on.api.call('POST', '/v1/imports', { as: 'rep', body: { ...body, kind: 'user' } })).status).toBe(403)
  })

  test('the link takes a file of another length or type', async () => {
    const body = { ...contacts, format: 'csv', fileName: 'x.csv', bytes: 10 }
    const made = await on.api.call<{ record: { id: string }; upload: { url: string } }>('POST', '/v1/imports', {
      as: 'rep',
      body,
    })
    const { url } = made.body.upload

    expect(on.api.files.upload(url, '12345678901', 'text/csv')).toBe(403)
    expect(on.api.files.upload(url, '1234567890', 'text/html')).toBe(403)
    const early = await on.api.call('POST', `/v1/imports/${made.body.record.id}/start`, { as: 'rep' })
    expect(early.body.code).toBe('import.file_missing')
  })
})

test('every kind but dated rates can be found again by something people know', async () => {
  const known = ['externalIds.file', 'name', 'email', 'sku']
  const without = await Promise.all(
    importKinds.map(async (kind) => {
      const type = typeOf(kind)
      const found = await Promise.all(known.map((key) => type && isUniqueKey(type, key)))
      return found.includes(true) ? [] : [kind]
    }),
  )

  expect(without.flat()).toEqual(['exchangeRate'])
})

test('a preset is a mapping to be used again', async () => {
  const preset = await on.api.call('POST', '/v1/import-presets', {
    as: 'rep',
    body: { name: 'Fair list', format: 'csv', ...contacts },
  })
  const one = await on.run({ presetId: preset.body.id, mode: undefined, format: undefined }, people('preset', 2))
  const twice = await on.api.call('POST', '/v1/imports', {
    as: 'rep',
    body: { presetId: preset.body.id, mode: 'create', fileName: 'x', bytes: 1 },
  })

  expect(one).toMatchObject({ status: 'finished', counts: { created: 2 } })
  expect(twice.body.code).toBe('import.said_twice')
})

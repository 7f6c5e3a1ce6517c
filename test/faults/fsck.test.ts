import { readdirSync, readFileSync } from 'node:fs'
import { owedModel } from '@rapport/core/cases/owed'
import type { Relation } from '@rapport/core/contacts/schema'
import { datedRateModel } from '@rapport/core/exchange-rates/model'
import { repair } from '@rapport/core/fsck/repair'
import { leadEmailModel } from '@rapport/core/leads/model'
import { openAmountModel } from '@rapport/core/opportunities/model'
import { orderLinesModel } from '@rapport/core/orders/model'
import { cardModel } from '@rapport/core/pipelines/model'
import { priceRowModel } from '@rapport/core/price-book-entries/model'
import { audienceModel } from '@rapport/core/price-books/model'
import { documentModel } from '@rapport/core/quotes/model'
import { eventModel, parseEvent, type StoredEvent } from '@rapport/kernel/events'
import { idBounds } from '@rapport/kernel/ids'
import { contributedModel, totalModel } from '@rapport/kernel/rollup'
import { projectedModel, tokenItem, tokenModel } from '@rapport/kernel/search'
import { shareModel } from '@rapport/kernel/share'
import { guardModel, hash } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { type Furnished, furnish } from '../support/furnished.ts'
import { findingsIn, itemsOf } from '../support/sound.ts'

let api: Api
let at: Furnished
let whole: Item[]
beforeAll(async () => {
  api = await startApi({ shards: 2 })
  at = await furnish(api)
  whole = await itemsOf(api)
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

const codesIn = async (items: Item[]): Promise<string[]> =>
  [...new Set((await findingsIn(api, { items })).map(({ code }) => code))].sort()

test('a table that the API wrote has no findings', async () => {
  expect(await findingsIn(api, { items: whole })).toEqual([])
})

type Is = (item: Item) => boolean
const record =
  (id: string, kind: string): Is =>
  (item) =>
    item.pk === id && item.sk === kind
const entity =
  (name: string): Is =>
  (item) =>
    item.__edb_e__ === name
const both =
  (...all: Is[]): Is =>
  (item) =>
    all.every((is) => is(item))
const has =
  (attribute: string, value: unknown): Is =>
  (item) =>
    item[attribute] === value
const without =
  (is: Is) =>
  (items: Item[]): Item[] =>
    items.filter((item) => !is(item))
const changed =
  (is: Is, change: (item: Item) => Item) =>
  (items: Item[]): Item[] =>
    items.map((item) => (is(item) ? change(item) : item))
const set = (is: Is, values: Item) => changed(is, (item) => ({ ...item, ...values }))
const added =
  (...more: (() => Item)[]) =>
  (items: Item[]): Item[] => [...items, ...more.map((make) => make())]
const event = (type: string, version?: number): Is =>
  both(entity('event'), has('type', type), (item) => version === undefined || item.version === version)
const ofContact: Is = (item) => item.pk === at.contact
const told = (is: Is, change: (event: StoredEvent) => Partial<StoredEvent>) =>
  changed(is, (item) => eventModel.item({ ...parseEvent(item), ...change(parseEvent(item)) }))
const relation = (change: (row: Relation) => Partial<Relation>, is: Is = () => true) =>
  changed(both(entity('relation'), ofContact, is), (item) => ({ ...item, ...change(item as unknown as Relation) }))

/** One thing broken, and every code that tells of it. */
const planted: [what: string, plant: (items: Item[]) => Item[], codes: string[]][] = [
  ['a guard that is gone', (items) => without(both(entity('guard'), has('of', at.contact)))(items), ['guard.missing']],
  [
    'a guard of a value nobody has',
    added(() => guardModel.item({ scope: 'contact.email', digest: hash('x@y.example'), of: at.contact })),
    ['guard.orphan'],
  ],
  [
    'a guard of a deleted record',
    added(() => guardModel.item({ scope: 'contact.email', digest: hash('gone@mekong.example'), of: at.deleted })),
    ['guard.orphan'],
  ],
  [
    'a guard that names somebody else',
    (items) => set(both(entity('guard'), has('of', at.contact)), { of: at.deleted })(items),
    ['guard.orphan', 'guard.wrong_holder'],
  ],
  [
    'a value that two live records have',
    (items) => items.flatMap((item) => (record(at.parent, 'account')(item) ? [item, renamed(item)] : [item])),
    ['event.missing', 'history.differs', 'search.missing', 'unique.twice'],
  ],
  [
    'a share without its pointer',
    (items) => without(both(entity('share'), has('to', api.teams.service)))(items),
    ['share.missing'],
  ],
  [
    'a pointer without its share',
    added(() =>
      shareModel.item({
        of: at.account,
        kind: 'account',
        to: String(api.teams.service),
        teamId: String(api.teams.service),
      }),
    ),
    ['share.orphan'],
  ],
  [
    'a pointer that ends at another time',
    (items) => set(both(entity('share'), has('expiresAtS', 1_798_156_800)), { expiresAtS: 5 })(items),
    ['share.wrong'],
  ],
  [
    'a record that search never saw',
    (items) =>
      without((item) => ['projected', 'token', 'facet'].includes(String(item.__edb_e__)) && item.of === at.account)(
        items,
      ),
    ['search.missing'],
  ],
  [
    'search that stayed behind',
    (items) => set(both(entity('projected'), has('of', at.account)), { version: 0 })(items),
    ['search.behind'],
  ],
  [
    'search that ran ahead',
    (items) => set(both(entity('projected'), has('of', at.account)), { version: 9 })(items),
    ['search.ahead'],
  ],
  [
    'words that the record does not have',
    (items) => set(both(entity('projected'), has('of', at.account)), { tokens: ['mekong'] })(items),
    ['search.row_stray', 'search.wrong'],
  ],
  [
    'a token that is gone',
    (items) => items.toSpliced(items.findIndex(both(entity('token'), has('of', at.account))), 1),
    ['search.row_missing'],
  ],
  ['a token too many', added(() => tokenModel.item(tokenItem('coffe', at.account))), ['search.row_stray']],
  [
    'a kind that is not searched, searched',
    added(() => projectedModel.item({ of: at.note, kind: 'note', version: 2, tokens: [], facets: [] })),
    ['search.needless'],
  ],
  [
    'tokens of nothing',
    added(() => tokenModel.item(tokenItem('coffee', 'acc_01kavm5g3t8z1r4y6w9x2c7b0d'))),
    ['search.orphan'],
  ],
  [
    'tokens of a purged record',
    (items) => added(() => tokenModel.item(tokenItem('gone', at.deleted)))(purged(items)),
    ['search.leftover'],
  ],
  [
    'a total of what adds to none',
    added(() => contributedModel.item({ of: at.account, kind: 'account', version: 1, contributions: [] })),
    ['rollup.needless'],
  ],
  [
    'a part of a total without its record, and no total',
    added(() =>
      contributedModel.item({
        of: 'acc_01kavm5g3t8z1r4y6w9x2c7b0d',
        kind: 'account',
        version: 1,
        contributions: [{ rollup: 'accounts', values: { count: 1 } }],
      }),
    ),
    ['rollup.drift', 'rollup.orphan'],
  ],
  [
    'an empty part of a purged record',
    (items) =>
      added(() => contributedModel.item({ of: at.deleted, kind: 'contact', version: 2, contributions: [] }))(
        purged(items),
      ),
    ['rollup.leftover'],
  ],
  [
    'a total of nothing',
    added(() => ({ ...totalModel.item({ rollup: 'accounts', slot: '0' }), n_count: 3 })),
    ['rollup.drift'],
  ],
  [
    'totals that stayed behind a record',
    (items) => set(both(entity('contributed'), has('of', at.deal)), { version: 1 })(items),
    ['rollup.behind'],
  ],
  [
    'totals that ran ahead of a record',
    (items) => set(both(entity('contributed'), has('of', at.deal)), { version: 9 })(items),
    ['rollup.ahead'],
  ],
  [
    'totals that hold other numbers than the record',
    (items) => set(both(entity('contributed'), has('of', at.deal)), { contributions: [] })(items),
    ['rollup.drift', 'rollup.wrong'],
  ],
  [
    'a step of a deal that is gone',
    (items) => without(both(entity('stage-change'), has('opportunityId', at.deal), has('order', 1)))(items),
    ['deal.steps'],
  ],
  [
    'a step that leads elsewhere',
    (items) =>
      set(both(entity('stage-change'), has('opportunityId', at.deal), has('order', 2)), { to: 'negotiation' })(items),
    ['deal.steps'],
  ],
  [
    'an open deal without its card',
    (items) => without(both(entity('card'), has('of', at.deal)))(items),
    ['deal.card_missing'],
  ],
  [
    'a card in another order than its deal',
    (items) => changed(entity('card'), (item) => cardModel.item({ ...cardModel.parse(item), rank: 'zz' }))(items),
    ['deal.card_wrong'],
  ],
  [
    'an open amount that its currency does not find',
    (items) => without(entity('open-amount'))(items),
    ['deal.amount_missing'],
  ],
  [
    'an open amount where nobody looks for it',
    (items) =>
      changed(entity('open-amount'), (item) => openAmountModel.item({ ...openAmountModel.parse(item), slot: '9' }))(
        items,
      ),
    ['deal.amount_wrong'],
  ],
  [
    'an amount in a currency that its deal does not have',
    added(() => openAmountModel.item({ slot: '0', currency: 'XAF', of: at.deal })),
    ['deal.amount_orphan'],
  ],
  [
    'lines that do not come to the amount of their deal',
    (items) => set(entity('deal-lines'), { lines: [] })(items),
    ['deal.lines', 'quote.sync'],
  ],
  [
    'an amount that is converted at another rate than it says',
    (items) =>
      changed(record(at.deal, 'opportunity'), (item) => ({
        ...item,
        converted: { corporate: { amount: 1, currency: 'USD' }, rate: '3', rateDate: '2026-01-01' },
      }))(items),
    ['deal.converted', 'history.differs', 'rollup.wrong'],
  ],
  ['prices that nothing finds', (items) => without(entity('price-row'))(items), ['price.missing']],
  ['prices that are found otherwise', (items) => set(entity('price-row'), { tiers: [] })(items), ['price.wrong']],
  [
    'prices of what has none',
    added(() =>
      priceRowModel.item({ productId: at.product, priceBookId: idBounds('priceBook')[0], revision: 'x', tiers: [] }),
    ),
    ['price.orphan'],
  ],
  ['a book that its tier does not find', (items) => without(entity('book-audience'))(items), ['audience.missing']],
  [
    'a book that its tier finds for another time',
    (items) => set(entity('book-audience'), { validUntil: '2020-01-01' })(items),
    ['audience.wrong'],
  ],
  [
    'a book that a tier finds without reason',
    added(() =>
      audienceModel.item({ by: 'tier', value: 'tin', currency: 'USD', priceBookId: idBounds('priceBook')[0] }),
    ),
    ['audience.orphan'],
  ],
  ['a quote without lines', (items) => without(isDocument)(items), ['quote.document']],
  [
    'a quote that does not come to its lines',
    (items) => changed(isDocument, (item) => ({ ...item, lines: dearer(item.lines) }))(items),
    ['quote.totals'],
  ],
  [
    'an open quote that its deal does not know of',
    (items) =>
      set(
        both(entity('deal-quotes'), (item) => (item.open as unknown[]).length > 0),
        { open: [] },
      )(items),
    ['quote.roster'],
  ],
  [
    'a quote that is synced with no deal',
    (items) => set(record(at.draft, 'quote'), { isSynced: false })(items),
    ['history.differs', 'quote.sync'],
  ],
  [
    'an accepted quote that ordered nothing',
    (items) => set(record(at.accepted, 'quote'), { orderId: undefined })(items).map(defined),
    ['history.differs', 'quote.order'],
  ],
  [
    'lines of a quote that never was',
    (items) =>
      items.flatMap((item) =>
        isDocument(item) ? [item, documentModel.item({ ...documentOf(item), quoteId: NO_QUOTE })] : [item],
      ),
    ['quote.orphan'],
  ],
  [
    'lines of a purged quote',
    (items) =>
      told(
        (item) => item.pk === at.draft && item.version === 3,
        () => ({ type: 'quote.deleted' }),
      )(without((item) => item.pk === at.draft && (item.sk === 'quote' || item.sk === 'projected'))(items)),
    ['quote.leftover', 'quote.roster', 'quote.sync', 'search.leftover'],
  ],
  [
    'an order that does not come to its lines',
    (items) => changed(isOrdered, (item) => ({ ...item, lines: [] }))(items),
    ['order.lines', 'order.refunds'],
  ],
  [
    'an order of which nothing is known to have come back',
    (items) => set(record(at.order, 'order'), { refundedTotal: undefined })(items).map(defined),
    ['history.differs', 'order.refunds'],
  ],
  [
    'lines of an order that never was',
    (items) =>
      items.flatMap((item) =>
        isOrdered(item) ? [item, orderLinesModel.item({ ...orderLinesModel.parse(item), orderId: NO_ORDER })] : [item],
      ),
    ['order.orphan'],
  ],
  [
    'lines of a purged order',
    (items) =>
      told(
        (item) => item.pk === at.refund && item.version === 1,
        () => ({ type: 'order.deleted' }),
      )(without((item) => item.pk === at.refund && (item.sk === 'order' || item.sk === 'projected'))(items)),
    ['order.leftover', 'order.refunds', 'search.leftover'],
  ],
  [
    'two prices for the same quantity',
    (items) => items.flatMap((item) => (record(at.priceEntry, 'priceBookEntry')(item) ? [item, twinOf(item)] : [item])),
    ['event.missing', 'history.differs', 'price.twice', 'price.wrong'],
  ],
  ['a rate that nothing finds', (items) => without(entity('dated-rate'))(items), ['rate.missing']],
  ['a rate that is found otherwise', (items) => set(entity('dated-rate'), { rate: '2' })(items), ['rate.wrong']],
  [
    'a rate that nobody said',
    added(() =>
      datedRateModel.item({ currency: 'EUR', corporateCurrency: 'USD', date: '2026-12-01', rate: '1', of: at.rate }),
    ),
    ['rate.orphan'],
  ],
  ['a card of a deal that is over', (items) => [...items, cardFor(items, at.lostDeal)], ['deal.card_needless']],
  [
    'a card of a deal that never was',
    (items) => [...items, cardFor(items, 'opp_01kavm5g3t8z1r4y6w9x2c7b0d')],
    ['deal.orphan'],
  ],
  ['a card of what was purged', (items) => [...purged(items), cardFor(items, at.deleted)], ['deal.leftover']],
  ['two primary relations', relation(() => ({ isPrimary: true })), ['relation.not_one_primary', 'relation.untold']],
  [
    'no primary relation',
    relation(() => ({ isPrimary: false })),
    ['relation.not_one_primary', 'relation.other_account', 'relation.untold'],
  ],
  [
    'an account that is not the primary one',
    (items) => set(record(at.contact, 'contact'), { accountId: at.parent })(items),
    ['history.differs', 'record.misplaced', 'relation.other_account'],
  ],
  [
    'an ended relation that is primary',
    relation(() => ({ isActive: false, endDate: '2026-01-01' })),
    ['relation.ended_primary', 'relation.untold'],
  ],
  [
    'a relation that ended too early',
    relation(() => ({ isActive: false, endDate: '2027-01-01' }), has('isPrimary', false)),
    ['relation.ended_early', 'relation.untold'],
  ],
  [
    'a relation that ends before it starts',
    relation(() => ({ startDate: '2026-02-01', endDate: '2026-01-01', isActive: false }), has('isPrimary', false)),
    ['relation.dates', 'relation.untold'],
  ],
  [
    'two relations with one account',
    relation(() => ({ accountId: at.account })),
    ['item.misplaced', 'relation.twice', 'relation.untold'],
  ],
  [
    'a relation nobody told of',
    (items) => told(both(event('relation.created'), ofContact), () => ({ after: {} }))(items),
    ['relation.untold'],
  ],
  [
    'relations of a purged contact',
    (items) => without(record(at.deleted, 'contact'))(items),
    ['relation.leftover', 'search.leftover'],
  ],
  [
    'relations of nobody',
    (items) =>
      without((item) => item.pk === at.deleted && (item.sk === 'contact' || String(item.type).endsWith('.deleted')))(
        items,
      ),
    ['event.orphan', 'relation.orphan', 'search.orphan'],
  ],
  [
    'a note that says something else',
    (items) => set(record(at.note, 'note'), { body: 'Third' })(items),
    ['note.versions'],
  ],
  ['versions of no note', (items) => without(record(at.note, 'note'))(items), ['event.orphan', 'note.orphan']],
  [
    'versions of a purged note',
    (items) =>
      told(both(event('note.updated'), has('version', 2)), () => ({ type: 'note.deleted' }))(
        without(record(at.note, 'note'))(items),
      ),
    ['note.leftover'],
  ],
  [
    'a reference to nothing',
    (items) => set(record(at.account, 'account'), { ownerId: 'usr_01kavm5g3t8z1r4y6w9x2c7b0d' })(items),
    ['history.differs', 'item.misplaced', 'reference.missing'],
  ],
  [
    'accounts above each other',
    (items) => set(record(at.parent, 'account'), { parentId: at.account, parent: at.account })(items),
    ['history.differs', 'item.misplaced', 'tree.cycle'],
  ],
  [
    'a correction that corrects something else',
    (items) => set(record(at.interaction, 'interaction'), { correctedById: undefined })(items).map(defined),
    ['history.differs', 'interaction.one_sided'],
  ],
  [
    'a version without an event',
    (items) => without(both(event('contact.updated'), has('version', 4)))(items),
    ['event.missing', 'history.differs'],
  ],
  [
    'a version told twice',
    (items) => told(both(event('contact.updated'), has('version', 4)), () => ({ version: 3 }))(items),
    ['event.missing', 'event.twice'],
  ],
  [
    'a version from the future',
    (items) => told(both(event('contact.updated'), has('version', 4)), () => ({ version: 9 }))(items),
    ['event.ahead', 'event.missing'],
  ],
  [
    'a record created twice',
    (items) => told(both(event('contact.updated'), has('version', 4)), () => ({ type: 'contact.created' }))(items),
    ['event.creation'],
  ],
  [
    'two cases with one number',
    (items) => set(record(at.closedCase, 'case'), { number: numberIn(items, at.waitingCase) })(items),
    ['case.number_twice', 'history.differs', 'search.wrong'],
  ],
  [
    'a closed case that never ended',
    (items) => set(record(at.closedCase, 'case'), { closedAt: undefined })(items).map(defined),
    ['case.end_wrong', 'history.differs'],
  ],
  [
    'a case that was merged and goes on',
    (items) => set(record(at.waitingCase, 'case'), { mergedIntoId: at.closedCase })(items),
    ['case.merged_open', 'history.differs', 'rollup.wrong'],
  ],
  [
    'a case that stands otherwise than its clocks',
    (items) => set(record(at.waitingCase, 'case'), { slaState: 'met' })(items),
    ['case.clocks_wrong', 'history.differs', 'search.wrong'],
  ],
  ['a case that waits nowhere', (items) => without(entity('queued'))(items), ['case.queue_wrong']],
  [
    'an agenda that owes what nobody promised',
    (items) => {
      const owed = { ownerId: String(api.people.rep?.id), at: '2026-11-22T10:00:00.000Z', caseId: at.closedCase }
      return added(() => owedModel.item({ ...owed, what: 'promise' }))(items)
    },
    ['case.owed_wrong'],
  ],
  [
    'a lead that its address does not lead to',
    (items) => without(both(entity('lead-email'), has('of', at.lead)))(items),
    ['lead.email_missing'],
  ],
  [
    'an address that leads to a lead without it',
    added(() => leadEmailModel.item({ digest: hash('nobody@shop.example'), of: at.lead })),
    ['lead.email_orphan'],
  ],
  [
    'a lead that was converted by half',
    (items) => set(record(at.lead, 'lead'), { accountId: at.account })(items),
    ['history.differs', 'lead.half_converted'],
  ],
  [
    'a conversion that cannot be taken back',
    (items) => without(both(entity('conversion'), has('leadId', at.convertedLead)))(items),
    ['lead.undo_missing'],
  ],
  [
    'an event of a relation that is gone',
    (items) => without(both(event('relation.created'), ofContact, has('seq', 1)))(items),
    ['relation.untold'],
  ],
  [
    'a transaction that begins in the middle',
    (items) => told(both(event('relation.created'), ofContact, has('seq', 1)), () => ({ seq: 2 }))(items),
    ['event.torn'],
  ],
  [
    'an event in the wrong hour',
    (items) => told(both(event('note.created')), () => ({ hour: '2026-11-22T08' }))(items),
    ['event.time_index'],
  ],
  [
    'an event in a slot that is not read',
    (items) => told(both(event('note.created')), () => ({ slot: '2' }))(items),
    ['event.time_index'],
  ],
  [
    'an event about another kind',
    (items) => told(both(event('note.created')), ({ subject }) => ({ subject: { ...subject, kind: 'team' } }))(items),
    ['event.kind'],
  ],
  [
    'an event in the wrong timeline',
    (items) => told(both(event('note.created')), () => ({ timelineOf: at.account }))(items),
    ['event.timeline'],
  ],
  [
    'an event missing above',
    (items) => changed(event('note.created'), (item) => eventModel.item(dropAbove(parseEvent(item))))(items),
    ['event.timeline'],
  ],
  [
    'a history that does not fit',
    (items) => told(event('contact.updated', 4), ({ before }) => ({ before: { ...before, title: 'Somebody' } }))(items),
    ['history.broken'],
  ],
  [
    'a record changed behind its back',
    (items) => set(record(at.contact, 'contact'), { title: 'Changed' })(items),
    ['history.differs'],
  ],
  [
    'an index attribute that is gone',
    (items) => set(record(at.contact, 'contact'), { ownerPk: undefined })(items).map(defined),
    ['item.misplaced'],
  ],
  [
    'an index attribute that is wrong',
    (items) => set(both(entity('relation')), { parentPk: 'relation#nowhere' })(items),
    ['item.misplaced'],
  ],
  [
    'a record in the wrong state',
    (items) => set(record(at.contact, 'contact'), { state: 'bin' })(items),
    ['item.misplaced', 'record.misplaced'],
  ],
  [
    'a record that does not fit its schema',
    (items) => set(record(at.parent, 'account'), { employees: -1 })(items),
    ['history.differs', 'record.invalid'],
  ],
  ['an item of no kind', added(() => ({ pk: 'x', sk: 'y' })), ['item.unknown']],
  [
    'an answer kept for ever',
    (items) => set(entity('answer'), { expiresAtS: undefined })(items).map(defined),
    ['row.no_expiry'],
  ],
  [
    'a mail report kept for ever',
    (items) => set(entity('mail-report'), { expiresAtS: undefined })(items).map(defined),
    ['row.no_expiry'],
  ],
  ['a handover without its work', (items) => without(entity('handover-job'))(items), ['handover.no_work']],
  ['work at another step', (items) => set(entity('handover-job'), { step: 7 })(items), ['handover.step']],
  ['work that counts what was not moved', (items) => without(entity('move'))(items), ['handover.counts']],
  [
    'work on a handover that never was',
    (items) =>
      without((item) => item.pk === at.handover && (item.sk === 'handover' || String(item.sk).startsWith('evt_')))(
        items,
      ),
    ['handover.orphan', 'share.orphan'],
  ],
  [
    'work on a purged handover',
    (items) =>
      told(
        (item) => item.pk === at.handover && item.version === 3,
        () => ({ type: 'handover.deleted' }),
      )(without(record(at.handover, 'handover'))(items)),
    ['handover.leftover', 'share.orphan'],
  ],
  [
    'a delegation that never ends',
    (items) => set(record(at.handover, 'handover'), { dueAt: undefined })(items).map(defined),
    ['handover.due', 'history.differs', 'item.misplaced'],
  ],
  [
    'due work that no sweep finds',
    (items) => set(record(at.handover, 'handover'), { timePk: undefined, timeSk: undefined })(items).map(defined),
    ['item.misplaced'],
  ],
]

const isDocument: Is = (item) => item.pk === at.accepted && item.sk === 'document'
const isOrdered: Is = (item) => item.pk === at.order && item.sk === 'lines'
const documentOf = (item: Item) => documentModel.parse(item)
const [NO_QUOTE] = idBounds('quote')
const [NO_ORDER] = idBounds('order')
/** By its fields, not by its text: the engine tells the attributes of a map in any order. */
const dearer = (lines: unknown): unknown =>
  (lines as { listPrice: { amount: number } }[]).map((line) => ({
    ...line,
    listPrice: { ...line.listPrice, amount: line.listPrice.amount + 1 },
  }))
const cardFor = (items: Item[], of: string): Item =>
  cardModel.item({ ...cardModel.parse(items.find(entity('card')) as Item), of })
const purged = (items: Item[]): Item[] =>
  items.filter(
    (item) =>
      !(
        item.pk === at.deleted &&
        (item.sk === 'contact' || String(item.sk).startsWith('relation#') || item.sk === 'projected')
      ),
  )
const defined = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))
const dropAbove = ({ above: _, ...rest }: StoredEvent): StoredEvent => rest
const twinOf = (item: Item): Item =>
  JSON.parse(JSON.stringify(item).replaceAll(at.priceEntry, 'pbe_01kavm5g3t8z1r4y6w9x2c7b0d'))

const numberIn = (items: Item[], id: string): unknown => items.find(record(id, 'case'))?.number
const renamed = (item: Item): Item =>
  JSON.parse(JSON.stringify(item).replaceAll(at.parent, 'acc_01kavm5g3t8z1r4y6w9x2c7b0d'))

describe('every contradiction is found', () => {
  test.each(planted)('%s', async (_, plant, codes) => {
    const broken = plant(whole)

    expect(broken).not.toEqual(whole)
    expect(await codesIn(broken)).toEqual(codes)
  })
})

test('every code that fsck knows is planted above', () => {
  const folder = new URL('../../packages/core/src/fsck/', import.meta.url)
  const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  const known = sources.flatMap((source) => [...source.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, code]) => code))

  const derived = sources.flatMap((source) => [...source.matchAll(/checkDerived\('(\w+)'/g)].map(([, name]) => name))
  for (const name of derived) known.push(`${name}.missing`, `${name}.wrong`, `${name}.orphan`)

  const found = planted.flatMap(([, , codes]) => codes)
  expect([...new Set(found)].sort()).toEqual([...new Set(known)].sort())
})

test('the projector may be behind by as much as is allowed', async () => {
  const late = set(both(entity('projected'), has('of', at.account)), { version: 0 })(whole)

  expect(await findingsIn(api, { items: late, lagMs: 1 })).toEqual([])
})

describe('repair', () => {
  const ctx = () => systemCtx(api.runtime, 'fsck', 'fsck')
  const put = (...items: Item[]) =>
    api.deps.table.transact(
      items.map((item) => ({ put: item })),
      crypto.randomUUID(),
    )
  const tokenOf = (word: string) => tokenModel.item(tokenItem(word, at.account))
  const guardOf = (of: string) => guardModel.item({ scope: 'contact.email', digest: hash('x@y.example'), of })
  const pointer = () =>
    shareModel.item({
      of: at.account,
      kind: 'account',
      to: String(api.teams.service),
      teamId: String(api.teams.service),
    })
  const projected = () => whole.find(both(entity('projected'), has('of', at.account))) as Item

  test.each<[what: string, plant: () => Item[]]>([
    ['words that search should not find', () => [tokenOf('tea'), tokenOf('chocolate')]],
    ['a record that search has fallen behind', () => [{ ...projected(), version: 1, tokens: [] }]],
    ['a guard of a value nobody has', () => [guardOf(at.contact)]],
    ['a guard of a record that never was', () => [guardOf('con_01kavm5g3t8z1r4y6w9x2c7b0d')]],
    ['a pointer without its share', () => [pointer()]],
  ])('%s', async (_, plant) => {
    await put(...plant())
    const findings = await findingsIn(api)

    const { repaired, left } = await repair(ctx(), findings)

    expect(findings).not.toEqual([])
    expect({ repaired: repaired > 0, left }).toEqual({ repaired: true, left: [] })
    expect(await findingsIn(api)).toEqual([])
  })

  test('what was put right meanwhile is left alone', async () => {
    await put(guardOf(at.contact))
    const findings = await findingsIn(api)
    await api.call('PATCH', `/v1/contacts/${at.contact}`, { as: 'rep', body: { emails: [{ value: 'x@y.example' }] } })

    const { repaired, left } = await repair(ctx(), findings)

    expect({ repaired, left }).toEqual({ repaired: 0, left: findings })
    await api.project()
    expect(await findingsIn(api)).toEqual([])
  })

  test('what nothing follows from is left to a person', async () => {
    const guard = whole.find(both(entity('guard'), has('of', at.parent))) as Item
    await api.deps.table.transact([{ delete: { pk: String(guard.pk), sk: String(guard.sk) } }], crypto.randomUUID())

    const { repaired, left } = await repair(ctx(), await findingsIn(api))

    expect({ repaired, codes: left.map(({ code }) => code) }).toEqual({ repaired: 0, codes: ['guard.missing'] })
    await put(guard)
  })
})

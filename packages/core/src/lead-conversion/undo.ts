import { conflict } from '@rapport/kernel/errors'
import { idBounds, type Kind, kindOf } from '@rapport/kernel/ids'
import type { PlanOptions } from '@rapport/kernel/record-plan'
import { itemsOf, mayDo } from '@rapport/kernel/record-read'
import { fromItem, type RecordType, referenceFields } from '@rapport/kernel/record-type'
import { type Records as RecordsOf, settle } from '@rapport/kernel/records'
import { mergePatch, type RecordBase } from '@rapport/kernel/schema'
import { type Change, type Ctx, read, together } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { Accounts } from '../accounts/service.ts'
import { contactType, relationModel } from '../contacts/model.ts'
import { patchRelation } from '../contacts/rules.ts'
import type { Relation } from '../contacts/schema.ts'
import { Contacts, planWithRelations } from '../contacts/service.ts'
import { recordTypes } from '../index.ts'
import { completed, isConverted } from '../leads/rules.ts'
import type { Lead } from '../leads/schema.ts'
import { Leads, OwnLeads } from '../leads/service.ts'
import { Opportunities } from '../opportunities/service.ts'
import { conversionModel } from './model.ts'
import { changedSince, UNDO_MS } from './rules.ts'
import type { Blocker, ConversionRow, Filled } from './schema.ts'

/** Rows looked at below a record that would go; one that is foreign is enough. */
const CHILDREN_MAX = 25

/**
 * Takes a conversion back: new records go to the recycle bin, what was filled in is emptied, and the lead is what it was. Within
 * 30 days, and unless something has happened to those records since: throws conflict('lead.undo_blocked') with what it is.
 */
export const undoConversion = (ctx: Ctx, id: string): Promise<Lead> =>
  settle(ctx, async () => {
    const lead = await Leads.get(ctx, id, 'update')
    const row = await read(ctx, conversionModel, { leadId: id })
    if (!isConverted(lead) || !row) throw conflict('lead.not_converted', 'This lead is not converted.')
    if (Date.parse(row.at) + UNDO_MS < ctx.now.getTime())
      throw conflict('lead.undo_too_late', 'A conversion can be undone within 30 days.')
    const records = await recordsOf(ctx, row)
    const blockers = await blockersOf(ctx, lead, row, records)
    if (blockers.length > 0)
      throw conflict('lead.undo_blocked', 'Something has happened to these records since.', { blockers })
    const changes = await Promise.all([...removals(ctx, row, records), ...refills(ctx, row, records)])
    const back = await planBack(ctx, lead, row)
    return together([...changes, back], back.answer)
  })

type Records = ReadonlyMap<string, Item & RecordBase>

const recordsOf = async (ctx: Ctx, { created, filled }: ConversionRow): Promise<Records> =>
  new Map((await itemsOf(ctx, [...created, ...filled.map(({ id }) => id)])).map((item) => [item.id, item]))

/** How records of a kind are taken back. */
interface Undoable {
  mayGo(ctx: Ctx, item: Item): void
  remove(ctx: Ctx, item: Item, options: PlanOptions): Promise<Change<RecordBase>>
  refill(ctx: Ctx, item: Item, before: Filled['before'], options: PlanOptions): Promise<Change<RecordBase>>
}

const undoables: Partial<Record<Kind, Undoable>> = {
  account: undoable(Accounts),
  contact: undoable(Contacts),
  opportunity: undoable(Opportunities),
}

function undoable<T extends RecordBase>({ type, plans }: RecordsOf<T>): Undoable {
  return {
    mayGo: (ctx, item) => mayDo(ctx, type, fromItem(type, item), 'delete'),
    remove(ctx, item, options) {
      const before = fromItem(type, item)
      return plans.derived(
        ctx,
        before,
        { ...before, deletedAt: ctx.now.toISOString() },
        { verb: 'deleted', ...options },
      )
    },
    refill(ctx, item, values, options) {
      const before = fromItem(type, item)
      return plans.derived(ctx, before, mergePatch(before, values), options)
    },
  }
}

function undoableOf(id: string): Undoable {
  const kind = kindOf(id)
  const found = kind && undoables[kind]
  if (!found) throw new Error(`A conversion makes no ${kind ?? 'such thing'}.`)
  return found
}

async function blockersOf(ctx: Ctx, lead: Lead, row: ConversionRow, records: Records): Promise<Blocker[]> {
  const own = new Set([...row.created, ...row.filled.map(({ id }) => id), lead.id])
  const made = row.created.flatMap((id) => records.get(id) ?? []).filter(({ deletedAt }) => !deletedAt)
  for (const record of made) undoableOf(record.id).mayGo(ctx, record)
  const foreign = await Promise.all(
    made.map(async ({ id }) => ({ id, isAbove: await isAboveOthers(ctx, id, own, lead) })),
  )
  return [
    ...made.filter(({ version }) => version > 1).map(({ id }): Blocker => ({ id, reason: 'changed' })),
    ...foreign.filter(({ isAbove }) => isAbove).map(({ id }): Blocker => ({ id, reason: 'has_children' })),
    ...row.filled.flatMap((filled) => blockedBy(filled, records.get(filled.id))),
  ]
}

function blockedBy(filled: Filled, record: RecordBase | undefined): Blocker[] {
  if (!record || record.deletedAt) return [{ id: filled.id, reason: 'gone' }]
  return changedSince(record, filled).map((field) => ({ id: filled.id, reason: 'changed', field }))
}

/** Whether something stands below a new record that did not come with the lead. */
async function isAboveOthers(ctx: Ctx, id: string, own: ReadonlySet<string>, lead: Lead): Promise<boolean> {
  const below = recordTypes.filter((type) => type.parent && isBelow(type, id))
  const lists = await Promise.all([...below.map((type) => childrenOf(ctx, type, id)), relationsTo(ctx, id)])
  return lists.flat().some(({ of, leadId }) => !own.has(of) && leadId !== lead.id)
}

/** Whether records of a kind may stand below this one. */
const isBelow = (type: RecordType, id: string): boolean =>
  referenceFields(type.schema)
    .get(String(type.parent))
    ?.split(' ')
    .includes(String(kindOf(id))) ?? false

interface Child {
  of: string
  leadId?: unknown
}

async function childrenOf(ctx: Ctx, type: RecordType, parent: string): Promise<Child[]> {
  const [from, to] = idBounds(type.kind)
  const range = { newestFirst: true, limit: CHILDREN_MAX }
  const { items } = await ctx.db.table.query(
    type.model.range('parent', { state: 'live', parent }, { id: from }, { id: to }, range),
  )
  return items.map((item) => ({ of: String(item.id), leadId: item.leadId }))
}

/** People who are related to a new account. */
async function relationsTo(ctx: Ctx, accountId: string): Promise<Child[]> {
  if (kindOf(accountId) !== 'account') return []
  const [from, to] = idBounds('relation')
  const range = { newestFirst: true, limit: CHILDREN_MAX }
  const { items } = await ctx.db.table.query(
    relationModel.range('parent', { accountId }, { id: from }, { id: to }, range),
  )
  return items.map(relationModel.parse).map(({ contactId }) => ({ of: contactId }))
}

/** New records into the recycle bin; one that is there already stays there. */
const removals = (ctx: Ctx, { leadId, created }: ConversionRow, records: Records): Promise<Change>[] =>
  created.flatMap((id) => {
    const item = records.get(id)
    return item && !item.deletedAt ? [undoableOf(id).remove(ctx, item, { data: { leadId } })] : []
  })

/** Fields that were filled in, as they were. */
function refills(ctx: Ctx, { leadId, filled, relationId }: ConversionRow, records: Records): Promise<Change>[] {
  const options = { data: { leadId } }
  return filled.flatMap(({ id, before }): Promise<Change>[] => {
    const item = records.get(id)
    if (!item) return []
    if (kindOf(id) !== 'contact' || relationId === undefined) return [undoableOf(id).refill(ctx, item, before, options)]
    const contact = fromItem(contactType, item)
    const end = (rows: readonly Relation[], today: string) => patchRelation(rows, relationId, { endDate: today }, today)
    return [planWithRelations(ctx, contact, mergePatch(contact, before), end, options)]
  })
}

async function planBack(ctx: Ctx, lead: Lead, { leadId, before }: ConversionRow): Promise<Change<Lead>> {
  const { convertedAt: _at, convertedBy: _by, accountId, contactId, opportunityId, ...rest } = lead
  const wished = completed({ ...rest, ...before })
  const change = await OwnLeads.plans.derived(ctx, lead, wished, {
    verb: 'conversion_undone',
    data: { accountId, contactId, ...(opportunityId ? { opportunityId } : {}) },
  })
  return { ...change, writes: [...change.writes, { delete: conversionModel.key({ leadId }) }] }
}

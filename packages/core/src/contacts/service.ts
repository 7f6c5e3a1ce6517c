import type { EventDraft } from '@rapport/kernel/events'
import { idBounds } from '@rapport/kernel/ids'
import { type Page, type PageQuery, pageOf } from '@rapport/kernel/page'
import {
  complete,
  type PlanOptions,
  planDerived,
  planNext,
  planTouch,
  refuseUnknown,
} from '@rapport/kernel/record-plan'
import { getRecord, missing, visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records, settle } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import { type Change, type Ctx, versioned, type Write } from '@rapport/kernel/store'
import { accountType } from '../accounts/model.ts'
import { contactType, relationModel } from './model.ts'
import { addRelation, patchRelation, RELATIONS_MAX, type RelationChange, refuseUnborn, setPrimary } from './rules.ts'
import type { Contact, Relation, RelationCreate, RelationPatch } from './schema.ts'

/** A changed primary account changes the relations with it; the contact's version holds both together. */
export const Contacts = records<Contact>(contactType, async (ctx, { before, next }) => {
  if (next.birthday !== before?.birthday) refuseUnborn(next, ctx.now)
  if (next.accountId === before?.accountId || next.deletedAt) return {}
  const rows = before ? await relationsOf(ctx, next.id) : []
  return relationEffects(
    ctx,
    next,
    rows,
    setPrimary(rows, next.accountId, newRelation(ctx, next.id, { accountId: next.accountId ?? '' }), today(ctx)),
  )
})

/** The companies of a person, ended ones included, oldest first. One query. */
export async function listRelations(ctx: Ctx, contactId: string): Promise<Relation[]> {
  await Contacts.get(ctx, contactId)
  const rows = await relationsOf(ctx, contactId)
  const visible = await visibleItems(
    ctx,
    rows.map((row) => row.accountId),
  )
  return rows.filter((row) => visible.has(row.accountId))
}

export interface RelatedContact {
  relation: Relation
  contact: Contact
}

/** The people of a company with their relation to it, latest first; those the caller may not see are left out. */
export async function listAccountContacts(
  ctx: Ctx,
  accountId: string,
  query: PageQuery & { active?: boolean | undefined },
): Promise<Page<RelatedContact>> {
  await getRecord(ctx, accountType, accountId)
  const page = await pageOf<Relation>(ctx, query, {
    scope: ['account-contacts', accountId],
    newestFirst: true,
    bounds: idBounds('relation'),
    range: (from, to, options) => relationModel.range('parent', { accountId }, { id: from }, { id: to }, options),
    parse: relationModel.parse,
    positionOf: (row) => row.id,
  })
  const visible = await visibleItems(
    ctx,
    page.data.map((row) => row.contactId),
  )
  const data = page.data.flatMap((relation) => {
    const item = visible.get(relation.contactId)
    const isWanted = query.active === undefined || relation.isActive === query.active
    return item && isWanted ? [{ relation, contact: fromItem(contactType, item) }] : []
  })
  return { data, nextCursor: page.nextCursor }
}

export const relate = (ctx: Ctx, contactId: string, input: RelationCreate): Promise<Relation> =>
  settle(ctx, async () => {
    const contact = await Contacts.get(ctx, contactId, 'update')
    await refuseUnknown(ctx, [{ pointer: '/accountId', id: input.accountId }])
    const rows = await relationsOf(ctx, contactId)
    const added = newRelation(ctx, contactId, input)
    return planRelations(ctx, contact, rows, addRelation(rows, added, today(ctx)), added.id)
  })

export const changeRelation = (ctx: Ctx, contactId: string, id: string, patch: RelationPatch): Promise<Relation> =>
  settle(ctx, async () => {
    const contact = await Contacts.get(ctx, contactId, 'update')
    const rows = await relationsOf(ctx, contactId)
    const row = rows.find((one) => one.id === id)
    if (!row) throw missing({ kind: 'relation' })
    if (patch.isPrimary) await refuseUnknown(ctx, [{ pointer: '/isPrimary', id: row.accountId }])
    return planRelations(ctx, contact, rows, patchRelation(rows, id, patch, today(ctx)), id)
  })

/**
 * A contact as wished and its relations as `decide` makes them, in one change: the primary account follows from the relations.
 * For slices that change both at once.
 */
export async function planWithRelations(
  ctx: Ctx,
  before: Contact,
  wished: Contact,
  decide: (rows: readonly Relation[], today: string) => RelationChange,
  options: PlanOptions = {},
): Promise<Change<Contact>> {
  const rows = await relationsOf(ctx, before.id)
  const change = decide(rows, today(ctx))
  const next = mergePatch(wished, { accountId: change.accountId ?? null })
  const planned = await planNext(ctx, contactType, before, await complete(contactType, next), undefined, options)
  const touched = planned.writes.length > 0 ? planned : planTouch(ctx, contactType, before)
  const effects = relationEffects(ctx, touched.answer, rows, change)
  return {
    writes: [...touched.writes, ...effects.writes],
    events: [...touched.events, ...effects.events],
    answer: touched.answer,
  }
}

/** The relations' rows and the contact in one transaction: its version orders every change of them. */
async function planRelations(
  ctx: Ctx,
  contact: Contact,
  rows: readonly Relation[],
  change: RelationChange,
  id: string,
): Promise<Change<Relation>> {
  const unchanged = rows.find((row) => row.id === id)
  if (change.rows.length === 0 && unchanged) return { writes: [], events: [], answer: unchanged }
  const isMoved = change.accountId !== contact.accountId
  const wished = mergePatch(contact, { accountId: change.accountId ?? null })
  // The account that follows one that ended may be in the recycle bin; the relation with it is not.
  const touched = isMoved ? await planDerived(ctx, contactType, contact, wished) : planTouch(ctx, contactType, contact)
  const effects = relationEffects(ctx, touched.answer, rows, change)
  const answer = effects.rows.find((row) => row.id === id) ?? (unchanged as Relation)
  return { writes: [...touched.writes, ...effects.writes], events: [...touched.events, ...effects.events], answer }
}

function relationEffects(
  ctx: Ctx,
  contact: Contact,
  before: readonly Relation[],
  change: RelationChange,
): { rows: Relation[]; writes: Write[]; events: EventDraft[] } {
  const rows = change.rows.map((row) => stamp(ctx, row))
  return {
    rows,
    writes: rows.map((row) => ({
      put: relationModel.item(row),
      condition: versioned(before.find((old) => old.id === row.id)?.version ?? 0),
    })),
    events: rows.map((row) =>
      relationEvent(
        contact,
        before.find((old) => old.id === row.id),
        row,
      ),
    ),
  }
}

function relationEvent(contact: Contact, before: Relation | undefined, after: Relation): EventDraft {
  const verb = before === undefined ? 'created' : before.isActive && !after.isActive ? 'ended' : 'updated'
  return {
    type: `relation.${verb}`,
    subject: { id: contact.id, kind: 'contact' },
    version: contact.version,
    changed: ['relations'],
    ...(before ? { before: { relation: before } } : {}),
    after: { relation: after },
    above: after.accountId,
  }
}

/** The companies of a person, whoever asks. */
export async function relationsOf(ctx: Ctx, contactId: string): Promise<Relation[]> {
  const [from, to] = idBounds('relation')
  const range = relationModel.range(
    'record',
    { contactId },
    { id: from },
    { id: to },
    { newestFirst: false, limit: RELATIONS_MAX },
  )
  const { items } = await ctx.db.table.query({ ...range, ConsistentRead: true })
  return items.map(relationModel.parse)
}

/** A relation that nobody has stored yet. */
export const newRelation = (
  ctx: Ctx,
  contactId: string,
  { isPrimary = false, ...input }: RelationCreate,
): Relation => ({
  ...input,
  id: ctx.ids.next('relation'),
  contactId,
  isPrimary,
  isActive: true,
  version: 0,
  createdAt: ctx.now.toISOString(),
  updatedAt: ctx.now.toISOString(),
})

const stamp = (ctx: Ctx, row: Relation): Relation => ({
  ...row,
  version: row.version + 1,
  updatedAt: ctx.now.toISOString(),
})

const today = (ctx: Ctx): string => ctx.now.toISOString().slice(0, 10)

import { idBounds } from '@rapport/kernel/ids'
import { planDerived } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import { type Change, type Ctx, read } from '@rapport/kernel/store'
import { interactionType } from '../interactions/model.ts'
import { isConverted } from '../leads/rules.ts'
import { findLead } from '../leads/service.ts'
import { noteType } from '../notes/model.ts'
import { conversionModel } from './model.ts'

/** Entries read at once. */
const PAGE = 100

/** What was said about somebody, by kind. */
interface Remark extends RecordBase {
  subjectId: string
  accountId?: string | undefined
  leadId?: string | undefined
}

/**
 * Brings what was said about a lead to where it belongs now: to the contact while the lead is converted, back to the lead when that
 * was undone. Decides on each by what is true at that moment, so it may come twice, late, out of order and die anywhere.
 */
export async function carryOver(ctx: Ctx, leadId: string, contactId: string): Promise<void> {
  const lead = await findLead(ctx, leadId)
  if (!lead) return
  if (!isConverted(lead)) return forAll(ctx, contactId, (one) => (one.leadId === leadId ? toLead(leadId) : undefined))
  const row = await read(ctx, conversionModel, { leadId })
  if (row?.activities !== 'move' || lead.contactId !== contactId) return
  const place = { subjectId: contactId, leadId, ...(lead.accountId ? { accountId: lead.accountId } : {}) }
  await forAll(ctx, leadId, () => place)
}

type Place = Pick<Remark, 'subjectId' | 'accountId' | 'leadId'>

const toLead = (leadId: string): Place => ({ subjectId: leadId, leadId: undefined, accountId: undefined })

async function forAll(ctx: Ctx, subjectId: string, placeOf: (one: Remark) => Place | undefined): Promise<void> {
  await moveAll(ctx, interactionType, subjectId, placeOf)
  await moveAll(ctx, noteType, subjectId, placeOf)
}

async function moveAll<T extends Remark>(
  ctx: Ctx,
  type: RecordType<T>,
  parent: string,
  placeOf: (one: Remark) => Place | undefined,
): Promise<void> {
  const [first, end] = idBounds(type.kind)
  for (let from = first, more = true; more; ) {
    const range = { newestFirst: false, limit: PAGE }
    const page = await ctx.db.table.query(
      type.model.range('parent', { state: 'live', parent }, { id: from }, { id: end }, range),
    )
    for (const item of page.items) await moveOne(ctx, type, String(item.id), parent, placeOf)
    // What was moved leaves the index, what stays is passed by.
    from = `${page.items.at(-1)?.id ?? end}!`
    more = page.more
  }
}

/** Moves one as it is now, if it is still there. A note or an interaction says what it said: only its place changes. */
const moveOne = <T extends Remark>(
  ctx: Ctx,
  type: RecordType<T>,
  id: string,
  from: string,
  placeOf: (one: Remark) => Place | undefined,
): Promise<void> =>
  settle<void>(ctx, async (): Promise<Change<void>> => {
    const [item] = await itemsOf(ctx, [id])
    const one = item && !item.deletedAt ? fromItem(type, item) : undefined
    const place = one?.subjectId === from ? placeOf(one) : undefined
    if (!one || !place) return { writes: [], events: [], answer: undefined }
    const change = await planDerived(ctx, type, one, withPlace(one, place), undefined, { verb: 'moved' })
    return { ...change, answer: undefined }
  })

function withPlace<T extends Remark>(one: T, place: Place): T {
  const { subjectId: _subject, accountId: _account, leadId: _lead, ...rest } = one
  const known = Object.entries(place).filter(([, value]) => value !== undefined)
  // The same record with the fields of its place exchanged.
  return { ...rest, ...Object.fromEntries(known) } as unknown as T
}

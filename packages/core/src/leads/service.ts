import { idBounds } from '@rapport/kernel/ids'
import type { Effects } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records, settle } from '@rapport/kernel/records'
import type { Ctx, Write } from '@rapport/kernel/store'
import { decide, decideAwaited } from './creation.ts'
import { digestOfEmail, emailRows, leadEmailModel, leadType } from './model.ts'
import { alreadyConverted, isConverted, refuseIncomplete, whenDue } from './rules.ts'
import type { Lead } from './schema.ts'

const guarded: Effects<Lead> = async (ctx, change) => {
  if (change.before && isConverted(change.before)) throw alreadyConverted(change.before)
  return leadEffects(ctx, change)
}

/** What people and programs do with leads: one that was converted stays as it is. */
export const Leads = records<Lead>(leadType, guarded, decideAwaited)

/** Leads of a file: whose they are is decided, but nobody waits for an answer. */
export const FiledLeads = records<Lead>(leadType, guarded, decide)

/** What the CRM itself does with leads, converted ones included. */
export const OwnLeads = records<Lead>(leadType, leadEffects, decideAwaited)

async function leadEffects(_ctx: Ctx, { before, next }: Parameters<Effects<Lead>>[1]) {
  if (!next.deletedAt) refuseIncomplete(next)
  return { writes: emailWrites(before, next) }
}

function emailWrites(before: Lead | undefined, next: Lead): Write[] {
  const [had, has] = [before ? emailRows(before) : [], emailRows(next)]
  const lacks = (rows: typeof had) => (row: (typeof had)[number]) => !rows.some(({ digest }) => digest === row.digest)
  return [
    ...had.filter(lacks(has)).map((row) => ({ delete: leadEmailModel.key({ ...row }) })),
    ...has.filter(lacks(had)).map((row) => ({ put: leadEmailModel.item(row) })),
  ]
}

/** Leads with one address that are looked at; more of the same person is a mistake that a merge mends. */
const SAME_EMAIL_MAX = 25

/** Ids of the live leads that have an address, latest first, whoever asks. Consistent; one query. */
export async function leadIdsByEmail(ctx: Pick<Ctx, 'db'>, address: string): Promise<string[]> {
  const [from, to] = idBounds('lead')
  const range = { newestFirst: true, limit: SAME_EMAIL_MAX }
  const query = leadEmailModel.range('record', { digest: digestOfEmail(address) }, { of: from }, { of: to }, range)
  const { items } = await ctx.db.table.query({ ...query, ConsistentRead: true })
  return items.map((item) => leadEmailModel.parse(item).of)
}

/** The lead as it is now, whoever asks; undefined when it is not there or deleted. */
export async function findLead(ctx: Ctx, id: string): Promise<Lead | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(leadType, item) : undefined
}

/** Does what is due: the next touch of a nurtured lead, or telling that nobody has answered. Nothing when not due. */
export const takeDueStep = (ctx: Ctx, id: string): Promise<void> =>
  settle<void>(ctx, async () => {
    const lead = await findLead(ctx, id)
    const step = lead && whenDue(lead, ctx.now)
    if (!step) return { writes: [], events: [], answer: undefined }
    const change = await OwnLeads.plans.derived(ctx, lead, step.next, {
      verb: step.verb,
      ...(step.data ? { data: step.data } : {}),
    })
    return { ...change, answer: undefined }
  })

import { takeNumbers } from '@rapport/kernel/numbers'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Body } from '@rapport/kernel/records'
import { type Change, type Ctx, holderOf } from '@rapport/kernel/store'
import { accountType } from '../accounts/model.ts'
import type { Account } from '../accounts/schema.ts'
import { contactType } from '../contacts/model.ts'
import type { Contact } from '../contacts/schema.ts'
import type { Queue } from '../queues/schema.ts'
import { asciiDomain, foldEmail } from '../shared/rules.ts'
import { enqueued, NOBODY_ID, numberOf } from './rules.ts'
import type { Case } from './schema.ts'
import { Cases, onBehalf, opening } from './service.ts'

/** Cases that nobody signed in for: they come by mail and by forms. */

/** The plan of a case that belongs to nobody until somebody takes it, in a queue if there is one. */
export async function planIntake(
  ctx: Ctx,
  said: Body,
  queue: Queue | undefined,
  data?: Record<string, unknown>,
): Promise<Change<Case>> {
  const opened = await opening(ctx, said)
  const number = numberOf(await takeNumbers(ctx, 'case'))
  const placed = queue ? enqueued(opened as unknown as Case, queue, ctx.now) : opened
  return Cases.plans.create(onBehalf(ctx), { ...placed, number }, { known: [NOBODY_ID], ...(data ? { data } : {}) })
}

/** The live contact who has this address. */
export async function contactWith(ctx: Ctx, email: string): Promise<Contact | undefined> {
  const item = await holder(ctx, 'contact.email', foldEmail(email))
  return item && fromItem(contactType, item)
}

/** The live account whose domain this address is of. */
export async function accountWith(ctx: Ctx, email: string): Promise<Account | undefined> {
  const item = await holder(ctx, 'account.domain', asciiDomain(email.slice(email.lastIndexOf('@') + 1)))
  return item && fromItem(accountType, item)
}

async function holder(ctx: Ctx, scope: string, value: string) {
  const id = await holderOf(ctx, { scope, value })
  const [item] = id ? await itemsOf(ctx, [id]) : []
  return item && !item.deletedAt ? item : undefined
}

/**
 * A case of a customer is seen by whoever sees the customer. It belongs to nobody until somebody takes it, but for a customer whom
 * only one person sees: nobody else could take it.
 */
export const ownedLike = ({ ownerId, teamId, visibility }: Contact | Account): Body => ({
  ownerId: visibility === 'owner' ? ownerId : NOBODY_ID,
  ...(teamId ? { teamId } : {}),
  visibility,
})

import { visibleItems } from '@rapport/kernel/record-read'
import type { Ctx } from '@rapport/kernel/store'

/** What belongs to an account and names it in `accountId`. */
const OF_ACCOUNTS = /^(?:con|opp|quo|ord|cas)_/

/** The account in whose timeline things about a subject appear: itself, or the account that the subject belongs to. */
export async function accountOf(ctx: Ctx, subjectId: string): Promise<string | undefined> {
  if (!OF_ACCOUNTS.test(subjectId)) return undefined
  const accountId = (await visibleItems(ctx, [subjectId])).get(subjectId)?.accountId
  return typeof accountId === 'string' ? accountId : undefined
}

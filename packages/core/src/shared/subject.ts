import { visibleItems } from '@rapport/kernel/record-read'
import type { Ctx } from '@rapport/kernel/store'

/** The account in whose timeline things about a subject appear: itself, or a contact's primary account. */
export async function accountOf(ctx: Ctx, subjectId: string): Promise<string | undefined> {
  if (!subjectId.startsWith('con_')) return undefined
  const accountId = (await visibleItems(ctx, [subjectId])).get(subjectId)?.accountId
  return typeof accountId === 'string' ? accountId : undefined
}

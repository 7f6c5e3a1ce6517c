import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { sealLink } from '@rapport/kernel/link'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import type { Case } from '../cases/schema.ts'
import { contactType } from '../contacts/model.ts'
import { foldEmail } from '../shared/rules.ts'
import { LINK_DAYS } from './rules.ts'

export const PURPOSE = 'customer.cases'

/**
 * A token for whoever reads the mail of an address. It shows all cases of the contact only when the address is that contact's own:
 * a colleague who asked in somebody's name sees the one case.
 */
export async function customerToken(ctx: Ctx, { id, contactId }: Case, to: string): Promise<string> {
  const [item] = contactId === undefined ? [] : await itemsOf(ctx, [contactId])
  const contact = item && !item.deletedAt ? fromItem(contactType, item) : undefined
  const owns = contact?.emails?.some(({ value, invalid }) => !invalid && foldEmail(value) === foldEmail(to))
  const subject = contact && owns ? contact.id : id
  return sealLink(ctx, { purpose: PURPOSE, subject, expiresAtS: epochS(later(ctx.now, LINK_DAYS * DAY_MS)) })
}

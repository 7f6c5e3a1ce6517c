import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { accountType } from '../accounts/model.ts'
import { contactType } from '../contacts/model.ts'
import type { Customer, Quote } from './quote-schema.ts'

/** Whom an offer is for, as it stands in the CRM now, whoever asks: the offer itself says it to the customer anyway. */
export async function customerOf(
  ctx: Pick<Ctx, 'db'>,
  { accountId, contactId }: Pick<Quote, 'accountId' | 'contactId'>,
): Promise<Customer> {
  const items = await itemsOf(
    ctx,
    [accountId, contactId].filter((id) => id !== undefined),
  )
  const of = (id: string | undefined) => items.find((item) => item.id === id && !item.deletedAt)
  const [accountItem, contactItem] = [of(accountId), of(contactId)]
  const account = accountItem && fromItem(accountType, accountItem)
  const contact = contactItem && fromItem(contactType, contactItem)
  const address = account?.addresses?.find(({ type }) => type === 'billing') ?? account?.addresses?.[0]
  const contactName = [contact?.salutation, contact?.firstName, contact?.middleName, contact?.lastName]
    .filter((part) => part !== undefined)
    .join(' ')
  const entry = contact?.emails?.find(({ primary }) => primary) ?? contact?.emails?.[0]
  return {
    ...(account ? { name: account.name } : {}),
    ...(address ? { address } : {}),
    ...(contactName === '' ? {} : { contactName }),
    ...(entry && !entry.optOut && !entry.invalid ? { email: entry.value } : {}),
  }
}

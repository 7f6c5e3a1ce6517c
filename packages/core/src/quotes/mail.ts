import { plainLetter } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'
import type { Company } from '../organisation/schema.ts'
import { titleOf } from './lifecycle-rules.ts'
import type { Quote } from './quote-schema.ts'

export interface OfferLetter {
  to: string
  quote: Pick<Quote, 'number' | 'revision' | 'name' | 'expiresOn'>
  seller?: Company | undefined
  message?: string | undefined
  link: string
  /** Whose offer it is, for answers in words. */
  replyTo?: string | undefined
}

/** An offer and where to answer it. */
export function offerLetter({ to, quote, seller, message, link, replyTo }: OfferLetter): Letter {
  const from = seller === undefined ? '' : ` from ${seller.name}`
  const letter = plainLetter({
    to,
    subject: `Offer ${titleOf(quote)}${from}`,
    paragraphs: [
      message ?? '',
      `Here is our offer ${titleOf(quote)}, ${quote.name}. It is good through ${quote.expiresOn}.`,
      'The link leads to a page that shows it, where you can accept or decline it:',
    ],
    link,
  })
  return replyTo === undefined ? letter : { ...letter, headers: { 'Reply-To': replyTo } }
}

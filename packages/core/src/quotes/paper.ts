import { later } from '@rapport/kernel/clock'
import { DOWNLOAD_S_MAX, fileKey } from '@rapport/kernel/files'
import type { RenderPaper } from '@rapport/kernel/paper'
import type { Ctx } from '@rapport/kernel/store'
import type { Link } from '../imports/schema.ts'
import { titleOf } from './lifecycle-rules.ts'
import { offerPaper } from './paper-rules.ts'
import { findQuote } from './roster.ts'
import { documentOf, Quotes } from './service.ts'

const keyOf = (quoteId: string): string => fileKey('quotes', quoteId, 'offer.pdf')

/** Makes the PDF of an offer and keeps it. Again, it makes the same file: what it shows does not change any more. */
export async function makePdf(ctx: Ctx, render: RenderPaper, id: string): Promise<void> {
  const quote = await findQuote(ctx, id)
  const document = await documentOf(ctx, id)
  if (quote?.presentedAt === undefined || !document) return
  const { lines, seller, customer } = document
  await ctx.db.files.put(keyOf(id), await render(offerPaper({ quote, lines, seller, customer })), 'application/pdf')
}

/** A link to the PDF of an offer, once there is one: soon after the offer was presented. */
export async function linkToPdf(ctx: Ctx, id: string): Promise<{ isMade: boolean; link?: Link }> {
  const quote = await Quotes.get(ctx, id)
  if (quote.presentedAt === undefined || !(await ctx.db.files.head(keyOf(id)))) return { isMade: false }
  const fileName = `${titleOf(quote)}.pdf`
  const url = await ctx.db.files.presignGet(keyOf(id), { fileName, expiresS: DOWNLOAD_S_MAX })
  return { isMade: true, link: { url, method: 'GET', expiresAt: later(ctx.now, DOWNLOAD_S_MAX * 1_000).toISOString() } }
}

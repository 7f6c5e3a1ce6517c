import { makePdf } from '@rapport/core/quotes/paper'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'
import { renderPdf } from '@rapport/lambda/pdf'

/** Makes the PDF of an offer that was presented. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'make-quote-pdf', (ctx, { subject }) => makePdf(ctx, renderPdf, subject.id))

export const handler = entry(create)

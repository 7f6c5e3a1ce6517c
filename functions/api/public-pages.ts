import { escapeHtml } from '@rapport/core/mail/rules'
import { page as pageOf } from '@rapport/core/shared/page'
import { LINK_TOKEN_MAX } from '@rapport/kernel/link'
import type { Refusal } from '@rapport/lambda/route'
import * as z from 'zod'

/** The address of a page behind a signed link. */
export const linkParams = z.strictObject({
  link: z
    .string()
    .max(LINK_TOKEN_MAX)
    .regex(/^[\w.-]+$/),
})

/** How a route answers with a page. */
export const page = {
  status: 200,
  schema: z
    .string()
    .max(10_000)
    .regex(/^<!doctype html>/),
  contentType: 'text/html',
} as const
export const html = (_ctx: unknown, body: string) => ({ body, contentType: 'text/html' })

const headings: Record<number, string> = {
  400: 'Something is missing',
  404: 'There is nothing here',
  409: 'This cannot be done any more',
  410: 'Too late',
  429: 'Too many requests',
}

/** What a person at a page is told who cannot have what was asked for. */
export function refusal({ status, detail, requestId }: Refusal): string {
  const told = status === 400 ? 'Please go back and fill in the form again.' : detail
  return pageOf(
    headings[status] ?? 'Something went wrong',
    `<p>${escapeHtml(told)}</p><p>Reference: ${escapeHtml(requestId)}</p>`,
  )
}

import { LINK_TOKEN_MAX } from '@rapport/kernel/link'
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

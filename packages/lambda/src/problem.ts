import { CrmError, type Issue } from '@rapport/kernel/errors'
import { statusByKind } from '@rapport/kernel/records'
import * as z from 'zod'

/** RFC 9457. https://www.rfc-editor.org/rfc/rfc9457 */
export const Problem = z
  .strictObject({
    type: z.string().max(200),
    title: z.string().max(200),
    status: z.int().min(400).max(599),
    detail: z.string().max(2000),
    code: z
      .string()
      .max(100)
      .meta({ description: 'Stable, for programs.', examples: ['contact.email_taken'] }),
    requestId: z.string().max(100),
    errors: z
      .array(z.strictObject({ pointer: z.string().max(500), code: z.string().max(100), message: z.string().max(1000) }))
      .max(100),
  })
  .loose()
  .meta({ id: 'Problem', description: 'What went wrong and what to change (RFC 9457).' })

export interface HttpReply {
  statusCode: number
  headers: Record<string, string>
  body?: string
}

const titles: Record<number, string> = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'The record has changed',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'The request cannot be carried out',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Busy',
}

/** The problem document for an error. An error that is not ours says nothing but the request id. */
export function problemReply(error: unknown, requestId: string): HttpReply {
  if (!(error instanceof CrmError)) {
    return problem(
      500,
      'internal.error',
      'Something went wrong on our side. Quote the request id when you report it.',
      requestId,
    )
  }
  const status = typeof error.members.status === 'number' ? error.members.status : statusByKind[error.kind]
  const { status: _, retryAfterS, ...members } = error.members
  const reply = problem(status, error.code, error.message, requestId, error.issues, members)
  if (typeof retryAfterS === 'number') reply.headers['retry-after'] = String(retryAfterS)
  if (status === 401) reply.headers['www-authenticate'] = 'Bearer'
  return reply
}

function problem(
  status: number,
  code: string,
  detail: string,
  requestId: string,
  errors: readonly Issue[] = [],
  members = {},
): HttpReply {
  const body = {
    type: `urn:rapport:problem:${code}`,
    title: titles[status] ?? 'Error',
    status,
    detail,
    code,
    requestId,
    errors,
    ...members,
  }
  return { statusCode: status, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(body) }
}

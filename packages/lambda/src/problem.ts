import { CrmError, type Issue, statusByKind } from '@rapport/kernel/errors'
import * as z from 'zod'

/** `noun.state`, stable, for programs. */
export const problemCode = z
  .string()
  .max(100)
  .regex(/^[\w.-]+$/)
  .meta({ description: 'Stable, for programs.', examples: ['contact.email_taken'] })

/** For a person. */
export const sentence = z
  .string()
  .max(2000)
  .regex(/^\P{Cc}*$/u)

/** RFC 9457. https://www.rfc-editor.org/rfc/rfc9457 */
export const Problem = z
  .strictObject({
    type: z
      .string()
      .max(200)
      .regex(/^urn:rapport:problem:/),
    title: sentence,
    status: z.int().min(400).max(599),
    detail: sentence,
    code: problemCode,
    requestId: z
      .string()
      .max(100)
      .regex(/^[!-~]+$/),
    errors: z
      .array(
        z.strictObject({
          pointer: z
            .string()
            .max(500)
            .regex(/^\P{Cc}*$/u)
            .meta({ description: 'JSON pointer into the body, or /query/… or /headers/….' }),
          code: problemCode,
          message: sentence,
        }),
      )
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
  410: 'Too late',
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

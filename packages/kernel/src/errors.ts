/** One thing that is wrong in a request: where (JSON pointer), which stable code, and a sentence for a person. */
export interface Issue {
  pointer: string
  code: string
  message: string
}

export type ErrorKind =
  | 'invalid'
  | 'unprocessable'
  | 'notFound'
  | 'conflict'
  | 'stale'
  | 'forbidden'
  | 'unauthenticated'
  | 'throttled'
  | 'unavailable'

export interface ErrorDetail {
  issues?: readonly Issue[]
  /** Extra members of the problem document, such as `currentVersion` or `retryAfterS`. Never personal data. */
  members?: Readonly<Record<string, unknown>>
}

/**
 * The only error a rule or a service throws on purpose. `code` is `noun.state`, stable, part of the API; `message` is for a
 * person. Anything else that is thrown is a bug and is answered with a bare 500.
 */
export class CrmError extends Error {
  override readonly name = 'CrmError'
  readonly kind: ErrorKind
  readonly code: string
  readonly issues: readonly Issue[]
  readonly members: Readonly<Record<string, unknown>>

  constructor(kind: ErrorKind, code: string, message: string, detail: ErrorDetail = {}) {
    super(message)
    this.kind = kind
    this.code = code
    this.issues = detail.issues ?? []
    this.members = detail.members ?? {}
  }
}

/** The request has the wrong shape (400). */
export const invalid = (code: string, message: string, issues: readonly Issue[] = []): CrmError =>
  new CrmError('invalid', code, message, { issues })

/** The shape is right, the meaning is not (422): a reference to nothing, a rule that is not met. */
export const unprocessable = (code: string, message: string, issues: readonly Issue[] = []): CrmError =>
  new CrmError('unprocessable', code, message, { issues })

/** Absent, or invisible to the caller: the two must not differ (404). */
export const notFound = (code: string, message: string): CrmError => new CrmError('notFound', code, message)

/** The state of the record does not allow it (409). */
export const conflict = (code: string, message: string, members: Readonly<Record<string, unknown>> = {}): CrmError =>
  new CrmError('conflict', code, message, { members })

/** The time for this is over (410). */
export const gone = (code: string, message: string): CrmError =>
  new CrmError('conflict', code, message, { members: { status: 410 } })

/** The caller may see the thing but not do this to it (403). */
export const forbidden = (code: string, message: string): CrmError => new CrmError('forbidden', code, message)

/** The version the caller named is not the current one (412). */
export const stale = (currentVersion: number): CrmError =>
  new CrmError('stale', 'record.stale', 'The record has changed since the version you read.', {
    members: { currentVersion },
  })

/** HTTP status per kind of error, shared by single and batch answers. */
export const statusByKind = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  stale: 412,
  unprocessable: 422,
  throttled: 429,
  unavailable: 503,
} as const

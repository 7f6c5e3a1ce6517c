import type * as z from 'zod'
import type { Issue } from './errors.ts'

/** Things told to be wrong at once, and how much of each: a request must not decide how long its answer gets. */
const ISSUES_MAX = 20
const POINTER_MAX = 500
const MESSAGE_MAX = 1000

/** zod's issues as pointers into the body, one for each unknown property. */
export const issuesOf = (error: z.ZodError, base = ''): Issue[] =>
  error.issues.flatMap((issue) => explained(issue, base)).slice(0, ISSUES_MAX)

function explained(issue: z.core.$ZodIssue, base: string): Issue[] {
  if (issue.code !== 'unrecognized_keys') {
    return [
      {
        pointer: pointerTo(base, issue.path),
        code: `field.${issue.code}`,
        message: issue.message.slice(0, MESSAGE_MAX),
      },
    ]
  }
  return issue.keys.slice(0, ISSUES_MAX).map((key) => ({
    pointer: pointerTo(base, [...issue.path, key]),
    code: 'field.unknown',
    message: 'is not known here',
  }))
}

/** JSON pointer (RFC 6901). A name may hold anything, so what cannot be printed is replaced. */
export const pointerTo = (base: string, path: readonly PropertyKey[]): string =>
  [base, ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))]
    .join('/')
    .replaceAll(/\p{Cc}/gu, '�')
    .slice(0, POINTER_MAX)

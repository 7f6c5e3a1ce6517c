import type { Finding } from './finding.ts'
import type { Snapshot } from './snapshot.ts'

/** Kept answers go away by themselves: they hold what a caller was told, and nobody may need that for longer. */
export const checkAnswers = ({ rows }: Snapshot): Finding[] =>
  rows.answer
    .filter(({ value }) => !Number.isInteger(value.expiresAtS))
    .map(({ value }) => ({ code: 'answer.no_expiry', ids: [value.digest], message: 'A kept answer never expires.' }))

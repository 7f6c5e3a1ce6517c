import type { Finding } from './finding.ts'
import type { Snapshot } from './snapshot.ts'

/** What is only kept against repetitions goes away by itself: it says what people were told, and nobody needs that for long. */
export const checkExpiry = ({ rows }: Snapshot): Finding[] =>
  [...rows.answer, ...rows['mail-report']]
    .filter(({ value }) => !Number.isInteger(value.expiresAtS))
    .map(({ key }) => ({
      code: 'row.no_expiry',
      ids: [key.pk],
      message: 'A row that is kept for some days never expires.',
    }))

import { DAY_MS, epochS } from './clock.ts'
import { kindOf } from './ids.ts'
import { defineItem } from './model.ts'
import type { RecordBase, Share } from './schema.ts'
import type { Write } from './store.ts'

/**
 * A pointer to a shared record. It stands in the same partition of the owner and team indexes as the records of the one it is
 * shared with, so a list finds both with one query.
 */
export interface SharePointer {
  of: string
  kind: string
  to: string
  userId?: string
  teamId?: string
  expiresAtS?: number
}

export const shareModel = defineItem<SharePointer>({
  name: 'share',
  attributes: ['of', 'kind', 'to', 'userId', 'teamId', 'expiresAtS'],
  record: { partition: '${of}', sort: 'share#${to}' },
  indexes: {
    owner: { partition: '${kind}#live#${userId}', sort: '${of}' },
    team: { partition: '${kind}#live#${teamId}', sort: '${of}' },
  },
})

/** The pointers that follow from the shares of a record. A deleted record has none. The record itself says what is granted. */
export function shareWrites(kind: string, before: RecordBase | undefined, next: RecordBase): Write[] {
  const had = before && !before.deletedAt ? (before.shares ?? []) : []
  const has = next.deletedAt ? [] : (next.shares ?? [])
  const same = (a: Share, b: Share) => a.to === b.to && a.until === b.until
  return [
    ...had
      .filter((old) => !has.some((share) => share.to === old.to))
      .map((old) => ({ delete: shareModel.key({ of: next.id, to: old.to }) })),
    ...has
      .filter((share) => !had.some((old) => same(old, share)))
      .map((share) => ({ put: shareModel.item(pointer(kind, next.id, share)) })),
  ]
}

/** A pointer outlives its share by a day: the record decides to the second, the table forgets when it gets to it. */
const pointer = (kind: string, of: string, share: Share): SharePointer => ({
  of,
  kind,
  to: share.to,
  ...(kindOf(share.to) === 'user' ? { userId: share.to } : { teamId: share.to }),
  ...(share.until ? { expiresAtS: epochS(new Date(Date.parse(share.until) + DAY_MS)) } : {}),
})

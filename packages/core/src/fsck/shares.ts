import { epochS } from '@rapport/kernel/clock'
import { shareModel, shareWrites } from '@rapport/kernel/share'
import type { Finding } from './finding.ts'
import { same } from './same.ts'
import type { Snapshot } from './snapshot.ts'

/** Every share of a live record has its pointer in the lists, and every pointer its share. */
export function checkShares({ records, rows }: Snapshot, now: Date): Finding[] {
  const pointers = new Map(rows.share.map(({ value }) => [nameOf(value), value]))
  const wanted = [...records.values()].flatMap(({ type, record }) =>
    shareWrites(type.kind, undefined, record).flatMap((write) => ('put' in write ? [write.put] : [])),
  )
  const expected = new Map(wanted.map(shareModel.parse).map((pointer) => [nameOf(pointer), pointer]))
  return [
    ...[...expected].flatMap(([name, pointer]) => {
      const found = pointers.get(name)
      const ids = [pointer.of, pointer.to]
      const isForgotten = pointer.expiresAtS !== undefined && pointer.expiresAtS <= epochS(now)
      if (!found)
        return isForgotten
          ? []
          : [{ code: 'share.missing', ids, message: 'A share has no pointer, so no list shows it.' }]
      return same(found, pointer)
        ? []
        : [{ code: 'share.wrong', ids, message: 'A pointer says something else than its share.' }]
    }),
    ...rows.share.flatMap(({ key, value: { of, to } }) => {
      if (expected.has(nameOf({ of, to }))) return []
      const seenVersion = records.get(of)?.record.version
      const message = 'A pointer leads to a record that is not shared with this user or team.'
      return [{ code: 'share.orphan', ids: [of, to], message, repair: { remove: key, of, seenVersion } }]
    }),
  ]
}

const nameOf = ({ of, to }: { of: string; to: string }): string => `${of} ${to}`

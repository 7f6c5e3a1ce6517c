import { hash, type UniqueValue } from '@rapport/kernel/store'
import type { Finding } from './finding.ts'
import { grouped } from './same.ts'
import type { Snapshot } from './snapshot.ts'

/** Every unique value of a live record has its guard, every guard its record, and no value two of them. */
export function checkGuards({ records, rows }: Snapshot): Finding[] {
  const claims = [...records.values()].flatMap(({ type, record }) =>
    record.deletedAt ? [] : distinct(type.unique?.(record) ?? []).map((value) => ({ value, id: record.id })),
  )
  const claimsOf = grouped(claims, ({ value }) => nameOf(value.scope, hash(value.value)))
  const guardOf = new Map(rows.guard.map(({ value }) => [nameOf(value.scope, value.digest), value.of]))
  return [
    ...[...claimsOf].flatMap(([name, claimants]) => {
      const ids = claimants.map(({ id }) => id)
      const scope = claimants[0]?.value.scope
      const holder = guardOf.get(name)
      return [
        ...(ids.length > 1 ? [{ code: 'unique.twice', ids, message: `Two live records have the same ${scope}.` }] : []),
        ...(holder === undefined
          ? [{ code: 'guard.missing', ids, message: `No guard keeps the ${scope} of this record.` }]
          : []),
        ...(holder !== undefined && !ids.includes(holder)
          ? [
              {
                code: 'guard.wrong_holder',
                ids: [...ids, holder],
                message: `The guard of this ${scope} names another record.`,
              },
            ]
          : []),
      ]
    }),
    ...rows.guard.flatMap(({ key, value: { scope, digest, of } }) => {
      if (claimsOf.get(nameOf(scope, digest))?.some(({ id }) => id === of)) return []
      const seenVersion = records.get(of)?.record.version
      const message = `The guard keeps a ${scope} that its record does not have.`
      return [{ code: 'guard.orphan', ids: [of], message, repair: { remove: key, of, seenVersion } }]
    }),
  ]
}

const nameOf = (scope: string, digest: string): string => `${scope} ${digest}`

const distinct = (values: readonly UniqueValue[]): UniqueValue[] => [
  ...new Map(values.map((value) => [nameOf(value.scope, value.value), value])).values(),
]

import type { Contact, Relation } from '../contacts/schema.ts'
import type { Finding } from './finding.ts'
import { grouped, same } from './same.ts'
import { isPurged, type Snapshot } from './snapshot.ts'

/**
 * Of the active relations of a contact exactly one is primary, it names the contact's account, no account is named twice, and
 * the last event of a relation tells it as it is.
 */
export function checkRelations(snapshot: Snapshot, now: Date): Finding[] {
  const rowsOf = grouped(snapshot.rows.relation, ({ value }) => value.contactId)
  const contacts = [...snapshot.records.values()].filter(({ type }) => type.kind === 'contact')
  return [
    ...contacts.flatMap(({ record }) => {
      const relations = (rowsOf.get(record.id) ?? []).map(({ value }) => value)
      return [
        ...checkContact(record as Contact, relations),
        ...relations.flatMap((row) => checkEnd(row, now)),
        ...checkTold(snapshot, record.id, relations),
      ]
    }),
    ...[...rowsOf].flatMap(([of, rows]) => {
      if (snapshot.records.has(of)) return []
      const code = isPurged(snapshot, of) ? 'relation.leftover' : 'relation.orphan'
      const message = 'A relation belongs to a contact that is not there.'
      return rows.map(({ key, value }) => ({
        code,
        ids: [of, value.id],
        message,
        repair: { remove: key, of, seenVersion: undefined },
      }))
    }),
  ]
}

function checkContact(contact: Contact, relations: readonly Relation[]): Finding[] {
  const active = relations.filter((row) => row.isActive)
  const primary = relations.filter((row) => row.isPrimary)
  const accounts = active.map((row) => row.accountId)
  const ids = [contact.id]
  return [
    ...(active.length > 0 && primary.length !== 1
      ? [
          {
            code: 'relation.not_one_primary',
            ids,
            message: `${primary.length} of ${active.length} active relations are primary.`,
          },
        ]
      : []),
    ...(primary.some((row) => !row.isActive)
      ? [{ code: 'relation.ended_primary', ids, message: 'An ended relation is primary.' }]
      : []),
    ...(contact.accountId === primary[0]?.accountId
      ? []
      : [
          {
            code: 'relation.other_account',
            ids,
            message: `The contact's account is ${contact.accountId ?? 'none'}, its primary relation's ${primary[0]?.accountId ?? 'none'}.`,
          },
        ]),
    ...(new Set(accounts).size === accounts.length
      ? []
      : [{ code: 'relation.twice', ids, message: 'Two active relations name the same account.' }]),
  ]
}

function checkEnd({ id, contactId, isActive, startDate, endDate }: Relation, now: Date): Finding[] {
  const ids = [contactId, id]
  const today = now.toISOString().slice(0, 10)
  const isEnded = endDate !== undefined && endDate <= today
  return [
    ...(isActive || isEnded
      ? []
      : [{ code: 'relation.ended_early', ids, message: 'An inactive relation has not reached its end.' }]),
    ...(startDate !== undefined && endDate !== undefined && endDate < startDate
      ? [{ code: 'relation.dates', ids, message: 'A relation ends before it starts.' }]
      : []),
  ]
}

function checkTold({ events }: Snapshot, contactId: string, relations: readonly Relation[]): Finding[] {
  const told = (events.get(contactId) ?? []).flatMap((event) =>
    event.after?.relation ? [event.after.relation as Relation] : [],
  )
  const versionsOf = grouped(told, (row) => row.id)
  return relations.flatMap((row) => {
    const versions = versionsOf.get(row.id) ?? []
    const isWhole =
      versions.length === row.version &&
      same(
        versions.find((one) => one.version === row.version),
        row,
      )
    return isWhole
      ? []
      : [
          {
            code: 'relation.untold',
            ids: [contactId, row.id],
            message: `Of ${row.version} versions of a relation ${versions.length} were told, or the last otherwise.`,
          },
        ]
  })
}

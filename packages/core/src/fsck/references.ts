import { idBounds, kindOf } from '@rapport/kernel/ids'
import { referenceFields } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Interaction } from '../interactions/schema.ts'
import type { Opportunity } from '../opportunities/schema.ts'
import type { User } from '../users/schema.ts'
import type { Finding } from './finding.ts'
import { isPurged, type RecordRow, type Snapshot } from './snapshot.ts'

/** What records refer to is or was there, trees are trees, and a correction and what it corrects name each other. */
export function checkReferences(snapshot: Snapshot): Finding[] {
  const rows = [...snapshot.records.values()]
  const relations = snapshot.rows.relation.map(({ value }) => ({
    id: value.contactId,
    field: 'relations',
    to: value.accountId,
  }))
  return [
    ...[...rows.flatMap(referencesOf), ...relations].flatMap(({ id, field, to }) =>
      snapshot.records.has(to) || to === NOBODY_ID || isPurged(snapshot, to)
        ? []
        : [{ code: 'reference.missing', ids: [id, to], message: `${field} names something that never was.` }],
    ),
    ...checkTrees(rows),
    ...checkCorrections(rows),
  ]
}

/** Owner of what the CRM made by itself. */
const [NOBODY_ID] = idBounds('user')

function referencesOf({ type, record }: RecordRow): { id: string; field: string; to: string }[] {
  const single = [...referenceFields(type.schema).keys()].map((field) => [field, record[field as keyof RecordBase]])
  const many = [
    ...(record.shares ?? []).map(({ to }) => ['shares', to]),
    ...((record as Partial<Opportunity>).contactRoles ?? []).map(({ contactId }) => ['contactRoles', contactId]),
    ...((record as Partial<Opportunity>).splits ?? []).map(({ userId }) => ['splits', userId]),
    ...((record as Partial<User>).teamIds ?? []).map((to) => ['teamIds', to]),
  ]
  return [...single, ...many].flatMap(([field, to]) =>
    typeof to === 'string' ? [{ id: record.id, field: String(field), to }] : [],
  )
}

function checkTrees(rows: readonly RecordRow[]): Finding[] {
  const above = new Map<string, string>()
  for (const { type, record } of rows) {
    const parent = type.parent && record[type.parent]
    if (typeof parent === 'string' && kindOf(parent) === type.kind) above.set(record.id, parent)
  }
  const settled = new Set<string>()
  return [...above.keys()].flatMap((start) => {
    const path: string[] = []
    for (let id: string | undefined = start; id !== undefined && !settled.has(id); id = above.get(id)) {
      if (path.includes(id))
        return [
          {
            code: 'tree.cycle',
            ids: path.slice(path.indexOf(id)),
            message: 'Records stand above each other in a circle.',
          },
        ]
      path.push(id)
    }
    for (const id of path) settled.add(id)
    return []
  })
}

function checkCorrections(rows: readonly RecordRow[]): Finding[] {
  const interactions = new Map(
    rows.flatMap(({ type, record }) => (type.kind === 'interaction' ? [[record.id, record as Interaction]] : [])),
  )
  return [...interactions.values()].flatMap(({ id, correctsId, correctedById }) => {
    const corrected = interactions.get(correctsId ?? '')
    const correction = interactions.get(correctedById ?? '')
    const isMirrored = (!corrected || corrected.correctedById === id) && (!correction || correction.correctsId === id)
    if (isMirrored) return []
    return [
      {
        code: 'interaction.one_sided',
        ids: [id],
        message: 'A correction and what it corrects do not name each other.',
      },
    ]
  })
}

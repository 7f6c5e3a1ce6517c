import { orderOf } from '../notes/model.ts'
import type { Note } from '../notes/schema.ts'
import type { Finding } from './finding.ts'
import { grouped } from './same.ts'
import { isPurged, type Snapshot } from './snapshot.ts'

/** A note says what the latest of its versions says, and has had a first one. */
export function checkNotes(snapshot: Snapshot): Finding[] {
  const rowsOf = grouped(snapshot.rows['note-version'], ({ value }) => value.noteId)
  const notes = [...snapshot.records.values()].filter(({ type }) => type.kind === 'note')
  return [
    ...notes.flatMap(({ record }) => {
      const { id, body, title, version } = record as Note
      const versions = (rowsOf.get(id) ?? []).map(({ value }) => value).sort((a, b) => a.version - b.version)
      const [first] = versions
      const last = versions.at(-1)
      const isRight = first?.version === 1 && last?.body === body && last.title === title && last.version <= version
      const isOrdered = versions.every((row) => row.order === orderOf(row.version))
      return isRight && isOrdered
        ? []
        : [{ code: 'note.versions', ids: [id], message: 'The versions of a note do not lead to what it says.' }]
    }),
    ...[...rowsOf].flatMap(([of, rows]) => {
      if (snapshot.records.has(of)) return []
      const code = isPurged(snapshot, of) ? 'note.leftover' : 'note.orphan'
      const message = 'A version of a note is there without the note.'
      return rows.map(({ key }) => ({
        code,
        ids: [of],
        message,
        repair: { remove: key, of, seenVersion: undefined },
      }))
    }),
  ]
}

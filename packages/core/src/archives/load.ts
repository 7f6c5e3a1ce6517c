import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { eventModel, type StoredEvent } from '@rapport/kernel/events'
import { kindOf } from '@rapport/kernel/ids'
import { counterModel } from '@rapport/kernel/numbers'
import { BIN_DAYS } from '@rapport/kernel/record-read'
import { type RecordType, toItem } from '@rapport/kernel/record-type'
import { guardWrites } from '@rapport/kernel/record-unique'
import type { RecordBase } from '@rapport/kernel/schema'
import { shareWrites } from '@rapport/kernel/share'
import { type Change, type Ctx, commit, shardOf, VersionConflict, type Write } from '@rapport/kernel/store'
import { type Item, TRANSACTION_WRITES_MAX } from '@rapport/kernel/table'
import * as z from 'zod'
import { ARCHIVE_VERSION, archivedTypes, hasRecords } from '../exports/archive.ts'
import { recordTypes } from '../index.ts'
import { projectRollups } from '../rollups/service.ts'
import { project } from '../search/service.ts'
import { inLanes } from '../shared/lanes.ts'
import { userType } from '../users/model.ts'
import { Users } from '../users/service.ts'
import { rowsElsewhere } from './rows.ts'

/** Fills an empty CRM from an archive: the same records with the same ids, owners, times, versions and history. */

const Head = z.object({ archive: z.literal('rapport'), version: z.int().min(1).max(ARCHIVE_VERSION) })

const Line = z.union([
  z.strictObject({ kind: z.string(), record: z.record(z.string(), z.unknown()) }),
  z.strictObject({ event: z.record(z.string(), z.unknown()) }),
  z.strictObject({ row: z.record(z.string(), z.unknown()) }),
  z.strictObject({ counter: z.strictObject({ name: z.string(), version: z.int().min(1) }) }),
])

/** A record with everything that stands in its partition. */
interface Group {
  type: RecordType
  record: RecordBase
  rows: Item[]
}

/** Groups written at the same time. */
const WIDTH = 8
const WINDOW = 64

export interface Loaded {
  records: number
  /** People who get an invitation: their sign-ins belong to another deployment. */
  people: number
}

/**
 * Reads the lines of an archive. Throws when the CRM has records already, unless this is going on with a load that was broken off:
 * then what is there already is left as it is. Workers do not hear of the history; people are invited.
 */
export async function loadArchive(ctx: Ctx, lines: AsyncIterable<string>, isGoingOn: boolean): Promise<Loaded> {
  if (!isGoingOn && (await hasRecords(ctx))) throw new Error('This CRM is not empty. An archive fills an empty one.')
  let loaded = 0
  let window: Group[] = []
  const people = new Set<string>()
  const write = async (): Promise<void> => {
    await inLanes(
      window,
      WIDTH,
      () => [],
      (group) => writeGroup(ctx, group),
    )
    loaded += window.length
    window = []
  }
  for await (const line of linesOf(lines)) {
    if ('counter' in line) await put(ctx, [{ put: counterModel.item(line.counter) }])
    else if ('record' in line) {
      if (window.length >= WINDOW) await write()
      const group = groupOf(line)
      if (isSignedUp(group)) people.add(group.record.id)
      window.push(group)
    } else window.at(-1)?.rows.push('row' in line ? line.row : eventItem(ctx, line.event))
  }
  await write()
  for (const id of people) await Users.patch(ctx, id, { subject: null, tokensValidFromS: null })
  return { records: loaded, people: people.size }
}

async function* linesOf(lines: AsyncIterable<string>): AsyncGenerator<z.infer<typeof Line>> {
  let number = 0
  for await (const text of lines) {
    if (number++ === 0) Head.parse(JSON.parse(text))
    else if (text.trim() !== '') yield parsed(text, number)
  }
}

function parsed(text: string, number: number): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`Line ${number} is no line of an archive.`, { cause: error })
  }
}

/** Somebody who has a sign-in where the archive comes from. */
const isSignedUp = ({ type, record }: Group): boolean =>
  type.kind === userType.kind && 'subject' in record && !record.deletedAt

function groupOf({ kind, record }: { kind: string; record: Record<string, unknown> }): Group {
  const type = archivedTypes.find((known) => known.kind === kind)
  const found = type?.schema.safeParse(record)
  if (!type || !found?.success || kindOf(String(record.id)) !== kind) {
    throw new Error(`The archive has a ${kind} that this CRM does not understand: ${String(record.id)}.`, {
      cause: found?.error,
    })
  }
  // What its own schema has parsed is a record of its kind.
  return { type, record: found.data as unknown as RecordBase, rows: [] }
}

/** An event of the past: it stands in timelines and in the feed, and workers do not hear of it. */
function eventItem({ db }: Ctx, event: Record<string, unknown>): Item {
  const stored = event as unknown as StoredEvent
  return eventModel.item({ ...stored, slot: shardOf(stored.id, db.shards), loaded: true })
}

async function writeGroup(ctx: Ctx, { type, record, rows }: Group): Promise<void> {
  const expiresAtS = record.deletedAt ? epochS(later(new Date(record.deletedAt), BIN_DAYS * DAY_MS)) : undefined
  await put(ctx, [
    { put: toItem(type, record, ctx.db.shards, expiresAtS), condition: { absent: true } },
    ...guardWrites(type, undefined, record),
    ...shareWrites(type.kind, undefined, record),
    ...rowsElsewhere(record).map((row) => ({ put: row })),
  ])
  const puts = rows.map((row): Write => ({ put: row, condition: { absent: true } }))
  for (let at = 0; at < puts.length; at += TRANSACTION_WRITES_MAX) {
    await put(ctx, puts.slice(at, at + TRANSACTION_WRITES_MAX))
  }
  await project(ctx, recordTypes, record.id)
  await projectRollups(ctx, recordTypes, record.id)
}

/** Writes what is not there; of writes of which some are, the others. */
async function put(ctx: Ctx, writes: Write[]): Promise<void> {
  const change = (some: Write[]): Change => ({ writes: some, events: [], answer: undefined })
  try {
    await commit(ctx, change(writes))
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error
    if (writes.length > 1) for (const write of writes) await put(ctx, [write])
  }
}

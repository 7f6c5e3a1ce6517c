import { createHash } from 'node:crypto'
import { DAY_MS, later } from '@rapport/kernel/clock'
import { conflict, unprocessable } from '@rapport/kernel/errors'
import { derivedId } from '@rapport/kernel/ids'
import { type CaseFile, FILES_BYTES_MAX, FILES_MAX } from './schema.ts'

const HOUR_MS = 3_600_000

/** How long a file waits for something to be said with it. It is kept an hour longer, so that nobody says it while it goes. */
const UNUSED_MS = DAY_MS
const MARGIN_MS = HOUR_MS

const NAME_MAX = 200
const FALLBACK = 'attachment'

/** What separates paths, is forbidden in names on some system, hides, or turns the reading direction: `exe.gpj` for `jpg.exe`. */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff/\\:*?"<>|]/gu

/** A name as it may be shown and saved: one segment, nothing hidden, no device of Windows, the end of it kept when it is long. */
export function cleanName(name: string): string {
  const clean = name
    .replaceAll(UNSAFE, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(clean) ? `_${clean}` : clean
  if (safe.length <= NAME_MAX) return safe || FALLBACK
  const ending = /\.\w{1,10}$/.exec(safe)?.[0] ?? ''
  return `${safe
    .slice(0, NAME_MAX - ending.length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}${ending}`
}

/** `image/jpeg`, without parameters; what is no type is any bytes. */
export function cleanType(type: string): string {
  const [bare = ''] = type.toLowerCase().split(';')
  return /^[\w.+-]+\/[\w.+-]+$/.test(bare.trim()) && bare.trim().length <= 127
    ? bare.trim()
    : 'application/octet-stream'
}

/** Which of the files of a letter are kept: the first ones, while there are not too many and not too much. */
export function keptOf<T extends { bytes: number }>(files: readonly T[]): Set<T> {
  const kept = new Set<T>()
  let total = 0
  for (const file of files) {
    if (kept.size === FILES_MAX) break
    if (total + file.bytes > FILES_BYTES_MAX) continue
    total += file.bytes
    kept.add(file)
  }
  return kept
}

/** The id a file of a letter gets: the same however often the letter is delivered, another for any other bytes. */
export function idOfPart(messageId: string, index: number, content: Uint8Array, receivedAt: Date): string {
  const digest = createHash('sha256').update(content).digest('hex')
  return derivedId(
    'caseFile',
    receivedAt,
    createHash('sha256')
      .update(JSON.stringify([messageId, index, digest]))
      .digest(),
  )
}

export const unusedUntil = (now: Date): string => later(now, UNUSED_MS + MARGIN_MS).toISOString()

/** When the files of what was put aside or deleted go: once it cannot be brought back. */
export const purgedAt = (asideAt: string, keptDays: number): string =>
  later(new Date(asideAt), keptDays * DAY_MS + MARGIN_MS).toISOString()

/** Throws when something cannot be said with these files any more, or not with all of them. */
export function refuseUse(files: readonly CaseFile[], now: Date): void {
  for (const { commentId, purgeAt, name } of files) {
    if (commentId !== undefined) throw conflict('caseFile.used', `Something was said with ${name} already.`)
    if (purgeAt === undefined || Date.parse(purgeAt) - MARGIN_MS <= now.getTime())
      throw conflict('caseFile.expired', `${name} has waited for too long. Send it again.`)
  }
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > FILES_BYTES_MAX)
    throw unprocessable('caseFile.too_much', `Files of one comment have at most ${FILES_BYTES_MAX} bytes together.`)
}

/** What a file belongs to, as far as it decides whether the file stays. */
export interface Holder {
  /** When what is in the recycle bin takes its files along. */
  goesAt?: string | undefined
  isAside: boolean
}

/** What is due for a file: to go, to be looked at later, to stay for good. Nothing while it is not due. */
export function whenDue(
  file: CaseFile,
  holder: Holder | undefined,
  now: Date,
): 'purge' | 'keep' | { later: string } | undefined {
  if (file.purgeAt === undefined || Date.parse(file.purgeAt) > now.getTime()) return undefined
  if (holder === undefined || holder.isAside) return 'purge'
  if (holder.goesAt !== undefined) return Date.parse(holder.goesAt) > now.getTime() ? { later: holder.goesAt } : 'purge'
  return file.commentId === undefined && file.origin !== 'mail' ? 'purge' : 'keep'
}

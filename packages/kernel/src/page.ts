import { createCipheriv, createHmac, timingSafeEqual } from 'node:crypto'
import { invalid } from './errors.ts'
import { type Ctx, hash } from './store.ts'
import type { Item, QueryParams } from './table.ts'

/** One page of a list. `nextCursor` is null on the last page. */
export interface Page<T> {
  data: T[]
  nextCursor: string | null
}

export const PAGE_LIMIT_DEFAULT = 25
export const PAGE_LIMIT_MAX = 100

/** Bytes of the HMAC kept in a cursor: 128 bits cannot be guessed. */
const SIGNATURE_BYTES = 16

/**
 * Where the next page begins, signed and bound to `scope` (caller, rights, route, filter, sort): a cursor taken elsewhere or
 * changed by a byte is refused. Encrypted, because a page may end at a record that the caller must not know of.
 */
export function sealCursor(key: Uint8Array, scope: string, position: string): string {
  const signature = sign(key, scope, position)
  return Buffer.concat([signature, cipher(key, signature, Buffer.from(position))]).toString('base64url')
}

/** The position inside a cursor. Throws invalid('cursor.invalid'). */
export function openCursor(key: Uint8Array, scope: string, cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url')
  const signature = bytes.subarray(0, SIGNATURE_BYTES)
  const isWhole = bytes.length > SIGNATURE_BYTES && bytes.toString('base64url') === cursor
  const position = isWhole ? cipher(key, signature, bytes.subarray(SIGNATURE_BYTES)).toString() : ''
  if (!isWhole || !timingSafeEqual(signature, sign(key, scope, position))) {
    throw invalid('cursor.invalid', 'This cursor is not valid for this request. Start again without a cursor.', [
      { pointer: '/query/cursor', code: 'cursor.invalid', message: 'does not belong to this request' },
    ])
  }
  return position
}

const sign = (key: Uint8Array, scope: string, position: string): Buffer =>
  createHmac('sha256', key).update(`${scope}\n${position}`).digest().subarray(0, SIGNATURE_BYTES)

/**
 * The signature is also the initial vector, so that no two positions share one and a repeated request gets the same cursor (the
 * construction of RFC 5297). Encrypts and decrypts.
 */
function cipher(key: Uint8Array, signature: Buffer, text: Buffer): Buffer {
  const encrypting = createHmac('sha256', key).update('cursor encryption').digest()
  return createCipheriv('aes-256-ctr', encrypting, signature).update(text)
}

export interface PageQuery {
  limit?: number | undefined
  cursor?: string | undefined
}

/** One partition read in the order of ids that stand at the end of its sort keys. */
export interface PartitionSource<T> {
  /** What the cursor is bound to, besides the caller: route and filters. */
  scope: readonly string[]
  newestFirst: boolean
  /** Lowest and highest position. */
  bounds: readonly [string, string]
  range(from: string, to: string, options: { newestFirst: boolean; limit: number }): QueryParams
  parse(item: Item): T
  positionOf(entry: T): string
}

/** One page of one partition: one query. */
export async function pageOf<T>(ctx: Ctx, query: PageQuery, source: PartitionSource<T>): Promise<Page<T>> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor } = query
  const scope = hash(...source.scope, ctx.principal.id, ctx.principal.fingerprint, String(source.newestFirst))
  const position = cursor === undefined ? undefined : openCursor(await ctx.db.signingKey(), scope, cursor)
  const [from, to] = boundsBehind(source.bounds, position, source.newestFirst)
  const { items, more } = await ctx.db.table.query(
    source.range(from, to, { newestFirst: source.newestFirst, limit: limit + 1 }),
  )
  const entries = items.slice(0, limit).map(source.parse)
  const last = entries.at(-1)
  const isLast = last === undefined || (items.length <= limit && !more)
  return {
    data: entries,
    nextCursor: isLast ? null : sealCursor(await ctx.db.signingKey(), scope, source.positionOf(last)),
  }
}

/** The range behind a position, both ends included: '~' sorts behind every character of an id, '!' before. */
export function boundsBehind(
  [lowest, highest]: readonly [string, string],
  position: string | undefined,
  newestFirst: boolean,
): [string, string] {
  if (position === undefined) return [lowest, highest]
  return newestFirst ? [lowest, justBelow(position)] : [`${position}!`, highest]
}

const justBelow = (id: string): string => `${id.slice(0, -1)}${String.fromCharCode(id.charCodeAt(id.length - 1) - 1)}~`

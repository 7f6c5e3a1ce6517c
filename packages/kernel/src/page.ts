import { createHmac, timingSafeEqual } from 'node:crypto'
import { invalid } from './errors.ts'

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
 * changed by a byte is refused. Positions hold ids only, so they need no encryption.
 */
export const sealCursor = (key: Uint8Array, scope: string, position: string): string =>
  Buffer.concat([sign(key, scope, position), Buffer.from(position)]).toString('base64url')

/** The position inside a cursor. Throws invalid('cursor.invalid'). */
export function openCursor(key: Uint8Array, scope: string, cursor: string): string {
  const bytes = Buffer.from(cursor, 'base64url')
  const position = bytes.subarray(SIGNATURE_BYTES).toString()
  const isGenuine =
    bytes.length > SIGNATURE_BYTES &&
    bytes.toString('base64url') === cursor &&
    timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), sign(key, scope, position))
  if (!isGenuine) {
    throw invalid('cursor.invalid', 'This cursor is not valid for this request. Start again without a cursor.', [
      { pointer: '/query/cursor', code: 'cursor.invalid', message: 'does not belong to this request' },
    ])
  }
  return position
}

const sign = (key: Uint8Array, scope: string, position: string): Buffer =>
  createHmac('sha256', key).update(`${scope}\n${position}`).digest().subarray(0, SIGNATURE_BYTES)

import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'
import { crc32 } from 'node:zlib'
import { DAY_MS, type Random } from '@rapport/kernel/clock'
import { unprocessable } from '@rapport/kernel/errors'
import type { Action } from '@rapport/kernel/policy'
import type { ApiKey } from './schema.ts'

/**
 * `crmk_<stage>_<key id 12>_<secret 32>_<checksum 8>`: found by secret scanners, told apart from tokens, and a typing error is
 * noticed without a look-up. 32 characters of base 62 are 190 random bits, so one round of SHA-256 keeps them.
 */
const SHAPE = /^crmk_([a-z0-9]{1,16})_([0-9A-Za-z]{12})_([0-9A-Za-z]{32})_([0-9a-f]{8})$/

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const KEY_ID_LENGTH = 12
const SECRET_LENGTH = 32

/** Longest life of a key. */
export const LIFE_DAYS_MAX = 365

/** How long the old secret works beside the new one. */
export const ROTATION_OVERLAP_MS = DAY_MS

export interface Token {
  keyId: string
  secret: string
}

export const isApiKey = (text: string): boolean => text.startsWith('crmk_')

/** The parts of a well-formed key of this stage; undefined for anything else. */
export function parseKey(text: string, stage: string): Token | undefined {
  const [, ofStage, keyId, secret, checksum] = SHAPE.exec(text) ?? []
  if (!keyId || !secret || ofStage !== stage || checksum !== checksumOf(text.slice(0, -9))) return undefined
  return { keyId, secret }
}

export function writeKey({ keyId, secret }: Token, stage: string): string {
  const body = `crmk_${stage}_${keyId}_${secret}`
  return `${body}_${checksumOf(body)}`
}

export const newKeyId = (random: Random): string => base62(random, KEY_ID_LENGTH)

export const newSecret = (random: Random): string => base62(random, SECRET_LENGTH)

export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Whether a secret is one of the key's, compared in constant time; an absent key is compared with nothing that matches. */
export function isSecretOf(key: Pick<ApiKey, 'secrets'> | undefined, secret: string, now: Date): boolean {
  const given = Buffer.from(digestOf(secret), 'hex')
  const known = key?.secrets ?? [{ digest: '0'.repeat(64) }]
  return known
    .map(
      ({ digest, until }) =>
        timingSafeEqual(Buffer.from(digest, 'hex'), given) &&
        (until === undefined || Date.parse(until) > now.getTime()),
    )
    .some(Boolean)
}

/** Throws unprocessable when the end lies in the past or more than a year ahead. */
export function refuseLife(expiresAt: string, now: Date): void {
  const days = (Date.parse(expiresAt) - now.getTime()) / DAY_MS
  if (days > 0 && days <= LIFE_DAYS_MAX) return
  throw unprocessable('apiKey.bad_expiry', `A key lives at most ${LIFE_DAYS_MAX} days.`, [
    { pointer: '/expiresAt', code: 'apiKey.bad_expiry', message: `must lie within the next ${LIFE_DAYS_MAX} days` },
  ])
}

/** Whether a scope list leaves an action on a kind. */
export const isInScope = (scopes: readonly string[], kind: string, action: Action): boolean =>
  [`${kind}:${action}`, `${kind}:*`, `*:${action}`, '*:*'].some((scope) => scopes.includes(scope))

/** Kinds of record a key may never touch, whatever its scopes: keys make no keys, no users and no teams. */
export const CLOSED_TO_KEYS: readonly string[] = ['apiKey', 'user', 'team']

/** Whether an address lies in one of the ranges; no ranges allow every address. */
export function isFrom(address: string, cidrs: readonly string[] | undefined): boolean {
  if (!cidrs || cidrs.length === 0) return true
  const list = new BlockList()
  for (const range of cidrs) {
    const [network, bits] = range.split('/') as [string, string]
    list.addSubnet(network, Number(bits), isIPv6(network) ? 'ipv6' : 'ipv4')
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

const checksumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0')

/** Rejection sampling: every character is equally likely. */
function base62(random: Random, length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of random(length)) if (byte < 248 && text.length < length) text += BASE62[byte % 62]
  }
  return text
}

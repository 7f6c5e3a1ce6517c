import type { Clock } from '@rapport/kernel/clock'

interface Bucket {
  tokens: number
  filledAtMs: number
}

export interface LimitState {
  limit: number
  remaining: number
  resetS: number
  /** Set when the bucket is empty: this request is one too many. */
  retryAfterS?: number
}

/** Buckets kept per running function; the one unused for longest makes room. */
const BUCKETS_MAX = 10_000

/**
 * A token bucket per principal or address, never per anything the body or a free header says. It lives in the memory of one
 * running function: `perS` for long and twice that at once hold per instance, the gateway's throttle holds for all.
 */
export function rateLimiter(clock: Clock, perS: number): (key: string) => LimitState {
  const burst = perS * 2
  const buckets = new Map<string, Bucket>()
  return (key) => {
    const nowMs = clock().getTime()
    const bucket = buckets.get(key) ?? { tokens: burst, filledAtMs: nowMs }
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, nowMs - bucket.filledAtMs) / 1000) * perS)
    bucket.filledAtMs = nowMs
    buckets.delete(key)
    buckets.set(key, bucket)
    const oldest = buckets.size > BUCKETS_MAX ? buckets.keys().next().value : undefined
    if (oldest !== undefined) buckets.delete(oldest)
    const isRefused = bucket.tokens < 1
    if (!isRefused) bucket.tokens -= 1
    return {
      limit: burst,
      remaining: Math.floor(bucket.tokens),
      resetS: Math.ceil((burst - bucket.tokens) / perS),
      ...(isRefused ? { retryAfterS: Math.max(1, Math.ceil((1 - bucket.tokens) / perS)) } : {}),
    }
  }
}

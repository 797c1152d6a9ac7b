/** The ballot rate limit: what one phone may send at once, and a second in the long run. */
export const BALLOT_RATE_LIMIT = { burst: 20, perSecond: 2 }

/** Voters whose buckets are kept before full ones are forgotten. */
const PRUNE_ABOVE_VOTERS = 20_000

/** Takes a token and returns 0, or the milliseconds to wait for the next one. `now` is in milliseconds since 1970. */
export type Limiter = (voter: string, now?: number) => number

/**
 * A token bucket per voter. Never per address: all phones in a hall share one behind its NAT.
 *
 * @param burst ballots at once
 * @param perSecond ballots a second in the long run
 */
export function createLimiter(burst: number, perSecond: number): Limiter {
  const buckets = new Map<string, { tokens: number, at: number }>()
  const refillMs = burst / perSecond * 1000
  let pruneAt = 0

  return (voter, now = Date.now()) => {
    // A full bucket equals none: without those, the map is only as large as the crowd that voted just now.
    if (buckets.size > PRUNE_ABOVE_VOTERS && now >= pruneAt) {
      pruneAt = now + refillMs
      for (const [key, { at }] of buckets) {
        if (now - at > refillMs)
          buckets.delete(key)
      }
    }
    const bucket = buckets.get(voter) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) / 1000 * perSecond)
    if (tokens < 1) {
      buckets.set(voter, { tokens, at: now })
      return Math.ceil((1 - tokens) / perSecond * 1000)
    }
    buckets.set(voter, { tokens: tokens - 1, at: now })
    return 0
  }
}

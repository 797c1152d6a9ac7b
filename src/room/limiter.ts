/** Says how long a voter must wait, or 0 when the ballot may go on. */
export type Limiter = (voter: string, now?: number) => number

/**
 * A token bucket per voter. Never per address: a hall is one NAT.
 *
 * @param burst ballots at once
 * @param perSecond ballots a second in the long run
 * @returns milliseconds to wait
 */
export function createLimiter(burst: number, perSecond: number): Limiter {
  const buckets = new Map<string, { tokens: number, at: number }>()
  const refillMs = burst / perSecond * 1000
  let pruneAt = 0

  return (voter, now = Date.now()) => {
    // A full bucket is the same as none: forgetting those keeps the map as small as the crowd of the last moments.
    if (buckets.size > 20_000 && now >= pruneAt) {
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

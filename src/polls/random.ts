/**
 * Chance that comes again: a stream of its own for each name, so that no order of events can change what anybody does.
 */
export interface Random {
  /** From 0 up to, and without, 1. */
  next: () => number
  /** @param share from 0, never, to 1, always */
  chance: (share: number) => boolean
  /** Normally distributed around 0 with a deviation of 1. */
  normal: () => number
  /**
   * Log-normally distributed: never negative, with a long tail.
   *
   * @param median half of all are below it
   * @param spread deviation of the logarithm
   */
  logNormal: (median: number, spread: number) => number
  /** Exponentially distributed: how long until the next of events that know nothing of each other. */
  wait: (mean: number) => number
  /** An index of the list of weights, the heavier the likelier. */
  weighted: (weights: readonly number[]) => number
  shuffled: <T>(list: readonly T[]) => T[]
}

/**
 * Mulberry32 of T. Ettinger (2017), a generator of one 32-bit word; seeded by the FNV-1a hash of its name.
 *
 * @param name what the numbers are for: seed, person, poll, round
 */
export function createRandom(...name: (string | number)[]): Random {
  let state = hash(name.join('\0'))

  function next(): number {
    state = state + 0x6D2B79F5 | 0
    let t = Math.imul(state ^ state >>> 15, 1 | state)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32
  }

  /** Box and Muller (1958). */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

  return {
    next,
    normal,
    chance: share => next() < share,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    wait: mean => -mean * Math.log(1 - next()),
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      const found = weights.findIndex(weight => (left -= weight) < 0)
      // Rounding may leave a trace behind the last one.
      return found < 0 ? weights.length - 1 : found
    },
    shuffled: list => list.map(item => ({ item, at: next() })).sort((a, b) => a.at - b.at).map(({ item }) => item),
  }
}

function hash(text: string): number {
  let value = 0x811C9DC5
  for (let i = 0; i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}

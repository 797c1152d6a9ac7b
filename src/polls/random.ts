/**
 * Reproducible random numbers. Each name has a stream of its own, so that a rehearsal with the same seed has the same
 * answers, in whatever order the people come.
 */
export interface Random {
  /** From 0 up to, and without, 1. */
  next: () => number
  /** True with this probability, 0 to 1. */
  chance: (share: number) => boolean
  /** Normally distributed with mean 0 and standard deviation 1. */
  normal: () => number
  /**
   * Log-normally distributed: always positive, with a long tail.
   *
   * @param median half of the values are below it
   * @param spread standard deviation of the logarithm
   */
  logNormal: (median: number, spread: number) => number
  /** Exponentially distributed: the time until the next of events that do not depend on each other. */
  wait: (mean: number) => number
  /** A random index of the list, with probabilities in proportion to the weights. */
  weighted: (weights: readonly number[]) => number
  /** A copy in random order. */
  shuffled: <T>(list: readonly T[]) => T[]
}

/**
 * The generator Mulberry32 (T. Ettinger, 2017) with 32 bits of state, seeded by the FNV-1a hash of its name.
 *
 * @param name what the numbers are for, such as seed, person, poll and round
 */
export function createRandom(...name: (string | number)[]): Random {
  let state = hash(name.join('\0'))

  function next(): number {
    state = state + 0x6D2B79F5 | 0
    let t = Math.imul(state ^ state >>> 15, 1 | state)
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32
  }

  /** The transform of Box and Muller (1958). */
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
      // Rounding errors may leave a tiny rest after the last weight.
      return found < 0 ? weights.length - 1 : found
    },
    shuffled: list => list.map(item => ({ item, at: next() })).sort((a, b) => a.at - b.at).map(({ item }) => item),
  }
}

function hash(text: string): number {
  let hashed = 0x811C9DC5
  for (let i = 0; i < text.length; i++)
    hashed = Math.imul(hashed ^ text.charCodeAt(i), 0x01000193)
  return hashed
}

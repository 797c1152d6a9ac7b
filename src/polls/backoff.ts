const MAX_BACKOFF_MS = 3000

/**
 * Milliseconds to wait before the next try. The wait doubles with each failure, up to three seconds, and a random part
 * of up to one half is taken off: phones that lose the server together do not all come back at the same moment.
 *
 * @param firstMs the longest wait after one failure
 * @param failures how many there were in a row before this one
 * @param random from 0 up to, and without, 1
 */
export function backoffMs(firstMs: number, failures: number, random: () => number): number {
  return Math.min(MAX_BACKOFF_MS, firstMs * 2 ** failures) * (0.5 + random() / 2)
}

const MAX_BACKOFF_MS = 3000

/**
 * Milliseconds to wait before the next try: twice as long after each failure, and shortened by chance, so that a crowd
 * that loses its server comes back spread over three seconds and the last of it well within five.
 *
 * @param firstMs the longest wait after one failure
 * @param failures in a row, before this one
 */
export function backoffMs(firstMs: number, failures: number, random: () => number): number {
  return Math.min(MAX_BACKOFF_MS, firstMs * 2 ** failures) * (0.5 + random() / 2)
}

/** The same fault is told again after so long; a full disk has one for each phone and try. */
const AGAIN_AFTER_MS = 30_000

/**
 * What becomes of faults that happen while the room runs, for the terminal: those of the store in one sentence, since
 * the person there can mend them, and any other with its stack. The same one is told only once in a while.
 *
 * @param print takes a line, or an error with its stack
 * @param now milliseconds, of a clock that does not go back
 */
export function createFaultReport(
  print: (fault: unknown) => void,
  now: () => number = () => performance.now(),
): (error: unknown) => void {
  const told = new Map<string, number>()
  return (error) => {
    const key = String(error)
    const last = told.get(key)
    if (last !== undefined && now() - last < AGAIN_AFTER_MS)
      return
    told.set(key, now())
    print(isOfStore(error)
      ? `  The room cannot use its data folder (${error.message}). Nothing is counted until that is mended; phones `
      + 'keep their answers and go on trying.'
      : error)
  }
}

function isOfStore(error: unknown): error is Error {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR'
}

import { UsageError } from './cli.ts'

/**
 * Does what writes files, and says in one sentence where it cannot.
 *
 * @param path what is written, for the message
 * @param advice what to do, such as `name another file with --out`
 * @throws {UsageError} when the system refuses, such as on a full disk
 */
export async function orWriteFault<T>(path: string, advice: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  }
  catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new UsageError(`${path} cannot be written (${error.message}); ${advice}.`)
    throw error
  }
}

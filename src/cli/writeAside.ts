import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { UsageError } from './cli.ts'

/**
 * Writes a file beside its place and puts it there when it is whole: whoever reads it has the old text or the new one.
 *
 * @throws {UsageError} when it cannot be written
 */
export async function writeAside(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(aside, text)
    await rename(aside, path)
  }
  catch (error) {
    await rm(aside, { force: true }).catch(() => {})
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} cannot be written (${reason}); name another file with --out.`)
  }
}

import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { orWriteFault } from './writeFault.ts'

/**
 * Writes a file beside its place and puts it there when it is whole: whoever reads it has the old content or the new.
 *
 * @param advice what to do if that fails
 * @throws {import('./cli.ts').UsageError} when it cannot be written
 */
export async function writeAside(
  path: string,
  content: string | Uint8Array,
  advice = 'name another file with --out',
): Promise<void> {
  const aside = `${path}.${process.pid}.part`
  await orWriteFault(path, advice, async () => {
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(aside, content)
      await rename(aside, path)
    }
    finally {
      await rm(aside, { force: true }).catch(() => {})
    }
  })
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zip } from 'fflate'
import { writeAside } from '../cli/writeAside.ts'
import { contentDate } from './make.ts'
import { MAKE_ROOM, OUT } from './outFolder.ts'

/**
 * Packs files into one archive: the same files and date make the same bytes.
 *
 * @param files paths, by the name of each file in the archive
 */
export async function zipOf(files: Record<string, string>, date: Date): Promise<Uint8Array> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([name, path]) => [name, await readFile(path)] as const),
  )
  return new Promise((resolve, reject) => {
    // PDFs are compressed already.
    zip(Object.fromEntries(entries), { level: 0, mtime: date }, (error, data) => error ? reject(error) : resolve(data))
  })
}

/** Writes an archive into `dist/handouts/`, in one step. */
export async function writeArchive(name: string, files: Record<string, string>): Promise<void> {
  await writeAside(join(OUT, name), await zipOf(files, contentDate()), MAKE_ROOM)
}

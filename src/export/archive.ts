import type { Zippable } from 'fflate'
import { promisify } from 'node:util'
import { zip } from 'fflate'

const pack = promisify<Zippable, { mtime: Date }, Uint8Array>(zip)

/**
 * Packs files into one archive: the same files and date make the same bytes.
 *
 * @param files content by name, in the order in which they are packed
 */
export function archiveOf(files: Record<string, Uint8Array>, date: Date): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([name, content]): [string, Zippable[string]] =>
    // Pictures are compressed already.
    [name, [content, { level: name.endsWith('.png') ? 0 : 9 }]])
  return pack(Object.fromEntries(entries), { mtime: date })
}

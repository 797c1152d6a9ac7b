import type { PrintJob } from './jobs.ts'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { contentHash, sha256 } from '../cli/treeHash.ts'
import { orWriteFault } from '../cli/writeFault.ts'
import { SHARED } from '../deck/deckHash.ts'
import { fileOf } from './jobs.ts'
import { MAKE_ROOM } from './outFolder.ts'

const manifestSchema = z.record(
  z.string(),
  z.object({
    /** Hash of what the file was printed from. */
    inputHash: z.string(),
    /** Hash of the file as it was printed. */
    outputHash: z.string(),
    pages: z.number(),
    bytes: z.number(),
  }),
)

/** What is known of each printed file, by its name. */
export type Manifest = z.infer<typeof manifestSchema>

const NAME = '.printed.json'

/** Hash of what a handout is printed from. */
export function jobHash(root: string, { shows, route, pageSize }: PrintJob, ...more: string[]): string {
  return contentHash(root, [...SHARED, ...shows], [route, pageSize, ...more])
}

/** @returns an empty one where there is none, or one that this version cannot read: then everything is printed anew */
export async function readManifest(folder: string): Promise<Manifest> {
  return readFile(join(folder, NAME), 'utf8').then(text => manifestSchema.parse(JSON.parse(text))).catch(() => ({}))
}

/** Replaces the file in one step, so that a process that is interrupted leaves no half of it. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const path = join(folder, NAME)
  await orWriteFault(path, MAKE_ROOM, async () => {
    // At once: two handouts that are printed side by side must not write over each other's.
    writeFileSync(`${path}.part`, `${JSON.stringify(manifest, undefined, 1)}\n`)
    renameSync(`${path}.part`, path)
  })
}

/** Whether a file is there as it was printed from the same input. Somebody may have filled it in, or deleted it. */
export function isPrinted(folder: string, job: PrintJob, manifest: Manifest, hash: string): boolean {
  const path = join(folder, fileOf(job))
  const entry = manifest[fileOf(job)]
  return entry?.inputHash === hash && existsSync(path) && entry.outputHash === sha256(readFileSync(path))
}

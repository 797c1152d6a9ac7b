import type { PrintJob } from './jobs.ts'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fileOf } from './jobs.ts'

/** What every handout is made with: after a change here all of them are printed anew. */
const SHARED = [
  'components',
  'evidence',
  'layouts',
  'package-lock.json',
  'polls.yaml',
  'public',
  'scripts',
  'setup',
  'slides.md',
  'src',
  'styles',
]
/** What the deck is made of beyond that. */
const CONTENT = ['exercises', 'pages']

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

/** Hash of what the deck is built for printing from. */
export function deckHash(root: string, ...more: string[]): string {
  return hashOf(root, [...SHARED, ...CONTENT], more)
}

/** Hash of what a handout is printed from. */
export function jobHash(root: string, { shows, route, pageSize }: PrintJob, ...more: string[]): string {
  return hashOf(root, [...SHARED, ...shows], [route, pageSize, ...more])
}

/** @returns an empty one where there is none, or one that this version cannot read: then everything is printed anew */
export async function readManifest(folder: string): Promise<Manifest> {
  return readFile(join(folder, NAME), 'utf8').then(text => manifestSchema.parse(JSON.parse(text))).catch(() => ({}))
}

/** Replaces the file in one step, so that a process that is interrupted leaves no half of it. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const path = join(folder, NAME)
  writeFileSync(`${path}.part`, `${JSON.stringify(manifest, undefined, 1)}\n`)
  renameSync(`${path}.part`, path)
}

/** Whether a file is there as it was printed from the same input. Somebody may have filled it in, or deleted it. */
export function isPrinted(folder: string, job: PrintJob, manifest: Manifest, hash: string): boolean {
  const path = join(folder, fileOf(job))
  const entry = manifest[fileOf(job)]
  return entry?.inputHash === hash && existsSync(path) && entry.outputHash === sha256(readFileSync(path))
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

const hashes = new Map<string, string>()

function hashOf(root: string, paths: string[], more: string[]): string {
  return sha256([...paths.map(path => treeHash(join(root, path))), ...more].join('\n'))
}

/** Hash of all files under a path, by name and content; each path is read once a run. */
function treeHash(path: string): string {
  const known = hashes.get(path)
  if (known !== undefined)
    return known
  const files = !existsSync(path)
    ? []
    : statSync(path).isFile()
      ? [path]
      : globSync('**/*', { cwd: path })
          .map(file => join(path, file))
          .filter(file => statSync(file).isFile())
          .sort()
  const hash = sha256(files.map(file => `${file.slice(path.length)} ${sha256(readFileSync(file))}`).join('\n'))
  hashes.set(path, hash)
  return hash
}

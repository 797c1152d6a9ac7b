import type { PrintJob } from './jobs.ts'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileOf } from './jobs.ts'

/** What every handout is made with: a change there is one of them all. */
const MACHINERY = [
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
/** What the deck's pages are made of beyond that. */
const CONTENT = ['exercises', 'pages']

/** Of each printed file: what it was printed from, and what it was when it was. */
export type Manifest = Record<string, { from: string, is: string, pages: number, bytes: number }>

const NAME = '.printed.json'

/** Fingerprint of the deck as it is built for printing. */
export function deckHash(root: string, ...more: string[]): string {
  return hashOf(root, [...MACHINERY, ...CONTENT], more)
}

/** Fingerprint of what a handout is printed from. */
export function jobHash(root: string, { shows, route, paper }: PrintJob, ...more: string[]): string {
  return hashOf(root, [...MACHINERY, ...shows], [route, paper, ...more])
}

/** @throws never: what cannot be read is no manifest */
export async function readManifest(folder: string): Promise<Manifest> {
  return readFile(join(folder, NAME), 'utf8').then(text => JSON.parse(text) as Manifest).catch(() => ({}))
}

/** Whole or not at all, also where two handouts are done at once. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const path = join(folder, NAME)
  writeFileSync(`${path}.part`, `${JSON.stringify(manifest, undefined, 1)}\n`)
  renameSync(`${path}.part`, path)
}

/** Whether a file is what was printed from the same. Somebody may have filled it in, or deleted it. */
export function isPrinted(folder: string, job: PrintJob, manifest: Manifest, hash: string): boolean {
  const path = join(folder, fileOf(job))
  const entry = manifest[fileOf(job)]
  return entry?.from === hash && existsSync(path) && entry.is === sha256(readFileSync(path))
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

const hashes = new Map<string, string>()

function hashOf(root: string, paths: string[], more: string[]): string {
  return sha256([...paths.map(path => treeHash(join(root, path))), ...more].join('\n'))
}

/** Of all files under a path, by name and content. Read once a run. */
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
          .filter(text => statSync(text).isFile())
          .sort()
  const hash = sha256(files.map(file => `${file.slice(path.length)} ${sha256(readFileSync(file))}`).join('\n'))
  hashes.set(path, hash)
  return hash
}

import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Hash of all files under some paths, by name and content.
 *
 * @param root folder that the paths stand in
 * @param paths of files and folders; one that is missing counts as empty
 * @param more texts that the result depends on too
 */
export function contentHash(root: string, paths: readonly string[], more: readonly string[] = []): string {
  return sha256([...paths.map(path => treeHash(join(root, path))), ...more].join('\n'))
}

/**
 * Hash of all files under some paths by name, size and time of change: a fraction of the work of `contentHash`. Where
 * it is the same, so is the content; where it differs, the content may still be the same, as in another checkout.
 */
export function statHash(root: string, paths: readonly string[], more: readonly string[] = []): string {
  const lines = paths.flatMap(path => filesUnder(join(root, path)).map((file) => {
    const { size, mtimeMs } = statSync(file)
    return `${file} ${size} ${mtimeMs}`
  }))
  return sha256([...lines, ...more].join('\n'))
}

const hashes = new Map<string, string>()

/** Each path is read once a run. */
function treeHash(path: string): string {
  const known = hashes.get(path)
  if (known !== undefined)
    return known
  const lines = filesUnder(path).map(file => `${file.slice(path.length)} ${sha256(readFileSync(file))}`)
  const hash = sha256(lines.join('\n'))
  hashes.set(path, hash)
  return hash
}

/** A file itself, or all files in a folder, in the order of their names. */
function filesUnder(path: string): string[] {
  if (!existsSync(path))
    return []
  if (statSync(path).isFile())
    return [path]
  return globSync('**/*', { cwd: path, withFileTypes: true })
    .filter(entry => entry.isFile() || entry.isSymbolicLink())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(file => statSync(file).isFile())
    .sort()
}

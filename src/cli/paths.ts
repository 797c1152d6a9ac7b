import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The kit's own folder, wherever a script is called from. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export const inRoot = (...parts: string[]): string => join(root, ...parts)

/** A path as a message names it: within the kit, from its own folder. */
export function formatPath(path: string): string {
  const inside = relative(root, path)
  return inside.startsWith('..') ? path : inside
}

import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The kit's own folder, wherever a script is called from. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export const inRoot = (...parts: string[]): string => join(root, ...parts)

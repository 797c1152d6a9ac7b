import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Text by path inside a folder. */
export type Files = Readonly<Record<string, string>>

/** One change to one file, as a person might make it by mistake. */
export interface Seed {
  file: string
  from: string
  to: string
}

/** Writes the files into a folder of their own that goes with the test. */
export function tempFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** @throws {Error} when the text is not there once, so that a seed cannot silently miss */
export function seeded(files: Files, { file, from, to }: Seed): Files {
  const parts = files[file]?.split(from) ?? []
  if (parts.length !== 2)
    throw new Error(`"${from}" stands ${parts.length - 1} times in ${file}; name a text that stands once.`)
  return { ...files, [file]: parts.join(to) }
}

/** Line on which the text begins where it stands first, from 1. */
export function lineOf(files: Files, file: string, text: string): number {
  const content = files[file] ?? ''
  const at = content.indexOf(text)
  if (at < 0)
    throw new Error(`"${text}" is not in ${file}.`)
  return content.slice(0, at).split('\n').length
}

/** What a call throws, for a look at more than its message. */
export function errorOf(call: () => unknown): Error {
  try {
    call()
  }
  catch (error) {
    return error as Error
  }
  throw new Error('Nothing was thrown.')
}

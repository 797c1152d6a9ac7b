import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** Content that a person wrote and must mend: the message says what, where and what to do, in one sentence. */
export class ContentError extends Error {
  override name = 'ContentError'
}

/**
 * Reads a YAML file and validates it.
 *
 * @param path file to read
 * @param schema what the file must hold
 * @returns the parsed, typed content
 * @throws {ContentError} naming file, line, entry and field of the first fault
 */
export function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  const file = basename(path)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  }
  catch {
    throw new ContentError(`${file}: cannot be read at ${path}; create it or restore it from the repository.`)
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset = 0) => `${file}:${lines.linePos(offset).line}`

  const syntax = document.errors[0]
  if (syntax)
    throw new ContentError(`${lineAt(syntax.pos[0])}: ${syntax.message}; mend the YAML there.`)

  const result = schema.safeParse(document.toJS())
  if (result.success)
    return result.data
  const issue = result.error.issues[0]
  const path_ = (issue?.path ?? []).map(key => typeof key === 'number' ? key : String(key))
  const offset = nearestOffset(document, path_)
  const at = path_.length > 0 ? ` ${describePath(document.toJS(), path_)}` : ''
  throw new ContentError(`${lineAt(offset)}:${at}: ${issue?.message ?? 'is not valid'}.`)
}

type YamlDocument = ReturnType<typeof parseDocument>

/** Where the deepest existing node on the way to the fault starts: a missing field has no place of its own. */
function nearestOffset(document: YamlDocument, path: (string | number)[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range
    if (range)
      return range[0]
  }
  return 0
}

/** `polls[2].options` becomes `poll "v3-cost", options` where an entry has an id of its own. */
function describePath(root: unknown, path: (string | number)[]): string {
  const words: string[] = []
  let value = root
  for (const key of path) {
    value = value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[key] : undefined
    const id = value !== null && typeof value === 'object' ? (value as { id?: unknown }).id : undefined
    if (typeof key === 'number')
      words.push(typeof id === 'string' ? `"${id}"` : `entry ${key + 1}`)
    else
      words.push(key)
  }
  return words.join(', ')
}

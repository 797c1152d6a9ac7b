import type { z } from 'zod'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { LineCounter, parseDocument, visit } from 'yaml'

/** A fault in content that its author has to mend. The message says in one sentence what, where and what to do. */
export class ContentError extends Error {
  override name = 'ContentError'
}

/**
 * Frontmatter at the head of a Markdown file, its YAML as the first group. Some editors put a byte order mark before
 * it.
 */
export const FRONTMATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/

/** Advice for common YAML errors, by error code. For the others, the message and its place have to do. */
const SYNTAX_ADVICE: Partial<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'put text that has a colon in quotes, or mend the indentation',
  MULTILINE_IMPLICIT_KEY: 'write a space after the colon',
  BAD_SCALAR_START: 'put the text in quotes',
}

/**
 * Reads a YAML file and validates it.
 *
 * @param path file to read
 * @param schema what the file must hold
 * @param file name for messages
 * @throws {ContentError} naming file, line, entry and field of the first fault
 */
export function readYaml<T>(path: string, schema: z.ZodType<T>, file = basename(path)): T {
  return parseYaml(readText(path, file), schema, { file })
}

/**
 * Reads the frontmatter of a Markdown file and validates it.
 *
 * @param path file to read
 * @param schema what the frontmatter must hold
 * @param file name for messages
 * @throws {ContentError} naming file, line and field of the first fault
 */
export function readFrontmatter<T>(path: string, schema: z.ZodType<T>, file = basename(path)): T {
  const yaml = FRONTMATTER.exec(readText(path, file))?.[1]
  if (yaml === undefined) {
    throw new ContentError(
      `${file}:1: the file does not begin with frontmatter between two lines of three hyphens; add it.`,
    )
  }
  return parseYaml(yaml, schema, { file, firstLine: 2 })
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  }
  catch {
    throw new ContentError(`${file}: cannot be read at ${path}; create it or restore it from the repository.`)
  }
}

/**
 * Reads YAML and validates it.
 *
 * @param text the YAML
 * @param schema what it must hold
 * @param place for messages
 * @param place.file name of the file in which it stands
 * @param place.firstLine line of the file on which it begins, from 1
 * @throws {ContentError} naming file, line, entry and field of the first fault
 */
export function parseYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  { file, firstLine = 1 }: { file: string, firstLine?: number },
): T {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset = 0) => `${file}:${lines.linePos(offset).line + firstLine - 1}`

  const syntax = document.errors[0]
  if (syntax) {
    throw new ContentError(
      `${lineAt(syntax.pos[0])}: ${syntax.message}; ${SYNTAX_ADVICE[syntax.code] ?? 'mend the YAML there'}.`,
    )
  }

  visit(document, {
    Alias(_, node) {
      throw new ContentError(
        `${lineAt(node.range?.[0])}: "*" begins an alias, which content files do not use; put the text in quotes.`,
      )
    },
  })
  const content: unknown = document.toJS()
  const result = schema.safeParse(content)
  if (result.success)
    return result.data
  const issue = result.error.issues[0]
  const keys = (issue?.path ?? []).map(key => typeof key === 'number' ? key : String(key))
  const where = keys.length > 0 ? `${describePath(content, keys)}: ` : ''
  const what = issue ? describeIssue(issue, valueAt(content, keys)) : 'is not valid'
  const at = issue?.code === 'unrecognized_keys' ? [...keys, ...issue.keys.slice(0, 1)] : keys
  throw new ContentError(`${lineAt(nearestOffset(document, at))}: ${where}${what}.`)
}

/** Line of an entry in a YAML file, from 1. If the entry is missing, the line of the nearest entry around it. */
export function lineOfEntry(path: string, keys: readonly (string | number)[]): number {
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  return lines.linePos(nearestOffset(document, keys)).line
}

/** What a field must be, in words, by zod's name of its type. */
const TYPE_WORDS: Partial<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must have fields of its own, each with a name and a colon',
  record: 'must have fields of its own, each with a name and a colon',
}

/** In words; a schema's own message comes before the general one. */
function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_key')
    return issue.issues[0]?.message ?? issue.message
  if (issue.code === 'unrecognized_keys')
    return `there is no field ${issue.keys.map(key => `"${key}"`).join(' or ')} here; correct its name, or delete it`
  if (issue.code !== 'invalid_type')
    return issue.message
  const general = value === undefined ? 'is missing' : TYPE_WORDS[issue.expected] ?? issue.message
  const message = issue.message.startsWith('Invalid input: ') ? general : issue.message
  return issue.expected === 'string' ? `${message}${textAdvice(value)}` : message
}

/**
 * Advice for text that YAML reads as something else: 2031 as a number, true as a boolean, prose with a colon as a
 * field.
 */
function textAdvice(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean')
    return '; write it in quotes'
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? '; put text that has a colon in quotes'
    : ''
}

function valueAt(root: unknown, path: (string | number)[]): unknown {
  return path.reduce(
    (value, key) =>
      value !== null && typeof value === 'object' ? (value as Record<string | number, unknown>)[key] : undefined,
    root,
  )
}

type YamlDocument = ReturnType<typeof parseDocument>

/** Offset of the deepest existing node on the path: a missing field has no place of its own. */
function nearestOffset(document: YamlDocument, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range
    if (range)
      return range[0]
  }
  return 0
}

/** A path in words: `[2].options` becomes `"v3-cost", options` if the entry has an id, else `entry 3, options`. */
function describePath(root: unknown, path: (string | number)[]): string {
  const words: string[] = []
  for (const [i, key] of path.entries()) {
    const value = valueAt(root, path.slice(0, i + 1))
    const id = value !== null && typeof value === 'object' ? (value as { id?: unknown }).id : undefined
    if (typeof key === 'number')
      words.push(typeof id === 'string' ? `"${id}"` : `entry ${key + 1}`)
    else
      words.push(key)
  }
  return words.join(', ')
}

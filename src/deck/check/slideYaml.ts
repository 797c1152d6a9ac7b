import type { SourceSlideInfo } from '@slidev/types'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from '@slidev/parser/core'
import { z } from 'zod'
import { parseYaml } from '../../content/yamlFile.ts'
import { ENTRY } from '../deck.ts'
import { readingFaults } from './readingFaults.ts'

const FIELDS = z
  .record(z.string(), z.unknown(), {
    error: 'the frontmatter is no list of fields; write name: value on each line, with a space after the colon',
  })
  .nullable()
const HYPHENS = '---'

/**
 * Faults of frontmatter that is not valid YAML. Slidev accepts it and reads something else, such as `{ a: 'b' }` from
 * `kicker: a: b`.
 *
 * @param root folder of the deck
 */
export function checkSlideYaml(root: string): string[] {
  return globSync(`{${ENTRY},pages/**/*.md}`, { cwd: root }).sort().flatMap((file) => {
    const markdown = readFileSync(join(root, file), 'utf8')
    const lines = markdown.split(/\r?\n/)
    return parseSync(markdown, file, { noParseYAML: true }).slides.flatMap(slide => slideFaults(slide, lines, file))
  })
}

function slideFaults(
  { start, contentStart, raw, frontmatterRaw = '' }: SourceSlideInfo,
  lines: string[],
  file: string,
): string[] {
  if (contentStart === start)
    return faultOf(frontmatterRaw, file, lineOf(start, raw, frontmatterRaw))
  const head = lines.slice(start + 1, contentStart - 1)
  if (lines[contentStart - 1]?.trimEnd() !== HYPHENS)
    return [`${file}:${start + 1}: the frontmatter that begins here has no end; close it with a line of three hyphens.`]
  const within = head.findIndex(line => line.includes(HYPHENS))
  return within >= 0
    ? [`${file}:${start + within + 2}: three hyphens end the frontmatter within a line; write a dash, or one hyphen.`]
    : faultOf(head.join('\n'), file, start + 2)
}

/** Line of frontmatter that is written as a block of code. */
function lineOf(start: number, raw: string, fields: string): number {
  return start + raw.slice(0, raw.indexOf(fields)).split('\n').length
}

function faultOf(yaml: string, file: string, firstLine: number): string[] {
  return readingFaults(() => parseYaml(yaml, FIELDS, { file, firstLine }))
}

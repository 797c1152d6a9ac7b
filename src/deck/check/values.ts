import type { Attribute } from './markdown.ts'
import { createContext, runInContext, Script } from 'node:vm'

/** An empty, frozen global object: expressions can neither read anything nor leave anything behind. */
const EMPTY_CONTEXT = createContext(Object.freeze({}))

/**
 * The value of an attribute as Vue would pass it to the component.
 *
 * @returns undefined for an expression that needs more than the tag, such as the slide's frontmatter
 */
export function valueOf({ text, bound }: Attribute): { value: unknown } | undefined {
  if (!bound)
    // An attribute without a value is a boolean that is true.
    return { value: text === '' ? true : text }
  try {
    return { value: runInContext(`'use strict';(${text})`, EMPTY_CONTEXT) }
  }
  catch {}
}

/** What makes an expression unreadable; undefined where it can be read or has entities such as `&quot;`. */
export function syntaxFaultOf({ text, bound }: Attribute): string | undefined {
  if (!bound || text.includes('&'))
    return
  try {
    return void new Script(`(${text}\n)`)
  }
  catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The values of all attributes of a tag; undefined if one of them cannot be evaluated. */
export function valuesOf(attributes: Record<string, Attribute>): Record<string, unknown> | undefined {
  const all = Object.entries(attributes).map(([name, attribute]) => ({ name, read: valueOf(attribute) }))
  if (!all.every(attribute => attribute.read))
    return undefined
  return Object.fromEntries(all.map(({ name, read }) => [name, read?.value]))
}

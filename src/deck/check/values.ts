import type { Attribute } from './markdown.ts'
import { createContext, runInContext } from 'node:vm'

/** Nothing that an expression could refer to, or leave to the next. */
const NOTHING = createContext(Object.freeze({}))

/**
 * What an attribute gives its component, as Vue would work it out.
 *
 * @returns undefined where that takes more than the tag, such as the slide's frontmatter
 */
export function valueOf({ text, bound }: Attribute): { value: unknown } | undefined {
  if (!bound)
    // An attribute without a value is a switch that is on.
    return { value: text === '' ? true : text }
  try {
    return { value: runInContext(`'use strict';(${text})`, NOTHING) }
  }
  catch {}
}

/** What all attributes of a tag give; undefined where that of one cannot be told. */
export function valuesOf(attributes: Record<string, Attribute>): Record<string, unknown> | undefined {
  const all = Object.entries(attributes).map(([name, attribute]) => ({ name, read: valueOf(attribute) }))
  return all.every(item => item.read) ? Object.fromEntries(all.map(({ name, read }) => [name, read?.value])) : undefined
}

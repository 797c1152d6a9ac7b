import type { ContentIndex } from './contentIndex.ts'
import type { Slide } from './pages.ts'
import { nearest } from './nearest.ts'
import { readProps } from './props.ts'

/** The fault of an unknown layout, without its place; Slidev would use the default layout. */
export function checkLayoutName({ layout }: Record<string, unknown>, { parts: { layouts } }: ContentIndex): string[] {
  const name = String(layout ?? '')
  if (name === '' || layouts.has(name))
    return []
  const meant = nearest(name, layouts.keys())
  const advice = meant === undefined ? 'mend the name or add the layout' : `write ${meant} or add the layout`
  return [`there is no layout "${name}" in layouts/, the theme or Slidev; ${advice}.`]
}

/** Faults of a slide without a required prop of its layout, or with a wrong one, without their place. */
export function checkLayoutNeeds({ frontmatter }: Slide, { parts: { layouts } }: ContentIndex): string[] {
  const path = layouts.get(String(frontmatter.layout))
  return path === undefined
    ? []
    : readProps(path)
        .filter(prop => prop.required)
        .flatMap(({ name, type }) => {
          const value = frontmatter[name] ?? ''
          if (value === '')
            return [`layout ${String(frontmatter.layout)} needs ${name}; add it to the slide's frontmatter.`]
          return type === 'string' && typeof value !== 'string'
            ? [`${name} "${String(value)}" is no text; write it in quotes.`]
            : []
        })
}

import type { ContentIndex } from './contentIndex.ts'
import type { Slide } from './pages.ts'
import type { Prop } from './props.ts'
import { nearest } from '../../content/nearest.ts'
import { fitInGlass } from '../../drawing/glass.ts'
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

/** Faults of a slide without what its layout needs, or with a wrong prop of it, without their place. */
export function checkLayoutNeeds({ frontmatter, tags }: Slide, { parts: { layouts } }: ContentIndex): string[] {
  const layout = String(frontmatter.layout ?? 'default')
  const path = layouts.get(layout)
  return [
    ...path === undefined ? [] : readProps(path).filter(prop => prop.required).flatMap(need(layout, frontmatter)),
    ...layout === 'receipt' && !tags.some(({ name }) => name === 'CostCaveat')
      ? ['layout receipt hides its title and needs a <CostCaveat>; add one or use another layout.']
      : [],
    ...layout === 'lens' && typeof frontmatter.loud === 'string' ? glassFaults(frontmatter.loud) : [],
  ]
}

function need(layout: string, frontmatter: Record<string, unknown>): (prop: Prop) => string[] {
  return ({ name, type }) => {
    const value = frontmatter[name] ?? ''
    if (value === '')
      return [`layout ${layout} needs ${name}; add it to the slide's frontmatter.`]
    return type === 'string' && typeof value !== 'string'
      ? [`${name} "${String(value)}" is no text; write it in quotes.`]
      : []
  }
}

function glassFaults(loud: string): string[] {
  try {
    fitInGlass(loud.split('|'))
    return []
  }
  catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

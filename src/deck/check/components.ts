import type { ContentIndex } from './contentIndex.ts'
import type { Page } from './pages.ts'
import { nearest } from '../../content/nearest.ts'

/** Components of Vue and its router, which are in no folder. */
const OF_VUE = [
  'BaseTransition',
  'Component',
  'KeepAlive',
  'RouterLink',
  'RouterView',
  'Slot',
  'Suspense',
  'Teleport',
  'Transition',
  'TransitionGroup',
]
/** Elements of SVG and MathML whose names have a hyphen. */
const ELEMENTS = ['AnnotationXml', 'ColorProfile', 'FontFace', 'MissingGlyph']
const SCRIPT = /<script\b[\s\S]*?<\/script>/g

/** Faults of tags that are neither HTML nor a component: Vue draws nothing for them. */
export function checkComponents({ tags, markdown, at }: Page, { parts }: ContentIndex): string[] {
  const { components, icons } = parts
  const names = [...components.keys(), ...OF_VUE]
  const known = new Set([...names, ...ELEMENTS])
  const scripts = [...markdown.matchAll(SCRIPT)].join('\n')
  return tags
    .filter(({ name }) => /^[A-Z]/.test(name) && !known.has(name) && !isIcon(name, icons) && !isImported(name, scripts))
    .map(
      ({ name, index }) =>
        `${at(index)}: there is no component <${name}> in components/ or in Slidev, so nothing would be drawn; `
        + `${advice(nearest(name, names))}.`,
    )
}

function advice(meant: string | undefined): string {
  return meant === undefined ? 'mend the name or add the component' : `write <${meant}> or add the component`
}

function isIcon(name: string, sets: string[]): boolean {
  const dashed = name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase()
  return sets.some(set => dashed.startsWith(`${set}-`))
}

function isImported(name: string, scripts: string): boolean {
  return new RegExp(String.raw`\bimport\b[^'"]*\b${name.replaceAll('.', String.raw`\.`)}\b`).test(scripts)
}

import type { PdfFile } from './file.ts'
import { ANNOTATION } from './conditions/annotations.ts'
import { DOCUMENT } from './conditions/document.ts'
import { FONTS } from './conditions/fonts.ts'
import { LANGUAGE } from './conditions/language.ts'
import { STRUCTURE } from './conditions/structure.ts'

/** @returns what fails it */
export type Condition = (file: PdfFile) => string[]

/**
 * The failure conditions of the Matterhorn Protocol 1.1 that software can tell, by their numbers: together all that a
 * machine can say of ISO 14289-1, PDF/UA-1. A font of a kind that this kit does not print fails what is not judged.
 */
export const CONDITIONS: Readonly<Record<string, Condition>> = Object.fromEntries(
  Object.entries({ ...DOCUMENT, ...STRUCTURE, ...LANGUAGE, ...ANNOTATION, ...FONTS })
    .sort(([one], [other]) => one.localeCompare(other)),
)

/** The conditions that a file fails, each with the first things that fail it. */
export function failuresOf(file: PdfFile): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(CONDITIONS)
      .map(([id, condition]): [string, string[]] => [id, condition(file).slice(0, 5)])
      .filter(([, found]) => found.length > 0),
  )
}

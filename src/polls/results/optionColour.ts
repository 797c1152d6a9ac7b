import { lensOf } from '../../content/lenses.ts'

/**
 * The colour of an option, as a CSS value: that of its number, or of its lens where the options are lenses.
 *
 * @param id of the option
 * @param index of the option in its poll, from 0; there are eight at most
 */
export function optionColour(id: string, index: number): string {
  const lens = lensOf(id)
  return lens ? `var(--${lens.id})` : `var(--option-${index % 8 + 1})`
}

/** The number on an option's plate: its place in the poll, or of a point of a scale the point itself. */
export function optionNumber(id: string, index: number): string {
  return /^\d+$/.test(id) ? id : String(index + 1)
}

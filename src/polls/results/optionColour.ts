import type { PollOption } from '../kinds/base.ts'
import { lensOf } from '../../content/lenses.ts'

/**
 * The colour of an option, as a CSS value: that of its number, or of its lens where the options are lenses.
 *
 * @param id of the option
 * @param index of the option in its poll, from 0; the ninth has the colour of the first, and a number of its own
 */
export function optionColour(id: string, index: number): string {
  const lens = lensOf(id)
  return lens ? `var(--${lens.id})` : `var(--option-${index % 8 + 1})`
}

/** The number on an option's plate: its place in the poll, or of a point of a scale the point itself. */
export function optionNumber(id: string, index: number): string {
  return /^\d+$/.test(id) ? id : String(index + 1)
}

/** An option that brings along what stands on its plate: its place in the poll, or a sign for several answers. */
export interface PlatedOption extends PollOption {
  number?: number | string
}

/**
 * The number on an option's plate, and its colour.
 *
 * @param option that may bring its number along
 * @param index of the option among those that are drawn, from 0
 */
export function optionPlate(
  { id, number }: Omit<PlatedOption, 'text'>,
  index: number,
): { number: number | string, colour: string } {
  if (typeof number === 'string')
    return { number, colour: 'var(--dim-plate)' }
  const place = number === undefined ? index : number - 1
  return { number: place + 1, colour: optionColour(id, place) }
}

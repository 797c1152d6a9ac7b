/** So many strokes at most: more could not be told apart. */
const MOST = 250
const COLUMNS = 30
/** Sizes in units of the drawing, which is as wide as the page. */
const PITCH = 10
const ROW = 26
const STROKE = 15

export interface HallField {
  width: number
  height: number
  /** Strokes of the others, as a path. */
  others: string
  /** The taller stroke of this phone. */
  mine: string
  /** How many phones one stroke stands for. */
  phonesEach: number
}

/**
 * The phones in the hall as a field of strokes.
 *
 * @param here how many there are, this one among them
 * @param mine place of this phone, from 0; it is drawn last of all where there are fewer by now
 */
export function hallField(here: number, mine: number): HallField {
  const phonesEach = Math.ceil(here / MOST)
  const count = Math.ceil(here / phonesEach)
  const own = Math.min(count - 1, Math.floor(mine / phonesEach))
  const strokeAt = (i: number, length: number) => {
    const x = (i % COLUMNS + 0.5) * PITCH
    const middle = (Math.floor(i / COLUMNS) + 0.5) * ROW
    return `M${x} ${middle - length / 2}v${length}`
  }
  return {
    width: COLUMNS * PITCH,
    height: Math.ceil(count / COLUMNS) * ROW,
    others: Array.from({ length: count }, (_, i) => i === own ? '' : strokeAt(i, STROKE)).join(''),
    mine: strokeAt(own, ROW),
    phonesEach,
  }
}

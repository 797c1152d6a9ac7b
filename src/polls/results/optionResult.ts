/** An option of a poll with its result, as a row of the wall shows it. */
export interface OptionResult {
  id: string
  text: string
  /** Number on its plate, from 1: its place in the poll, whatever the order of the rows. */
  number: number | string
  /** CSS colour of its plate and bar. */
  colour: string
  count: number
  /** Whether it is a right answer that the room may see. */
  right: boolean
}

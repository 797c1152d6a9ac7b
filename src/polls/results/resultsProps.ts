import type { Answer, RoomState, StagePoll } from '../protocol.ts'

/** What the picture of a poll's results on the wall is given, beside the poll itself. */
export interface ResultsProps {
  /** Where the poll stands; its tally is there once the room may see it. */
  standing: StagePoll | undefined
  /** px */
  width: number
  /** px in which all of it is to fit */
  height: number
  /** What stands in the empty picture. */
  hint: string
}

/** What the results on a phone are given, beside the poll itself. */
export interface PhoneResultsProps {
  room: RoomState
  /** As this phone sent it, or as it was counted. */
  answer: Answer | undefined
}

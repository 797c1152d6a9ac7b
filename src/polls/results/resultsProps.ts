import type { Answer, RoomState, StagePoll } from '../protocol.ts'

/** Props of a component that draws a poll's results on a slide, beside the poll itself. */
export interface ResultsProps {
  /** Has a tally only once the room may see it; undefined where there is no room. */
  pollState: StagePoll | undefined
  /** px */
  width: number
  /** px; everything has to fit in it */
  height: number
}

/** Props of a component that shows results on a phone, beside the poll itself. */
export interface PhoneResultsProps {
  room: RoomState
  /** This phone's own answer, as sent or as counted. */
  answer: Answer | undefined
}

import type { StagePoll, StageState } from '../polls/protocol.ts'

/**
 * What the wall may know of a poll: a new field of a stage poll must be judged here. Tallies, comparisons and solutions
 * are in the state only once everybody may see them.
 */
const POLL_ON_WALL: Record<keyof StagePoll, boolean> = {
  id: true,
  phase: true,
  round: true,
  rounds: true,
  answered: true,
  paper: true,
  endsIn: true,
  paused: true,
  tally: true,
  earlier: true,
  moves: true,
  sure: true,
  right: true,
  reference: true,
  // What waits or is hidden is among them.
  entries: false,
  entryCounts: false,
}

const STATE_ON_WALL: Record<keyof StageState, boolean> = {
  seq: true,
  session: true,
  current: true,
  cards: true,
  calibration: true,
  joined: true,
  joinUrl: true,
  joinShort: true,
  polls: true,
  readOnly: true,
  refused: true,
  edited: true,
  adhoc: true,
  reactions: true,
  resumed: false,
}

/** The state for a wall with a key of its own: what the room may see at this moment, and counts. */
export function forWall(state: StageState): StageState {
  const polls = Object.entries(state.polls).map(([id, poll]) => [id, pick(poll, POLL_ON_WALL)])
  return { ...pick(state, STATE_ON_WALL), polls: Object.fromEntries(polls), readOnly: true }
}

function pick<T extends object>(from: T, fields: Record<keyof T, boolean>): T {
  return Object.fromEntries(Object.entries(from).filter(([name]) => fields[name as keyof T])) as T
}

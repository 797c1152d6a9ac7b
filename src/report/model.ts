import type { PollEvidence } from '../deck/pollEvidence.ts'
import type { Curve, DeckPoll, Moves, PollKind, Score, StagePoll } from '../polls/protocol.ts'
import type { PlatedOption } from '../polls/results/optionColour.ts'
import type { ShiftPoll } from '../polls/shift/shift.ts'

/**
 * What a report says, as data: page, table and files are made from this and nothing else. Whatever is in here has gone
 * through the rules of `privacy.ts`.
 */

/** What a column of a table counts or says. */
export type Measure
  = | 'people' | 'share' | 'sure' | 'points' | 'nothing' | 'place' | 'first' | 'last' | 'across' | 'up' | 'state'
    | 'before' | 'after' | 'difference'

export interface Column {
  measure: Measure
  name: string
}

/** A number or a word; undefined where it would tell of fewer than five people. */
export type Cell = number | string | undefined

export interface Row {
  /** Ids of the answers: of several where they are told together, of a range its two ends. */
  answers: string[]
  label: string
  cells: Partial<Record<Measure, Cell>>
  /** Whether it is the right answer. */
  right?: boolean
}

/** A figure that belongs to no row: the middle guess, the average. */
export interface Fact {
  name: string
  text: string
  /** As a number, where it is one. */
  value?: number
}

/** Everything that the wall's picture needs, in place of what the room sent. */
export interface Drawing {
  poll: DeckPoll
  state: StagePoll
}

export interface RoundReport {
  round: number
  /** Who answered; undefined for fewer than five, of whom nothing more is told. */
  people?: number
  columns: Column[]
  rows: Row[]
  facts: Fact[]
  /** Texts that fewer than five people wrote each. */
  rareTexts?: string[]
  /** What the results come to, in a sentence. */
  finding?: string
  /** What was put together or left out, in sentences. */
  notes: string[]
  drawing?: Drawing
}

/** An answer in two votes, by share in per cent. */
export interface VotePair extends PlatedOption {
  before: number
  after: number
}

/** How people moved from one poll to another. */
export interface MovesReport {
  /** The earlier poll. */
  from: { id: string, question: string }
  /** Who answered both; undefined where it would tell of a few who did not. */
  people?: number
  /** Who changed their answer, where that can be told exactly. */
  moved?: number
  sentence: string
  rows: { from: string[], to: string[], fromLabel: string, toLabel: string, people: number }[]
  notes: string[]
  /** The ribbons, where no move is withheld. */
  flows?: { poll: ShiftPoll, moves: Moves, before: number, after: number }
  /** Else both votes by share. */
  votes?: VotePair[]
}

export interface PollReport {
  id: string
  kind: PollKind
  question: string
  /** What people did: `choose one`. */
  task: string
  /** When its first and its last ballot were counted, milliseconds since 1970; not for few people. */
  asked?: { from: number, to: number }
  /** Rounds that anybody answered, in their order. */
  rounds: RoundReport[]
  moves?: MovesReport
  /** Absent where the deck shows none after the poll. */
  evidence?: PollEvidence
}

export interface CalibrationReport {
  /** Who have said at least once how sure they are. */
  people: number
  questions: number
  curve?: Curve
  /** Empty where only their sum can be told. */
  quizzes: { poll: string, question: string, sure: Score, guess: Score }[]
  notes: string[]
}

export interface AttendanceReport {
  /** How many were here from then on, milliseconds since 1970; undefined for fewer than five. Empty where not kept. */
  counts: { at: number, people?: number }[]
  /** People who answered a poll, while it was asked. */
  voters: { poll: string, question: string, from: number, to: number, people: number }[]
}

export interface SessionReport {
  version: 1
  title: string
  session: string
  /** Milliseconds since 1970: the first change of the session, and the last ballot. */
  began: number
  ended: number
  /** The most phones that were here at a time; undefined where it was not kept. */
  came?: number
  /** People who answered anything; undefined for fewer than five. */
  voted?: number
  attendance: AttendanceReport
  polls: PollReport[]
  /** Questions of polls that nobody answered. */
  unanswered: string[]
  calibration?: CalibrationReport
}

/** Two sessions side by side. */
export interface ComparisonReport {
  version: 1
  title: string
  sessions: [SessionReport, SessionReport]
  polls: ComparedPoll[]
  /** Polls that only one of them answered, by session. */
  only: [string[], string[]]
}

export interface ComparedPoll {
  id: string
  question: string
  people: [number | undefined, number | undefined]
  columns: Column[]
  rows: Row[]
  notes: string[]
  evidence?: PollEvidence
  /** Shares in both, to be drawn; in per cent. */
  votes?: VotePair[]
}

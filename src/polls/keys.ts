import type { DeckPoll, StageAction, StagePoll } from './protocol.ts'
import { findStep } from './steps.ts'

/** The presenter's dialogs. */
export type DeskDialog = 'keys' | 'entries' | 'paper' | 'resume'

/** A keyboard shortcut on the slide of a poll. */
export interface PollKey {
  key: string
  /** In words, for the list of keys. */
  does: string
  press: StageAction | 'next' | { dialog: DeskDialog }
  /** Whether it works in the presenter view only, which the room does not see. */
  presenter?: boolean
}

/** The shortcuts for polls, on keys that Slidev does not use. */
export const POLL_KEYS: PollKey[] = [
  { key: 'v', does: 'Next step of the vote: open, close, show results, show the answer', press: 'next' },
  { key: 't', does: 'Close in 30 seconds; again: no clock', press: 'countdown' },
  { key: 'k', does: 'Talk it over, then vote again', press: 'discuss' },
  { key: 'h', does: 'Hide results', press: 'hide' },
  { key: 'n', does: 'New round: press twice; the votes are kept', press: 'reset' },
  { key: 'm', does: 'Words and questions: show, hide, spotlight', press: { dialog: 'entries' }, presenter: true },
  { key: 'p', does: 'Ballots from paper', press: { dialog: 'paper' }, presenter: true },
]

/** The key for this action in the poll's present phase; undefined where it has none. */
export function keyForStep(action: StageAction, poll: DeckPoll, pollState: StagePoll): string | undefined {
  return POLL_KEYS.find(({ press }) => typeof press === 'string' && findStep(press, poll, pollState)?.action === action)
    ?.key
}

/** The key that opens this dialog on the slide of a poll. */
export function keyForDialog(dialog: DeskDialog): string | undefined {
  return POLL_KEYS.find(({ press }) => typeof press === 'object' && press.dialog === dialog)?.key
}

/** Slidev's own keys that a presenter needs most. */
export const DECK_KEYS: { key: string, does: string }[] = [
  { key: '→', does: 'Forward' },
  { key: '←', does: 'Back' },
  { key: 'o', does: 'All slides' },
  { key: 'g', does: 'Go to a slide' },
  { key: 'd', does: 'Light or dark' },
  { key: 'f', does: 'Full screen' },
]

export const HELP_KEY = '?'
/** Shows how to join over the whole wall, and takes it away again. */
export const LOBBY_KEY = 'j'

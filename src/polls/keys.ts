import type { DeckPoll, StageAction, StagePoll } from './protocol.ts'
import { findStep } from './steps.ts'

/** The presenter's dialogs. */
export type DeskDialog = 'keys' | 'entries' | 'paper' | 'resume' | 'adhoc'

/** A keyboard shortcut on the slide of a poll. */
export interface PollKey {
  key: string
  /** In words, for the list of keys. */
  does: string
  /** Of several actions the one that is possible; or a dialog. */
  press: StageAction | 'next' | readonly StageAction[] | { dialog: DeskDialog }
  /** Whether it works in the presenter view only, which the room does not see. */
  presenter?: boolean
}

/** The shortcuts for polls, on keys that Slidev does not use. */
export const POLL_KEYS: PollKey[] = [
  { key: 'v', does: 'Next step of the vote: open, close, show results, show the answer', press: 'next' },
  { key: 't', does: 'Close in 30 seconds; pressed again, no clock', press: 'countdown' },
  { key: 'a', does: 'Another minute on the clock', press: 'extend' },
  { key: 's', does: 'Stop the clock, or let it run on', press: ['pause', 'unpause'] },
  { key: 'k', does: 'Talk it over, then vote again', press: 'discuss' },
  { key: 'h', does: 'Hide results', press: 'hide' },
  { key: 'n', does: 'Start a new round: press twice; earlier votes are kept', press: 'reset' },
  { key: 'm', does: 'Words and questions: show, hide, spotlight', press: { dialog: 'entries' }, presenter: true },
  { key: 'p', does: 'Enter ballots from paper', press: { dialog: 'paper' }, presenter: true },
]

/** The key for this action in the poll's present phase; undefined where it has none. */
export function keyForStep(action: StageAction, poll: DeckPoll, pollState: StagePoll): string | undefined {
  return POLL_KEYS.find(({ press }) => namesOf(press).some(name => findStep(name, poll, pollState)?.action === action))
    ?.key
}

/** The names of steps that a key may take. */
export function namesOf(press: PollKey['press']): readonly (StageAction | 'next')[] {
  return typeof press === 'string' ? [press] : 'dialog' in press ? [] : press
}

/** The key that opens this dialog on the slide of a poll. */
export function keyForDialog(dialog: DeskDialog): string | undefined {
  return POLL_KEYS.find(({ press }) => typeof press === 'object' && 'dialog' in press && press.dialog === dialog)?.key
}

/** On the slide of an exercise, which has a clock and no poll. */
export const CLOCK_KEYS = [
  { key: 's', does: 'Start the clock, stop it, or let it run on', press: 'press' },
  { key: 'a', does: 'Another minute on the clock', press: 'extend' },
] as const

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
/** Opens the dialog in which the presenter types a poll; in the presenter view, which the room does not see. */
export const ADHOC_KEY = 'q'
/** Mutes the room's reactions, and lets them come again. */
export const MUTE_KEY = 'r'
/** Takes a typed poll off the wall. */
export const AWAY_KEY = 'escape'

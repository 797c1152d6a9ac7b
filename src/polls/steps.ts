import type { DeckPoll, StageAction, StagePoll } from './protocol.ts'
import { isTalking } from './sharedRules.ts'

/** An action that the presenter can take in a poll's present phase. */
export interface Step {
  action: StageAction
  text: string
  /** Length of the clock that it starts; 0 stops the clock. */
  seconds?: number
}

/** Length of the clock that closes a poll. */
export const CLOCK_SECONDS = 30

const SOLVE: Step = { action: 'solve', text: 'Show the answer' }
const HIDE: Step = { action: 'hide', text: 'Hide results' }

/** The steps that are possible in a poll's phase, the usual next one first. */
export function availableSteps(poll: DeckPoll, pollState: StagePoll): Step[] {
  const discuss: Step[] = poll.discuss === undefined ? [] : [{ action: 'discuss', text: 'Discuss, then vote again' }]
  switch (pollState.phase) {
    case 'idle':
      return isTalking(pollState)
        ? [{ action: 'open', text: 'Vote again' }, ...clockSteps(pollState)]
        : [{ action: 'open', text: 'Open voting' }]
    case 'open':
      return [
        { action: 'close', text: 'Close voting' },
        pollState.endsIn === undefined
          ? { action: 'countdown', text: `Close in ${CLOCK_SECONDS} s`, seconds: CLOCK_SECONDS }
          : { action: 'countdown', text: 'No clock', seconds: 0 },
        ...clockSteps(pollState),
      ]
    case 'closed':
      return [
        { action: 'reveal', text: 'Show results' },
        ...discuss,
        { action: 'open', text: 'Open again' },
        { action: 'reset', text: 'New round' },
      ]
    case 'revealed':
      return [...poll.hasAnswer ? [SOLVE] : [], HIDE, { action: 'reset', text: 'New round' }]
    case 'solved':
      return [HIDE, { action: 'reset', text: 'New round' }]
  }
}

function clockSteps({ endsIn, paused }: StagePoll): Step[] {
  return endsIn === undefined
    ? []
    : [
        { action: 'extend', text: '+1 min' },
        paused ? { action: 'unpause', text: 'Resume clock' } : { action: 'pause', text: 'Stop clock' },
      ]
}

/** Why the presenter's key for a step does nothing in the poll's present phase, and what would help. */
export function formatNoStep(name: StageAction | 'next', poll: DeckPoll, { phase }: Pick<StagePoll, 'phase'>): string {
  switch (name) {
    case 'next':
      return 'This poll has nothing more to show: go on to the next slide.'
    case 'hide':
      return 'No results are shown, so there is nothing to hide.'
    case 'discuss':
      return poll.discuss === undefined
        ? 'This poll has no discussion: to have one, give it `discuss` in polls.yaml.'
        : 'People talk between two votes: close voting first, and do not show the results yet.'
    case 'reset':
      return phase === 'open' ? 'Close voting before you begin a new round.' : 'This round has not begun yet.'
    case 'countdown':
      return 'The clock closes a vote: open voting first.'
    default:
      return phase === 'open' ? 'No clock is running: start one first.' : 'No clock is running.'
  }
}

/**
 * The step of that name, if it is possible now.
 *
 * @param name an action; `next` for the usual next step
 */
export function findStep(name: StageAction | 'next', poll: DeckPoll, pollState: StagePoll): Step | undefined {
  const steps = availableSteps(poll, pollState)
  if (name === 'next')
    return steps[0] === HIDE ? undefined : steps[0]
  return steps.find(step => step.action === name)
}

/**
 * The step that a click forward on the slide of a poll takes, so that a clicker is enough: open, close, show the
 * results, show the answer, and then the next slide.
 *
 * @param poll on the slide
 * @param pollState of it
 * @param pairs ids of polls whose answers are compared with a later poll: these stay hidden until that one is shown
 * @returns undefined where the click goes on: also from a board, which stays open while the talk goes on
 */
export function stepOfClick(poll: DeckPoll, pollState: StagePoll, pairs: ReadonlySet<string>): Step | undefined {
  const step = findStep('next', poll, pollState)
  if (poll.kind === 'questions')
    return undefined
  return step?.action === 'reveal' && pairs.has(poll.id) ? undefined : step
}

/**
 * Ids of the polls whose results a step shows: that of the step, after its pair if that waits to be shown, so that two
 * votes that are compared come to light together.
 *
 * @param pollStates by id
 */
export function pollsToReveal(
  poll: Pick<DeckPoll, 'id' | 'pair'>,
  pollStates: Readonly<Record<string, Pick<StagePoll, 'phase'>>>,
): string[] {
  const { id, pair } = poll
  return pair !== undefined && pollStates[pair]?.phase === 'closed' ? [pair, id] : [id]
}

/** Whether coming to its slide opens the poll: only once, and not during a discussion. */
export function opensAutomatically(poll: DeckPoll, pollState: StagePoll): boolean {
  return poll.auto && pollState.phase === 'idle' && !isTalking(pollState)
}

/**
 * Id of a poll that is still open although the deck has moved on to another slide.
 *
 * @param pollStates by id
 * @param current id of the poll on the slide that is shown
 */
export function findPollLeftOpen(
  pollStates: Readonly<Record<string, Pick<StagePoll, 'phase'>>>,
  current: string | undefined,
): string | undefined {
  return Object.keys(pollStates).find(id => id !== current && pollStates[id]?.phase === 'open')
}

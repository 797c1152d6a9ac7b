import type { DeckPoll, StageAction, StagePoll } from './protocol.ts'
import { isTalking } from './sharedRules.ts'

/** Something that the presenter can do with a poll in its phase. */
export interface Step {
  action: StageAction
  text: string
  /** Seconds of the clock that it starts; 0 stops the clock. */
  seconds?: number
}

/** Seconds of the clock that closes a poll. */
export const CLOCK_SECONDS = 30

/** The steps that fit a poll's phase, the usual next one first. */
export function availableSteps(poll: DeckPoll, pollState: StagePoll): Step[] {
  const discuss: Step[] = poll.discuss === undefined ? [] : [{ action: 'discuss', text: 'Discuss, then vote again' }]
  switch (pollState.phase) {
    case 'idle':
      return [{ action: 'open', text: isTalking(pollState) ? 'Vote again' : 'Open voting' }]
    case 'open':
      return [
        { action: 'close', text: 'Close voting' },
        pollState.endsIn === undefined
          ? { action: 'countdown', text: `Close in ${CLOCK_SECONDS} s`, seconds: CLOCK_SECONDS }
          : { action: 'countdown', text: 'No clock', seconds: 0 },
      ]
    case 'closed':
      return [
        { action: 'reveal', text: 'Show results' },
        ...discuss,
        { action: 'open', text: 'Open again' },
        { action: 'reset', text: 'New round' },
      ]
    case 'revealed':
      return [{ action: 'hide', text: 'Hide results' }, { action: 'reset', text: 'New round' }]
  }
}

/**
 * The step of that name, if it fits now.
 *
 * @param name an action; `next` for the usual next step
 */
export function findStep(name: StageAction | 'next', poll: DeckPoll, pollState: StagePoll): Step | undefined {
  const steps = availableSteps(poll, pollState)
  if (name === 'next')
    return pollState.phase === 'revealed' ? undefined : steps[0]
  return steps.find(step => step.action === name)
}

/** Whether coming to its slide opens the poll: not a second time, and not while neighbours talk. */
export function opensAutomatically(poll: DeckPoll, pollState: StagePoll): boolean {
  return poll.auto && pollState.phase === 'idle' && !isTalking(pollState)
}

/** Id of the poll that people can still answer though the deck has gone on to another slide. */
export function findPollLeftOpen(
  pollStates: Readonly<Record<string, Pick<StagePoll, 'phase'>>>,
  current: string | undefined,
): string | undefined {
  return Object.keys(pollStates).find(id => id !== current && pollStates[id]?.phase === 'open')
}

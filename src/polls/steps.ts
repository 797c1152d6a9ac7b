import type { DeckPoll, StageAction, StagePoll } from './protocol.ts'
import { isTalking } from './sharedRules.ts'

/** Something that the presenter can do with a poll now. */
export interface Step {
  action: StageAction
  text: string
  /** Seconds of the clock that it starts. */
  seconds?: number
}

/** Seconds that the clock gets at a press. */
export const CLOCK_SECONDS = 30

/** What fits a poll's phase, the usual next step first. */
export function stepsOf(poll: DeckPoll, standing: StagePoll): Step[] {
  const discuss: Step[] = poll.discuss === undefined ? [] : [{ action: 'discuss', text: 'Discuss, then vote again' }]
  switch (standing.phase) {
    case 'idle':
      return [{ action: 'open', text: isTalking(standing) ? 'Vote again' : 'Open voting' }]
    case 'open':
      return [
        { action: 'close', text: 'Close voting' },
        standing.endsIn === undefined
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
export function stepNamed(name: StageAction | 'next', poll: DeckPoll, standing: StagePoll): Step | undefined {
  const steps = stepsOf(poll, standing)
  if (name === 'next')
    return standing.phase === 'revealed' ? undefined : steps[0]
  return steps.find(step => step.action === name)
}

/** Whether coming to its slide opens the poll: not a second time, and not in the middle of a talk. */
export function opensItself(poll: DeckPoll, standing: StagePoll): boolean {
  return poll.auto && standing.phase === 'idle' && !isTalking(standing)
}

/** Id of the poll that people can still answer though the deck has gone on to another slide. */
export function leftOpen(
  standings: Readonly<Record<string, Pick<StagePoll, 'phase'>>>,
  current: string | undefined,
): string | undefined {
  return Object.keys(standings).find(id => id !== current && standings[id]?.phase === 'open')
}

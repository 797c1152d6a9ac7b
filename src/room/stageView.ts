import type { PollState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import type { Calibration, DeckPoll, Moves, RefusedEdits, StagePoll, StageState, Tally } from '../polls/protocol.ts'
import type { ReactionsState } from '../polls/reactions/reactions.ts'
import type { LiveSession } from './liveSession.ts'
import { countStates, forPresenter } from '../polls/entries/onScreen.ts'
import { areCardsShown, CARDS, lastRound } from '../polls/phase.ts'
import { deckPoll } from '../polls/pollsFile.ts'
import { areResultsShown } from '../polls/sharedRules.ts'
import { adhocPolls } from './adhocPolls.ts'
import { readTimeLeft, readVisibleResults } from './phoneView.ts'

export interface StageViewOptions {
  /** Address that the QR code encodes. */
  joinUrl: () => string
  /** A short link to it, for people who type. */
  joinShort?: string | undefined
  /** Phones connected now. */
  countPhones: () => number
  /** Ballots of an earlier audience, 0 for none. */
  resumed: () => number
  /** Changes of the polls file that were not taken over. */
  refused: () => RefusedEdits | undefined
  /** Polls that were changed since the start. */
  edited: () => DeckPoll[]
  /** Undefined where the deck wants no reactions. */
  reactions: () => ReactionsState | undefined
}

/** Returns what reads the state for decks and the presenter; each call gives a state with a higher `seq`. */
export function createStageView(
  session: LiveSession,
  { joinUrl, joinShort, countPhones, resumed, refused, edited, reactions }: StageViewOptions,
): () => Promise<StageState> {
  // Begins at the time of day, so that numbers grow over restarts too.
  let lastSeq = Date.now()

  return async () => {
    // Numbered before it is read: of two states that are read at once, the one numbered later is never the older.
    const seq = ++lastSeq
    const { name, polls, state: { current } } = session
    const edits = refused()
    const [calibration, ...entries] = await Promise.all([
      readCalibration(session),
      ...[...polls.values()].map(async (poll): Promise<[string, StagePoll]> => [
        poll.id,
        await readStagePoll(session, poll),
      ]),
    ])
    const reacting = reactions()
    const typed = adhocPolls(session.state)
    return {
      seq,
      session: name,
      current: current === CARDS ? null : current,
      ...calibration,
      joined: countPhones(),
      joinUrl: joinUrl(),
      ...joinShort !== undefined && { joinShort },
      polls: Object.fromEntries(entries),
      ...reacting && { reactions: reacting },
      ...typed.length > 0 && { adhoc: typed.map(deckPoll) },
      ...resumed() > 0 && { resumed: resumed() },
      ...edited().length > 0 && { edited: edited() },
      ...edits && { refused: edits },
    }
  }
}

/** What the wall may show of how well the room knew what it knew: the curve only once it was asked for. */
async function readCalibration(
  { state, calibrations }: LiveSession,
): Promise<{ cards?: true, calibration?: Calibration }> {
  const isShown = areCardsShown(state)
  const counted = await calibrations.read()
  const calibration = counted && {
    people: counted.people,
    questions: counted.questions,
    sureAnswers: counted.sureAnswers,
    ...isShown && counted.curve && { curve: counted.curve },
  }
  return { ...isShown && { cards: true }, ...calibration && { calibration } }
}

async function readStagePoll(session: LiveSession, poll: Poll): Promise<StagePoll> {
  const pollState = session.pollState(poll.id)
  const { phase, round } = pollState
  const timeLeft = readTimeLeft(session, poll.id)
  const [{ tally: { people, paper }, entries, sure }, visible, comparison] = await Promise.all([
    session.counts.of(poll),
    readVisibleResults(session, poll, phase),
    readComparison(session, poll, pollState),
  ])
  return {
    id: poll.id,
    phase,
    round,
    ...lastRound(pollState) > 1 && { rounds: lastRound(pollState) },
    answered: people,
    ...(paper && { paper }),
    ...timeLeft,
    ...visible,
    ...phase === 'solved' && sure && { sure },
    ...comparison,
    ...(entries && { entries: forPresenter(entries), entryCounts: countStates(entries) }),
  }
}

/** Results that need a second round or poll: there once both are shown. */
async function readComparison(
  { counts, pollState }: LiveSession,
  poll: Poll,
  { phase, round }: PollState,
): Promise<{ earlier?: Tally, moves?: Moves }> {
  if (!areResultsShown(phase))
    return {}
  const pair = 'pair' in poll && poll.pair && areResultsShown(pollState(poll.pair).phase) ? poll.pair : undefined
  const [moves, earlier] = await Promise.all([
    pair === undefined ? undefined : counts.moves(pair, poll.id),
    'discuss' in poll && poll.discuss && round > 1 ? counts.of(poll, round - 1) : undefined,
  ])
  // A round that was opened by mistake and got no answer is no first vote.
  return { ...(earlier && earlier.tally.people > 0 && { earlier: earlier.tally }), ...(moves && { moves }) }
}

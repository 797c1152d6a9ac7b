import type { PollEvidence } from '../deck/pollEvidence.ts'
import type { Grouping } from './kinds/votes.ts'
import type { Merging } from './merging.ts'
import type { PollReport, RoundReport, SessionReport } from './model.ts'
import type { ReadPoll, ReadRound, ReadSession } from './readSession.ts'
import { formatGuideLine } from '../polls/kinds/text.ts'
import { publicPoll } from '../polls/pollsFile.ts'
import { countCame, countVoted, reportAttendance } from './attendance.ts'
import { reportCalibration } from './calibration.ts'
import { reportRound } from './kinds/index.ts'
import { mergingOf } from './merging.ts'
import { reportPair } from './moves.ts'
import { MIN_GROUP } from './privacy.ts'

/** What a report takes from the deck. */
export interface DeckFacts {
  /** Of the talk. */
  title: string
  /** By id of the poll. */
  evidence: ReadonlyMap<string, PollEvidence>
}

/**
 * Makes the report of a session.
 *
 * @param session as it was read
 * @param deck title and evidence
 * @param merging answers that are told together, where another report has decided
 */
export function reportSession(
  session: ReadSession,
  { title, evidence }: DeckFacts,
  merging: Merging = mergingOf([session]),
): SessionReport {
  const { info, polls, ballots } = session
  const [came, voted] = [countCame(session), countVoted(session)]
  // It is told as in a report of this session alone, whatever stands beside it here.
  const calibration = reportCalibration(session, mergingOf([session]))
  const answered = polls.filter(({ rounds }) => rounds.length > 0)
  return {
    version: 1,
    title,
    session: info.name,
    began: info.began,
    ended: Math.max(info.began, ballots.at(-1)?.at ?? 0),
    ...came !== undefined && { came },
    ...voted !== undefined && { voted },
    attendance: reportAttendance(session),
    polls: answered.map(read => reportPoll(session, read, merging.get(read.poll.id) ?? [], evidence)),
    unanswered: polls.filter(({ rounds }) => rounds.length === 0).map(({ poll }) => poll.question),
    ...calibration && { calibration },
  }
}

function reportPoll(
  session: ReadSession,
  read: ReadPoll,
  grouping: Grouping,
  evidence: DeckFacts['evidence'],
): PollReport {
  const { poll, ballots } = read
  const moves = reportPair(session, read, grouping)
  const [first, last] = [ballots[0], ballots.at(-1)]
  const shown = evidence.get(poll.id)
  return {
    id: poll.id,
    kind: poll.kind,
    question: poll.question,
    task: formatGuideLine(publicPoll(poll)),
    ...first && last && new Set(ballots.map(({ voter }) => voter)).size >= MIN_GROUP
    && { asked: { from: first.at, to: last.at } },
    rounds: reportRounds(read, grouping),
    ...moves && { moves },
    ...shown && { evidence: shown },
  }
}

function reportRounds({ poll, rounds }: ReadPoll, grouping: Grouping): RoundReport[] {
  const told = rounds.map(({ round, count }: ReadRound) =>
    reportRound({ poll, round, tally: count.tally, entries: count.entries ?? [], grouping }))
  return told.map((report, i) => withEarlier(report, poll.kind === 'choice' && poll.discuss ? told[i - 1] : undefined))
}

/** The picture of a second vote has the first one in it, as the wall does. */
function withEarlier(report: RoundReport, before: RoundReport | undefined): RoundReport {
  const earlier = before?.drawing?.state.tally
  return report.drawing && earlier
    ? { ...report, drawing: { ...report.drawing, state: { ...report.drawing.state, earlier } } }
    : report
}

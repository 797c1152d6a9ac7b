import type { Cell, ComparisonReport, PollReport, SessionReport } from './model.ts'
import { stringify } from 'csv-stringify/sync'
import { FEW, formatCell } from './format.ts'

/** The figures of a report for a spreadsheet and for a program. */

const isoOf = (time: number): string => new Date(time).toISOString()

/** Without what is only for the pictures, and with times as ISO 8601. */
export function toJson(report: SessionReport | ComparisonReport): string {
  const plain = 'sessions' in report
    ? {
        ...report,
        sessions: report.sessions.map(plainSession),
        polls: report.polls.map(({ votes: _, ...poll }) => poll),
      }
    : plainSession(report)
  return `${JSON.stringify(plain, null, 2)}\n`
}

function plainSession({ began, ended, attendance, polls, ...report }: SessionReport): object {
  return {
    ...report,
    began: isoOf(began),
    ended: isoOf(ended),
    attendance: {
      counts: attendance.counts.map(({ at, ...count }) => ({ at: isoOf(at), ...count })),
      voters: attendance.voters.map(({ from, to, ...voters }) => ({ from: isoOf(from), to: isoOf(to), ...voters })),
    },
    polls: polls.map(plainPoll),
  }
}

function plainPoll({ asked, rounds, moves, ...poll }: PollReport): object {
  const { flows: _, votes: __, ...told } = moves ?? {}
  return {
    ...poll,
    ...asked && { asked: { from: isoOf(asked.from), to: isoOf(asked.to) } },
    rounds: rounds.map(({ drawing: ___, ...round }) => round),
    ...moves && { moves: told },
  }
}

const COLUMNS = ['session', 'poll', 'question', 'round', 'answer', 'text', 'figure', 'value']

/** One line a figure. What people wrote cannot act as a formula in a spreadsheet, and Excel sees that it is UTF-8. */
export function toCsv(report: SessionReport | ComparisonReport): string {
  const rows = 'sessions' in report ? comparisonRows(report) : sessionRows(report)
  return stringify([COLUMNS, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true })
}

type CsvRow = (string | number)[]

function sessionRows({ session, came, voted, attendance, polls, calibration }: SessionReport): CsvRow[] {
  const whole = (text: string, figure: string, value: Cell): CsvRow =>
    [session, '', '', '', '', text, figure, cellOf(value)]
  return [
    ...came === undefined ? [] : [whole('', 'most here at a time', came)],
    whole('', 'voted', voted),
    ...attendance.counts.map(({ at, people }) => whole(isoOf(at), 'here', people)),
    ...polls.flatMap(poll => pollRows(session, poll)),
    ...calibration
      ? [
          whole('', 'people who said how sure they are', calibration.people),
          ...calibration.quizzes.flatMap(({ poll, question, sure, guess }): CsvRow[] =>
            scoreRows(sure, guess).map(([figure, value]) => [session, poll, question, '', '', '', figure, value])),
          ...calibration.curve
            ? scoreRows(calibration.curve.sure, calibration.curve.guess)
                .map(([figure, value]) => whole('all quizzes', figure, value))
            : [],
        ]
      : [],
  ]
}

interface Score { right: number, of: number }

function scoreRows(sure: Score, guess: Score): [figure: string, value: number][] {
  return [['sure', sure.of], ['sure and right', sure.right], ['guessed', guess.of], ['guessed and right', guess.right]]
}

function pollRows(session: string, { id, question, rounds, moves }: PollReport): CsvRow[] {
  const told = rounds.flatMap(({ round, people, rows, facts, rareTexts = [] }): CsvRow[] => {
    const row = (answer: string, text: string, figure: string, value: string | number): CsvRow =>
      [session, id, question, round, answer, text, figure, value]
    return [
      row('', '', 'people', cellOf(people)),
      ...rows.flatMap(({ answers, label, cells }) => Object.entries(cells).map(([measure, value]) =>
        row(answers.join(' | '), label, measure, cellOf(value)))),
      ...rareTexts.map(text => row('', text, 'people', FEW)),
      ...facts.map(({ name, text, value }) => row('', '', name, value ?? text)),
    ]
  })
  const moved = (moves?.rows ?? []).map(({ from, to, fromLabel, toLabel, people }): CsvRow => {
    const answer = `${from.join(' | ')} > ${to.join(' | ')}`
    return [session, id, question, '', answer, `${fromLabel} > ${toLabel}`, 'moved', people]
  })
  return [...told, ...moved]
}

function comparisonRows({ sessions, polls }: ComparisonReport): CsvRow[] {
  return [
    ...sessions.flatMap((report): CsvRow[] => [
      ...report.came === undefined
        ? []
        : [[report.session, '', '', '', '', '', 'most here at a time', report.came]],
      [report.session, '', '', '', '', '', 'voted', cellOf(report.voted)],
    ]),
    ...polls.flatMap(({ id, question, rows }) => rows.flatMap(({ answers, label, cells }) => {
      const row = (session: string, figure: string, value: Cell): CsvRow =>
        [session, id, question, '', answers.join(' | '), label, figure, cellOf(value)]
      return [
        row(sessions[0].session, 'value', cells.before),
        row(sessions[1].session, 'value', cells.after),
        ...cells.difference === undefined ? [] : [row('', 'difference', cells.difference)],
      ]
    })),
  ]
}

function cellOf(value: Cell): string | number {
  return value ?? formatCell('people', undefined)
}

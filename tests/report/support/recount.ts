import { DatabaseSync } from 'node:sqlite'
import { RIGHT } from './rehearsedSession.ts'

/** Counts the raw ballots of a database again, by nothing that the kit counts with. */

interface RawBallot { poll: string, round: number, voter: string, answer: unknown }
/** A row of results.json. */
interface Row { answers: string[], label: string, cells: Record<string, number | string | undefined> }

export interface Recount {
  voters: string[]
  attendance: { at: number, people: number }[]
  /** Who answered a round. */
  people: (poll: string, round: number) => number
  /** The cells of a row as they should be, as far as they may be told. */
  cells: (poll: { id: string, kind: string }, round: number, row: Row) => Record<string, number | string>
  /** The middle of all estimates, with two digits. */
  median: (poll: string, round: number) => number
  /** Who went from one of some answers to one of others. */
  moved: (from: [poll: string, round: number, answers: string[]], to: [string, number, string[]]) => number
  /** Answers of those who were sure, or guessed, in the last rounds of the quizzes. */
  score: (polls: string[], sure: boolean, round: (poll: string) => number) => { right: number, of: number }
}

const valueOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer
const chosen = (answer: unknown): string[] => [valueOf(answer)].flat().map(String)
const isEmptyBoard = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ask' in answer && 'up' in answer
  && (answer.ask as []).length + (answer.up as []).length === 0
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const tenth = (value: number) => Number(value.toFixed(1))
/** Letter by letter as entries are grouped: case, width, and signs at either end do not count. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim().replace(/^\P{L}+|\P{L}+$/gu, '')

function middle(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [Math.floor, Math.ceil].map(whole => sorted[whole((sorted.length - 1) / 2)])
  const step = (low + high) / 2
  return Number.isInteger(step) ? `${step}` : step.toFixed(1)
}

type Count = (ballots: RawBallot[], row: Row, all: number) => Record<string, number | string>
const shareOf = (people: number, all: number) => ({ people, share: people / all })
const votes: Count = (ballots, { answers }, all) =>
  shareOf(ballots.filter(({ answer }) => chosen(answer).some(id => answers.includes(id))).length, all)

const CELLS: Record<string, Count> = {
  choice: votes,
  scale: votes,
  estimate(ballots, { answers: [from, to] }, all) {
    const [low, high] = [Number(from), Number(to)]
    const values = ballots.map(({ answer }) => answer as number)
    // What lies on the very edge may stand on either side of it, but the last one.
    const inside = values.filter(value => value > low * (1 + 1e-9) && value < high * (1 - 1e-9)).length
    const edges = values.filter(value => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)).length
    return inside === edges ? shareOf(inside, all) : { least: inside, most: edges }
  },
  words: (ballots, { label }, all) =>
    shareOf(ballots.filter(({ answer }) => (answer as string[]).some(text => fold(text) === fold(label))).length, all),
  rank(ballots, { answers: [id = ''] }) {
    const places = ballots.map(({ answer }) => (answer as string[]).indexOf(id) + 1)
    const last = Math.max(...places, (ballots[0]?.answer as string[]).length)
    return {
      place: tenth(mean(places)),
      first: places.filter(place => place === 1).length,
      last: places.filter(place => place === last).length,
    }
  },
  points(ballots, { answers: [id = ''] }) {
    const points = ballots.map(({ answer }) => (answer as { points: Record<string, number> }).points[id] ?? 0)
    return { points: tenth(mean(points)), nothing: points.filter(number => number === 0).length }
  },
  grid(ballots, { answers: [id = ''] }) {
    const places = ballots.flatMap(({ answer }) => {
      const place = (answer as { places: Record<string, [number, number]> }).places[id]
      return place ? [place] : []
    })
    return {
      people: places.length,
      across: middle(places.map(place => place[0])),
      up: middle(places.map(place => place[1])),
    }
  },
  questions(ballots, { answers: [id = ''], label }) {
    const wants = ({ ask, up }: { ask: string[], up: string[] }) =>
      up.includes(id) || ask.some(text => fold(text) === fold(label))
    return { people: ballots.filter(({ answer }) => wants(answer as never)).length, state: 'no' }
  },
}

export function recountOf(database: string, session: string): Recount {
  const db = new DatabaseSync(database, { readOnly: true })
  const rows = db.prepare('SELECT poll, round, voter, answer FROM ballot WHERE session = ?').all(session)
  const ballots = rows.map(row => ({ ...row, answer: JSON.parse(String(row.answer)) }) as RawBallot)
  const attendance = db.prepare('SELECT at, people FROM attendance WHERE session = ? ORDER BY at').all(session)
  db.close()
  const of = (poll: string, round: number) => ballots.filter(ballot => ballot.poll === poll && ballot.round === round)
  const people = (poll: string, round: number) => of(poll, round).filter(({ answer }) => !isEmptyBoard(answer)).length

  return {
    voters: [...new Set(ballots.map(({ voter }) => voter))],
    attendance: attendance.map(({ at, people: count }) => ({ at: Number(at), people: Number(count) })),
    people,
    cells: ({ id, kind }, round, row) => CELLS[kind]?.(of(id, round), row, people(id, round)) ?? {},
    median(poll, round) {
      const values = of(poll, round).map(({ answer }) => answer as number).sort((a, b) => a - b)
      const [low = 0, high = 0] = [Math.floor, Math.ceil].map(whole => values[whole((values.length - 1) / 2)])
      return Number(((low + high) / 2).toPrecision(2))
    },
    moved([poll, round, from], [later, laterRound, to]) {
      const second = new Map(of(later, laterRound).map(({ voter, answer }) => [voter, chosen(answer)[0] ?? '']))
      return of(poll, round).filter(({ voter, answer }) =>
        from.includes(chosen(answer)[0] ?? '') && to.includes(second.get(voter) ?? '')).length
    },
    score(polls, sure, round) {
      const said = polls.flatMap(poll => of(poll, round(poll)).flatMap(({ answer }) =>
        (answer as { sure?: boolean }).sure === sure ? [chosen(answer)[0] === RIGHT[poll]] : []))
      return { right: said.filter(Boolean).length, of: said.length }
    },
  }
}

import type { Answer, DeckPoll, Slip } from './protocol.ts'
import { letterOf } from '../content/letters.ts'

/** One possible answer of a poll whose answers can all be listed. */
export interface SlipRow {
  key: string
  text: string
  answer: Answer
}

/**
 * Every answer that a slip of this poll can hold, to be counted row by row.
 *
 * @returns undefined where there are too many: then slips are entered one by one
 */
export function slipRows(poll: DeckPoll): SlipRow[] | undefined {
  if (poll.kind === 'choice' && !poll.several)
    return poll.options.map(({ id, text }, i) => ({ key: id, text: `${letterOf(i)}, ${text}`, answer: [id] }))
  if (poll.kind !== 'scale')
    return undefined
  return [1, 2, 3, 4, 5].flatMap((value): SlipRow[] => {
    const label
      = poll.labels.length === 5
        ? poll.labels[value - 1]
        : value === 1
          ? poll.labels[0]
          : value === 5
            ? poll.labels.at(-1)
            : ''
    const text = label ? `${value}, ${label}` : String(value)
    return poll.confidence
      ? [false, true].map(sure => ({
          key: `${value}/${sure}`,
          text: `${text}, ${sure ? 'sure' : 'not sure'}`,
          answer: { value, sure },
        }))
      : [{ key: String(value), text, answer: value }]
  })
}

/** What the letters on a slip stand for: `A, One run; B, Everything`. Empty for a poll without options. */
export function formatOptionLetters(poll: DeckPoll): string {
  return 'options' in poll ? poll.options.map(({ text }, i) => `${letterOf(i)}, ${text}`).join('; ') : ''
}

/** How many people gave the answer of each row, by the slips that were entered. */
export function countSlips(rows: SlipRow[], slips: Slip[]): number[] {
  return rows.map(({ answer }) =>
    slips.filter(slip => sameAnswer(slip.answer, answer)).reduce((sum, slip) => sum + slip.people, 0),
  )
}

/** Slips from the number of people of each row; the inverse of `countSlips`. */
export function slipsFromCounts(rows: SlipRow[], counts: number[]): Slip[] {
  return rows.flatMap(({ answer }, i) => (counts[i] ?? 0) > 0 ? [{ answer, people: counts[i] ?? 0 }] : [])
}

/** The slips with one more answer; slips with the same answer are merged. */
export function addSlip(slips: Slip[], answer: Answer, people: number): Slip[] {
  const at = slips.findIndex(slip => sameAnswer(slip.answer, answer))
  return at < 0
    ? [...slips, { answer, people }]
    : slips.map((slip, i) => (i === at ? { ...slip, people: slip.people + people } : slip))
}

/** An answer in words, so that the presenter can check a slip that was entered. */
export function formatSlip(poll: DeckPoll, answer: Answer): string {
  const named = (id: string) => 'options' in poll ? poll.options.find(option => option.id === id)?.text ?? id : id
  if (Array.isArray(answer))
    return answer.map(named).join(poll.kind === 'rank' ? ' › ' : ', ')
  if (typeof answer === 'number')
    return answer.toLocaleString('en-US')
  return 'ask' in answer ? answer.ask.join(', ') : `${answer.value}, ${answer.sure ? 'sure' : 'not sure'}`
}

function sameAnswer(a: Answer, b: Answer): boolean {
  // The order of an object's fields does not matter, that of a ranking does.
  const key = (answer: Answer) =>
    JSON.stringify(typeof answer === 'object' && !Array.isArray(answer) ? Object.entries(answer).sort() : answer)
  return key(a) === key(b)
}

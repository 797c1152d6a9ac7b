import type { Answer, DeckPoll, PollOption, Slip } from './protocol.ts'
import { saidIn, sureIn, withSure } from './kinds/sureAnswer.ts'

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
  if (poll.kind === 'choice' && !poll.several) {
    return poll.options.flatMap(({ id, text }, i) =>
      (poll.confidence ? [undefined, false, true] : [undefined]).map((sure): SlipRow => ({
        key: sure === undefined ? id : `${id}/${sure}`,
        text: `${i + 1}, ${text}${formatSure(sure)}`,
        answer: withSure([id], sure),
      })))
  }
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
          text: `${text}${formatSure(sure)}`,
          answer: { value, sure },
        }))
      : [{ key: String(value), text, answer: value }]
  })
}

/** What the numbers on a slip stand for: `1, One run; 2, Everything`. Empty for a poll whose slips have none. */
export function formatOptionNumbers(poll: DeckPoll): string {
  return poll.kind === 'points' ? '' : optionsOf(poll).map(({ text }, i) => `${i + 1}, ${text}`).join('; ')
}

/** What a slip chooses from; empty where there is nothing to choose from. */
function optionsOf(poll: DeckPoll): PollOption[] {
  return 'options' in poll ? poll.options : 'items' in poll ? poll.items : []
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
  const said = saidIn(answer)
  const named = (id: string) => optionsOf(poll).find(option => option.id === id)?.text ?? id
  const sure = formatSure(sureIn(answer))
  if (Array.isArray(said))
    return said.map(named).join(poll.kind === 'rank' ? ' › ' : ', ') + sure
  if (typeof said === 'number')
    return said.toLocaleString('en-US') + sure
  if (typeof answer !== 'object')
    return ''
  if ('points' in answer)
    return Object.entries(answer.points).map(([id, points]) => `${named(id)} ${points}`).join(', ')
  if ('places' in answer)
    return Object.entries(answer.places).map(([id, place]) => `${named(id)} ${place.join('/')}`).join(', ')
  return 'ask' in answer ? answer.ask.join(', ') : ''
}

/** How sure a slip is, after its answer; empty where it does not say. */
function formatSure(sure: boolean | undefined): string {
  return sure === undefined ? '' : sure ? ', sure' : ', not sure'
}

function sameAnswer(a: Answer, b: Answer): boolean {
  // The order of an object's fields does not matter, that of a ranking does.
  const key = (answer: Answer) =>
    JSON.stringify(typeof answer === 'object' && !Array.isArray(answer) ? Object.entries(answer).sort() : answer)
  return key(a) === key(b)
}

import type { Answer, RoomState } from '../../protocol.ts'
import type { PhoneMe, PhoneResult } from '../../results/phoneRows.ts'
import type { ChoicePoll, ChoiceTally } from './answer.ts'
import { formatShare } from '../../amounts.ts'
import { answerList } from '../../ballot/draft.ts'
import { RESULTS } from '../../laterWords.ts'
import { optionColour } from '../../results/optionColour.ts'
import { othersOf, shareOf } from '../../results/phoneRows.ts'
import { tallyOfKind } from '../../tallyOfKind.ts'
import { sureIn } from '../sureAnswer.ts'
import { resultsOf } from './bars.ts'

const NOBODY = { people: 0, counts: {} }

type ShownChoice = ChoicePoll & { hasAnswer?: boolean }

/** In a quiz no colour says anything before the answer is shown, and then only that of the right one. */
const colourOf = ({ options, hasAnswer }: ShownChoice, id: string) =>
  hasAnswer ? 'var(--dim-plate)' : optionColour(id, options.findIndex(option => option.id === id))

const sumOf = (tally: ChoiceTally, ids: string[] = []) => ids.reduce((sum, id) => sum + (tally.counts[id] ?? 0), 0)

/** The options of a choice in the order of the wall, without shares until the results are shown. */
export function choiceResult(poll: ShownChoice, room: RoomState, answer: Answer | undefined): PhoneResult {
  const mine = answerList(answer)
  const tally = tallyOfKind(room, 'choice')
  const { right } = room
  const rightOptions = poll.options.filter(({ id }) => right?.includes(id))
  return {
    me: meOf(poll, mine, tally, right, sureIn(answer)),
    record: tally && rightOptions.length > 0
      ? {
          texts: rightOptions.map(option => option.text),
          note: poll.several ? undefined : RESULTS.saidSo(sumOf(tally, right)),
        }
      : undefined,
    rows: resultsOf(poll, tally ?? NOBODY, right).map(({ id, text, number, right: isRight }) => ({
      text,
      number,
      colour: colourOf(poll, id),
      mine: mine.includes(id),
      right: isRight,
      tags: mine.includes(id) ? [RESULTS.you] : [],
      ...shareOf(tally, id),
    })),
  }
}

function meOf(
  poll: ShownChoice,
  mine: string[],
  tally: ChoiceTally | undefined,
  right: string[] | undefined,
  sure: boolean | undefined,
): PhoneMe | undefined {
  const chosen = poll.options.filter(({ id }) => mine.includes(id))
  const [first] = chosen
  if (!first)
    return undefined
  const lead = sure === undefined ? RESULTS.said() : RESULTS.saidSure(sure)
  const me = { lead, said: chosen.map(option => option.text) }
  if (!tally)
    return { ...me, ...(chosen.length === 1 && { colour: colourOf(poll, first.id) }) }
  const count = tally.counts[first.id] ?? 0
  const others = othersOf(count)
  if (right) {
    const verdict = verdictOf(chosen.map(option => option.id), right, poll.several, others)
    return { ...me, verdict, ...(chosen.length === 1 && { note: RESULTS.withMe(others) }) }
  }
  if (chosen.length > 1)
    return me
  const isLargest = poll.options.every(({ id }) => id === first.id || (tally.counts[id] ?? 0) < count)
  return {
    lead: RESULTS.said(others),
    said: me.said,
    colour: colourOf(poll, first.id),
    share: formatShare(count, tally.people),
    note: isLargest ? RESULTS.largest : RESULTS.shareOfRoom,
  }
}

function verdictOf(chosen: string[], right: string[], several: boolean, withMe: number): string {
  const hits = chosen.filter(id => right.includes(id)).length
  if (hits === 0)
    return RESULTS.wrong
  if (!several)
    return RESULTS.right(withMe)
  const others = chosen.length - hits
  return hits === right.length && others === 0 ? RESULTS.allRight : RESULTS.partly(hits, right.length, others)
}

import type { Answer, RoomState } from '../protocol.ts'
import { listOf } from '../ballot/draft.ts'
import { boardOf, boardRows } from '../kinds/questions/board.ts'

/** One line of results. */
export interface ResultRow {
  text: string
  mine: boolean
  /** Words beside the text. */
  tags: string[]
  /** How much of the bar is full, 0 to 1; without it nothing is known yet. */
  share?: number
  /** Instead of the share in per cent; empty for the people alone. */
  value?: string
  /** People. */
  people?: number
}

/**
 * Results as bars, in reading order; before the reveal the same lines without numbers.
 *
 * @param room of which kind its poll may be: `choice`, `scale`, `rank` and `questions` have bars
 * @param answer of this phone
 */
export function rowsOf({ poll, tally, right }: RoomState, answer: Answer | undefined): ResultRow[] {
  const mine = listOf(answer)
  const counted = (count: number) => tally && { share: count / Math.max(1, tally.people), people: count }
  const yours = (is: boolean) => is ? ['your answer'] : []
  switch (poll?.kind) {
    case 'choice':
      return poll.options.map(({ id, text }) => ({
        text,
        mine: mine.includes(id),
        tags: [...(right?.includes(id) ? ['right'] : []), ...yours(mine.includes(id))],
        ...(tally?.kind === 'choice' && counted(tally.counts[id] ?? 0)),
      }))
    case 'scale': {
      const point = typeof answer === 'object' && 'value' in answer ? answer.value : answer
      return poll.labels.map((label, i) => ({
        text: label ? `${i + 1} ${label}` : `${i + 1}`,
        mine: point === i + 1,
        tags: yours(point === i + 1),
        ...(tally?.kind === 'scale' && counted(tally.counts[i + 1] ?? 0)),
      }))
    }
    case 'rank': {
      const most = (tally?.people ?? 0) * (poll.options.length - 1)
      const points = (id: string) => tally?.kind === 'rank' ? tally.counts[id] ?? 0 : undefined
      return [...poll.options]
        .sort((a, b) => (points(b.id) ?? 0) - (points(a.id) ?? 0) || mine.indexOf(a.id) - mine.indexOf(b.id))
        .map(({ id, text }) => {
          const value = points(id)
          return {
            text,
            mine: false,
            tags: mine.includes(id) ? [`you: ${mine.indexOf(id) + 1}`] : [],
            ...(value !== undefined && {
              share: value / Math.max(1, most),
              value: value === 1 ? '1 point' : `${value} points`,
            }),
          }
        })
    }
    case 'questions': {
      const entries = boardRows(tally?.kind === 'questions' ? tally.entries : [], boardOf(answer))
      const most = Math.max(1, ...entries.map(entry => entry.people))
      return entries.map(({ text, people, isMine, tags }) => ({
        text,
        mine: isMine,
        tags,
        share: people / most,
        value: '',
        people,
      }))
    }
    default:
      return []
  }
}

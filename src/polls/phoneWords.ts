import type { Answer, PollKind, PollOf, PublicPoll } from './protocol.ts'
import type { Said } from './words/words.ts'
import { formatReference } from './kinds/estimate/format.ts'
import { saidIn, sureIn } from './kinds/sureAnswer.ts'
import { FIRST } from './words/first.ts'

/*
 * What a ballot and the phone page say at once; `laterWords.ts` has what the page's second part says. A deck speaks
 * English. The build of the page puts the language of each phone in its place: see `src/phone/build.ts`.
 */

export const { ASK, BALLOT, FORMS, STATUS, TIME, TITLES, WAITING } = FIRST
const { KIND_TEXTS } = FIRST

/** What the bar at the foot says of polls of one kind. */
interface KindWords<P> {
  /** What to do while voting is open. */
  prompt: (poll: P) => Said
  /** What was counted, after `Counted.`; empty for nothing. */
  said: (poll: P, answer: Answer) => string
  /** How to change or complete what was counted. */
  change: (poll: P, answer: Answer) => string
  /** Said of a change that is not sent yet. */
  unsent?: string
  /** Said once voting is over and this phone's last answer had not been sent. */
  lost?: string
  /** Replaces `Voting is closed.` and what else is said of a vote that is over. */
  closed?: string
}

const list = (answer: Answer): string[] => {
  const said = saidIn(answer)
  return Array.isArray(said) ? said : []
}
const numbersOf = ({ options }: PollOf<'choice'>, answer: Answer): string[] =>
  options.flatMap(({ id }, i) => list(answer).includes(id) ? [`${i + 1}`] : [])

const placedIn = (answer: Answer): number =>
  typeof answer === 'object' && 'places' in answer ? Object.keys(answer.places).length : 0

const { choice, scale, estimate, words, rank, points, grid, questions } = KIND_TEXTS
const KIND_WORDS: { [K in PollKind]: KindWords<PollOf<K>> } = {
  choice: {
    prompt: ({ several }) => several ? choice.promptSeveral : choice.prompt,
    said(poll, answer) {
      const numbers = numbersOf(poll, answer)
      // Where one says how sure one is, there is a single option, as there is a single point on a scale.
      return sureIn(answer) === undefined ? choice.said(numbers) : scale.said(Number(numbers[0]), sureIn(answer))
    },
    change: ({ several, confidence }, answer) => several
      ? choice.changeSeveral
      : confidence && sureIn(answer) === undefined ? scale.askSure : choice.change,
  },
  scale: {
    prompt: () => scale.prompt,
    said: (_, answer) => scale.said(saidIn(answer) as number, sureIn(answer)),
    change: ({ confidence }, answer) => confidence && sureIn(answer) === undefined ? scale.askSure : scale.change,
  },
  estimate: {
    prompt: () => estimate.prompt,
    said: (poll, answer) => estimate.said(formatReference(poll, [answer as number, answer as number])),
    change: () => estimate.change,
  },
  words: {
    ...words,
    prompt: ({ max }) => words.prompt(max),
    said: (_, answer) => words.said(list(answer).length),
    change: ({ max }, answer) => words.change(list(answer).length < max),
  },
  rank: { ...rank, prompt: () => rank.prompt, said: () => rank.said, change: () => rank.change },
  points: { ...points, prompt: () => points.prompt, said: () => points.said, change: () => points.change },
  grid: {
    prompt: ({ items }) => items.length === 1 ? grid.promptOne : grid.prompt,
    said: ({ items }, answer) => grid.said(placedIn(answer), items.length),
    change: ({ items }, answer) => placedIn(answer) < items.length ? grid.changeNext : grid.change,
  },
  questions: {
    ...questions,
    prompt: ({ max }) => questions.prompt(max),
    said: () => '',
    change: () => questions.change,
  },
}

/** The words for polls of a kind; they must only be given polls and answers of that kind. */
export function kindWords(kind: PollKind): KindWords<PublicPoll> {
  return KIND_WORDS[kind] as KindWords<PublicPoll>
}

/** Whether this page knows the kind: it may be older than the room that it talks to. */
export function isKnownKind(kind: string): kind is PollKind {
  return kind in KIND_WORDS
}

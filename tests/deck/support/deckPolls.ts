import type { ReadDeck } from '../../../src/deck/deck.ts'
import type { Poll } from '../../../src/polls/pollsFile.ts'
import { inRoot } from '../../../src/cli/paths.ts'
import { readPolls } from '../../../src/polls/pollsFile.ts'

type ChoiceDefinition = Extract<Poll, { kind: 'choice' }>
type Option = ChoiceDefinition['options'][number]

/** The polls that a slide of the deck asks, in the order of polls.yaml. */
export function pollsOn({ slides }: Pick<ReadDeck, 'slides'>): Poll[] {
  const asked = new Set(slides.map(slide => slide.frontmatter.poll))
  return readPolls(inRoot('polls.yaml')).filter(poll => asked.has(poll.id))
}

/**
 * A poll in which phones choose one option, with three to choose; the third is the second again where there are but
 * two.
 */
export type Vote = ChoiceDefinition & { right: Option | undefined, first: Option, second: Option, third: Option }

/**
 * The first such poll: one with a right answer, which is then the first option to choose, and a talk before a second
 * vote, if there is any.
 */
export function voteOf(polls: Poll[]): Vote | undefined {
  const single = polls.filter(poll => poll.kind === 'choice').filter(({ several }) => !several)
  const poll
    = single.find(({ answer, discuss }) => answer && discuss !== undefined)
      ?? single.find(({ answer }) => answer)
      ?? single[0]
  const right = poll?.options.find(option => poll.answer?.includes(option.id))
  const first = right ?? poll?.options[0]
  const [second, third = second]
    = poll?.options.filter(option => option !== first && !poll.answer?.includes(option.id)) ?? []
  return poll && first && second && third && { ...poll, right, first, second, third }
}

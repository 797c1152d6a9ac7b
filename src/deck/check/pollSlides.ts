import type { ContentIndex } from './contentIndex.ts'
import type { Slide } from './pages.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_POLLS_ON_SLIDE, pollIdsOf } from '../../polls/slidePolls.ts'
import { textsOf } from './markdown.ts'

const POLLS = 'polls.yaml'

/** Faults of polls that no slide asks, or more than one: plan and results expect one slide for each poll. */
export function checkPollSlides(slides: Slide[], { polls, root }: ContentIndex): string[] {
  const lines = readFileSync(join(root, POLLS), 'utf8').split('\n')
  const asking = Map.groupBy(
    slides.flatMap(slide => pollIdsOf(slide.frontmatter).map(id => ({ id, opening: slide.opening }))),
    ({ id }) => id,
  )
  const shown = new Set(
    slides.flatMap(({ tags }) =>
      tags.filter(tag => tag.name === 'Poll').flatMap(({ attributes: { id } }) => (id ? textsOf(id) : [])),
    ),
  )
  const unasked = [...polls.keys()].flatMap((id) => {
    const [first, ...more] = new Set(asking.get(id)?.map(slide => slide.opening))
    if (first === undefined && !shown.has(id)) {
      return [
        `${POLLS}:${lineOf(id, lines)}: no slide asks poll "${id}"; `
        + `add one with layout: question and poll: ${id}, or delete the poll.`,
      ]
    }
    return more.map(
      text =>
        `${text}: ${first} asks poll "${id}" already; show it here with <Poll id="${id}" />, or delete one of the two.`,
    )
  })
  return [...unasked, ...slides.flatMap(slide => slideFaults(slide, polls))]
}

/** Faults of a slide with several polls: they run in turn, and at the end they share the slide. */
function slideFaults({ opening, frontmatter, tags }: Slide, polls: ContentIndex['polls']): string[] {
  const ids = pollIdsOf(frontmatter)
  const faults: string[] = []
  if (ids.length > MAX_POLLS_ON_SLIDE)
    faults.push(`${opening}: ${ids.length} polls are too many for one slide; two stand side by side, so split it.`)
  if (new Set(ids).size < ids.length)
    faults.push(`${opening}: poll names one id twice; delete one of the two.`)
  const board = ids.length > 1 ? ids.find(id => polls.get(id)?.kind === 'questions') : undefined
  if (board !== undefined)
    faults.push(`${opening}: the board of questions "${board}" stays open, so no other has its turn; give it a slide.`)
  if (ids.length > 1 && frontmatter.layout !== 'question')
    faults.push(`${opening}: several polls in turn need layout: question.`)
  if (tags.filter(tag => tag.name === 'Poll').length > 1)
    faults.push(`${opening}: two <Poll> do not fit one slide; write layout: question and poll: [ID, ID].`)
  return faults
}

/** Line of a poll in polls.yaml. An option may have the same id, but is indented further. */
function lineOf(id: string, lines: string[]): number {
  const own = new RegExp(String.raw`^(?:- *|  )\{? *id: *['"]?${id}['"]? *(?:$|[,#}])`)
  return 1 + Math.max(0, lines.findIndex(line => own.test(line)))
}

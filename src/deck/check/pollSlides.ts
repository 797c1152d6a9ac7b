import type { ContentIndex } from './contentIndex.ts'
import type { Slide } from './pages.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { textsOf } from './markdown.ts'

const POLLS = 'polls.yaml'

/** Faults of polls that no slide asks, or more than one: plan and results expect one slide for each poll. */
export function checkPollSlides(slides: Slide[], { polls, root }: ContentIndex): string[] {
  const lines = readFileSync(join(root, POLLS), 'utf8').split('\n')
  const asking = Map.groupBy(slides, slide => slide.frontmatter.poll)
  const shown = new Set(
    slides.flatMap(({ tags }) =>
      tags.filter(tag => tag.name === 'Poll').flatMap(({ attributes: { id } }) => (id ? textsOf(id) : [])),
    ),
  )
  return [...polls.keys()].flatMap((id) => {
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
}

/** Line of a poll in polls.yaml. An option may have the same id, but is indented further. */
function lineOf(id: string, lines: string[]): number {
  const own = new RegExp(String.raw`^(?:- *|  )\{? *id: *['"]?${id}['"]? *(?:$|[,#}])`)
  return 1 + Math.max(0, lines.findIndex(line => own.test(line)))
}

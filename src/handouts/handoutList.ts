import type { Exercise } from '../content/exercises.ts'
import { EDITIONS } from '../content/editions.ts'

export interface HandoutLink {
  name: string
  /** Address of its preview. */
  path: string
}

export interface KitPaper extends HandoutLink {
  /** What it is, in a few words. */
  is: string
}

/** Papers of the whole kit, those for participants first. */
const KIT_PAPERS: KitPaper[] = [
  {
    name: 'Participant workbook',
    path: '/handouts/kit/workbook',
    is: 'Every participant sheet with a cover, a glossary and room for a headline of one’s own',
  },
  { name: 'Slides handout', path: '/handouts/kit/slides-handout', is: 'Three slides a page, with lines to write on' },
  { name: 'Feedback form', path: '/handouts/kit/feedback-form', is: 'One page, for the last five minutes' },
  {
    name: 'Ballot slips',
    path: '/handouts/ballot-slips',
    is: 'Every poll on paper, four slips a sheet, to copy and cut',
  },
  {
    name: 'Facilitator guide',
    path: '/handouts/kit/facilitator-guide',
    is: 'Run sheets, room, materials, polls, Wi-Fi, and every facilitator page with its answers',
  },
  {
    name: 'Slides with notes',
    path: '/handouts/kit/slides-with-notes',
    is: 'A slide and what to say to it on each page, for whoever presents',
  },
]

/** Every handout that there is, exercises in their order. */
export function listHandouts(exercises: Exercise[]): {
  sheets: { exercise: Exercise, links: HandoutLink[] }[]
  kit: KitPaper[]
} {
  const sheets = exercises.map((exercise) => {
    const kinds = [...EDITIONS, ...(exercise.cards ? ['cards'] : [])]
    return { exercise, links: kinds.map(name => ({ name, path: `/handouts/${exercise.slug}/${name}` })) }
  })
  return { sheets, kit: KIT_PAPERS }
}

import type { Edition } from '../content/editions.ts'

export type KitDocumentName
  = 'workbook' | 'facilitator-guide' | 'ballot-slips' | 'feedback-form' | 'slides-handout' | 'slides-with-notes'

/** A handout of the whole kit, beside those of each exercise. */
export interface KitDocument {
  /** Stands on the document, in its running head and in the list of handouts. */
  title: string
  /** What it is, for the list of handouts. */
  description: string
  /** Its place in the list of handouts, which begins with those for participants. */
  listPlace: number
  /** Who may read it: what is for participants holds no answer. */
  edition: Edition
  /** Address of its preview. */
  route: string
  /** What an author mends when it cannot be drawn. */
  source: string
  /** Content that it shows beyond what all handouts show, as paths from the root. */
  shows: readonly string[]
  /** Whether slides are drawn on it, as Slidev prints them. */
  drawsSlides?: boolean
}

/**
 * All documents of the kit by the name of their files, in the order in which they are needed. The print jobs, the list
 * of handouts, the routes of the previews and the running heads come from here; `setup/routes.ts` has a page for each.
 */
export const KIT_DOCUMENTS: Readonly<Record<KitDocumentName, KitDocument>> = {
  'workbook': {
    title: 'Participant workbook',
    description: 'Every participant sheet with a cover, a glossary and room for a headline of one’s own',
    listPlace: 1,
    edition: 'participant',
    route: '/handouts/kit/workbook',
    source: 'exercises/',
    shows: ['exercises'],
  },
  'facilitator-guide': {
    title: 'Facilitator guide',
    description: 'The day hour by hour, run sheets, ground rules, polls, Wi-Fi, and all facilitator pages with answers',
    listPlace: 5,
    edition: 'facilitator',
    route: '/handouts/kit/facilitator-guide',
    source: 'exercises/',
    shows: ['exercises', 'pages'],
  },
  'ballot-slips': {
    title: 'Ballot slips',
    description: 'Every poll on paper, to copy and cut: eight slips to a sheet, four where a poll is long',
    listPlace: 4,
    edition: 'participant',
    route: '/handouts/ballot-slips',
    source: 'polls.yaml',
    shows: [],
  },
  'feedback-form': {
    title: 'Feedback form',
    description: 'One page to fill in before people get up',
    listPlace: 3,
    edition: 'participant',
    route: '/handouts/kit/feedback-form',
    source: 'exercises/kit/feedback.md',
    shows: ['exercises/kit'],
  },
  'slides-handout': {
    title: 'Slides handout',
    description: 'Three slides a page, with lines to write on',
    listPlace: 2,
    edition: 'participant',
    route: '/handouts/kit/slides-handout',
    source: 'pages/',
    shows: ['pages', 'exercises'],
    drawsSlides: true,
  },
  'slides-with-notes': {
    title: 'Slides with notes',
    description: 'Each slide with what to say about it, for whoever presents',
    listPlace: 6,
    edition: 'facilitator',
    route: '/handouts/kit/slides-with-notes',
    source: 'pages/',
    shows: ['pages', 'exercises'],
    drawsSlides: true,
  },
}

import type { SharedBy } from '../content/copies.ts'
import type { Exercise } from '../content/exercises.ts'
import type { Track } from '../content/tracks.ts'
import type { KitDocumentName } from './kitDocuments.ts'
import { copiesFor } from '../content/copies.ts'
import { isShownIn } from '../content/tracks.ts'
import { KIT_DOCUMENTS } from './kitDocuments.ts'
import { largeName } from './largePrint.ts'
import { SLIPS_PER_SHEET } from './slipsPerSheet.ts'

/** What a copy shop does with a paper beyond printing it. */
export type Finish = 'staple' | 'cut'

/** A paper of a pack, before it is printed. */
export interface PackPaper {
  /** Name of the handout. */
  name: string
  /** What it is, for whoever prints and hands out. */
  title: string
  /** When it is handed out. */
  when: string
  /** For whom. */
  who: string
  copies: number
  /** Whether both sides of a sheet are printed, where it has more than one page. */
  twoSided: boolean
  /** Whether it is turned over its short edge: its pages lie on their side, and turn like those of a book. */
  shortEdge?: boolean
  finish?: Finish | undefined
  colour?: boolean
  /** Printed on a sheet twice as large as the others, such as A3. */
  large?: boolean
  /** Printed in place of the paper before it, by those who cannot print that one. */
  instead?: boolean
  /** What else there is to know. */
  note?: string
}

/** Documents that a track has for itself. */
export const TRACK_DOCUMENTS = ['workbook', 'facilitator-guide', 'ballot-slips'] as const satisfies KitDocumentName[]
type TrackDocument = typeof TRACK_DOCUMENTS[number]

/** Name of a document of the kit that is made for one track: `workbook-talk`. */
export function trackDocument(name: TrackDocument, track: Pick<Track, 'id'>): string {
  return `${name}-${track.id}`
}

/** Of ten people, one has no phone, an empty one, or one that the network refuses. */
const PEOPLE_A_SLIP = 10

/**
 * The papers that a room needs for a track, in the order in which they are handed out.
 *
 * @param exercises all of them, exchanged ones with the track that they have now
 * @param track that is shown
 * @param people in the room, without those who run it
 * @param large how many of them have asked for large print: each gets all papers to read or fill in once more
 */
export function packPapers(exercises: readonly Exercise[], track: Track, people: number, large = 0): PackPaper[] {
  return packInUsualPrint(exercises, track, people).flatMap(({ hasLarge, ...paper }) => [
    paper,
    ...(hasLarge && large > 0
      ? [{
          ...paper,
          name: largeName(paper.name),
          title: `${paper.title} in large print`,
          who: 'Those who asked for it',
          copies: Math.min(large, people),
          shortEdge: true,
          ...(paper.finish === 'cut' && { finish: undefined }),
        }]
      : []),
  ])
}

/** A paper, and whether it comes in large print as well. */
type PrintedPaper = PackPaper & { hasLarge?: boolean }

function packInUsualPrint(exercises: readonly Exercise[], track: Track, people: number): PrintedPaper[] {
  const kit = (name: KitDocumentName) => KIT_DOCUMENTS[name].title
  // As many as the poll with the longest words needs.
  const slips = copiesFor(SLIPS_PER_SHEET.few, people)
  return [
    {
      name: trackDocument('workbook', track),
      title: 'Booklet',
      when: 'On the seats',
      who: 'Everybody',
      copies: people,
      twoSided: true,
      finish: 'staple',
      hasLarge: true,
    },
    ...exercises.filter(exercise => isShownIn(exercise.track, track.id)).flatMap(item => papersOf(item, people)),
    {
      name: 'feedback-form',
      title: kit('feedback-form'),
      when: 'In the last minutes',
      who: 'Everybody',
      copies: people,
      twoSided: true,
      hasLarge: true,
    },
    {
      name: trackDocument('ballot-slips', track),
      title: kit('ballot-slips'),
      when: 'Kept with you',
      who: 'Enough for one person in ten',
      copies: copiesFor(PEOPLE_A_SLIP * SLIPS_PER_SHEET.few, people),
      twoSided: false,
      finish: 'cut',
      note: `No network at all? Print ${slips} ${slips === 1 ? 'copy' : 'copies'}.`,
    },
    {
      name: trackDocument('facilitator-guide', track),
      title: kit('facilitator-guide'),
      when: 'The week before',
      who: 'For you',
      copies: 1,
      twoSided: true,
      finish: 'staple',
    },
  ]
}

/** What an exercise needs on the tables, and what it keeps back. */
function papersOf(exercise: Exercise, people: number): PrintedPaper[] {
  const { slug, title, sharedBy = 1, separate, cards, mat, pages, slips } = exercise
  const sets = copiesFor(sharedBy, people)
  const atTable = { who: sharersOf(sharedBy), copies: sets }
  const at = (when: string) => `${when} of “${title}”`
  const start = at('At the start')
  return [
    ...(separate
      ? [{
          name: `${slug}-participant`,
          title,
          when: start,
          who: sharersOf(1),
          copies: people,
          twoSided: true,
          hasLarge: true,
        }]
      : []),
    ...(pages
      ? [{ name: `${slug}-pages`, title: pages.title, when: start, ...atTable, twoSided: false, colour: true }]
      : []),
    ...(mat
      ? [
          { name: `${slug}-mat`, title: mat.title, when: start, ...atTable, twoSided: false, large: true },
          {
            name: `${slug}-mat-in-two`,
            title: `${mat.title} on two sheets to join`,
            when: start,
            ...atTable,
            twoSided: false,
            instead: true,
          },
        ]
      : []),
    ...(cards
      ? [{
          name: `${slug}-cards`,
          title: cards.title,
          when: cards.when ? at(cards.when) : start,
          ...atTable,
          twoSided: true,
          finish: 'cut' as const,
        }]
      : []),
    ...slips.map(slip => ({
      name: `${slug}-${slip.file}`,
      title: slip.title,
      when: slip.when === 'Minute 0' ? start : at(slip.when),
      who: slip.copies,
      copies: copiesFor(slip.sharedBy, people),
      twoSided: true,
      ...(slip.cut && { finish: 'cut' as const }),
      hasLarge: true,
    })),
  ]
}

function sharersOf(shared: SharedBy): string {
  return shared === 'room' ? 'The room' : shared === 1 ? 'Everybody' : `One for every ${shared} people`
}

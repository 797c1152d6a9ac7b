import type { ContentIndex } from './contentIndex.ts'
import type { Page, Slide } from './pages.ts'
import { relative } from 'node:path'
import { hasSources } from '../../content/sourceNotes.ts'
import { ENTRY, parseDeck } from '../deck.ts'
import { checkAppendix } from './appendix.ts'
import { checkAttributes } from './attributes.ts'
import { checkCitations } from './citations.ts'
import { checkClosedTags } from './closedTags.ts'
import { checkComponents } from './components.ts'
import { readContentIndex } from './contentIndex.ts'
import { checkDrawings } from './drawings.ts'
import { checkCards, checkExercises, checkPolls } from './exercises.ts'
import { checkFrontmatter } from './frontmatter.ts'
import { checkHardCodedFigures } from './hardCodedFigures.ts'
import { checkHeadings } from './headings.ts'
import { checkImports, entriesOf } from './imports.ts'
import { checkKit } from './kit.ts'
import { checkLabels } from './labels.ts'
import { checkLayoutNeeds } from './layouts.ts'
import { checkMirrors } from './mirrors.ts'
import { exercisePages, kitPages, openingOf, slidePage } from './pages.ts'
import { checkFrontmatterPictures, checkPictures } from './pictures.ts'
import { checkPollSlides } from './pollSlides.ts'
import { checkReferences } from './references.ts'
import { checkSlideYaml } from './slideYaml.ts'
import { checkMinutes, checkTracks, formatTracks, isTimed, sumTracks } from './tracks.ts'

export interface ContentReport {
  /** One sentence for each fault: file, line, what is wrong and what to do. */
  faults: string[]
  /** What was checked, in one line; empty if the frontmatter of a slide could not be read. */
  counted: string
}

/**
 * Checks slides and exercises against the ledger, the polls and the exercises: everything that they refer to exists and
 * can be drawn, no figure is typed by hand, and evidence has a date and a source that is no mirror. It also checks the
 * deck itself: no slide is left out, each has speaker notes and a time, each poll is asked once, and each track adds up
 * to its length.
 *
 * @param root folder of the deck
 * @throws {import('../../content/yamlFile.ts').ContentError} when a data file itself is not valid
 */
export async function checkContent(root: string): Promise<ContentReport> {
  const unread = checkSlideYaml(root)
  // If a slide's YAML is misread, later checks would mislead.
  if (unread.length > 0)
    return { faults: unread, counted: '' }
  const deck = await parseDeck(root)
  const content = readContentIndex(root, deck.headmatter)
  const slides = deck.slides.map(slide => slidePage(slide, root))
  const exercises = [...content.exercises.values()]
  const papers = exercises.flatMap(exercise => exercisePages(exercise.slug, root))
  const handouts = [...papers, ...kitPages(root)]
  const lost = checkImports(deck, root)
  const sums = sumTracks(deck.slides)

  const faults = [
    ...lost,
    ...entriesOf(deck).flatMap(item =>
      placed(openingOf(item, root), checkHead(item.frontmatter, relative(root, item.filepath), content)),
    ),
    ...slides.flatMap(slide => checkSlide(slide, content)),
    // A lost slide or minutes that are invalid would make every sum wrong.
    ...lost.length === 0 && deck.slides.every(isTimed) ? checkTracks(sums, ENTRY) : [],
    // A poll may look unused only because its slide was lost.
    ...lost.length === 0 ? checkPollSlides(slides, content) : [],
    ...checkAppendix(slides),
    ...checkExercises(exercises, slides),
    ...exercises.flatMap(exercise => [...checkPolls(exercise, root, content), ...checkCards(exercise, root, content)]),
    ...checkKit(content),
    ...papers.flatMap(checkHeadings),
    ...handouts.flatMap(handout => checkPage(handout, content)),
  ]
  const { polls, ledger } = content
  return {
    // A page that is imported twice would have each fault twice.
    faults: [...new Set(faults)],
    counted: `In order: slides ${slides.length} (${formatTracks(sums)}), exercises ${exercises.length}, `
      + `polls ${polls.size}, claims ${Object.keys(ledger.claims).length}, `
      + `series ${Object.keys(ledger.series).length}.`,
  }
}

function checkSlide(slide: Slide, content: ContentIndex): string[] {
  return [
    ...(slide.note.trim()
      ? []
      : [`${slide.first}: the slide has no speaker notes; end it with a comment that holds them.`]),
    ...(hasSources(slide.note)
      ? [`${slide.first}: the notes end with a list of sources, which the deck adds by itself; delete the list.`]
      : []),
    // Notes are HTML and not a template: <Figure id="x" /> would be an empty <figure>.
    ...(/<[A-Z]\w*/.exec(slide.note) ?? []).map(tag =>
      `${slide.first}: ${tag}> in the notes is not drawn there; write in words what it would show.`,
    ),
    ...placed(slide.opening, [
      ...checkHead(slide.own, slide.file, content),
      ...checkLayoutNeeds(slide, content),
      ...checkMinutes(slide.frontmatter),
    ]),
    ...checkPage(slide, content),
    ...checkHardCodedFigures(slide),
    ...checkCitations(slide, content),
    ...checkMirrors(slide, content),
  ]
}

function checkHead(frontmatter: Record<string, unknown>, file: string, content: ContentIndex): string[] {
  return [...checkFrontmatter(frontmatter, content), ...checkFrontmatterPictures(frontmatter, file, content)]
}

function checkPage(page: Page, content: ContentIndex): string[] {
  const unknown = checkComponents(page, content)
  return [
    ...unknown,
    // Whether a tag needs an end depends on what it is.
    ...unknown.length > 0 ? [] : checkClosedTags(page),
    ...checkPictures(page, content),
    ...page.tags.flatMap(tag => checkTag({ ...page, tags: [tag] }, content)),
  ]
}

/** A tag that refers to nothing cannot be drawn, so its picture is tried out only where there are no other faults. */
function checkTag(page: Page, content: ContentIndex): string[] {
  const faults = [...checkAttributes(page, content), ...checkReferences(page, content), ...checkLabels(page, content)]
  return faults.length > 0 ? faults : checkDrawings(page, content)
}

function placed(place: string, faults: string[]): string[] {
  return faults.map(fault => `${place}: ${fault}`)
}

import type { Exercise } from '../../../src/content/exercises.ts'
import type { PrintJob } from '../../../src/handouts/jobs.ts'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { inRoot } from '../../../src/cli/paths.ts'
import { readExercises } from '../../../src/content/exercises.ts'
import { TICK_ONE } from '../../../src/pdf/fieldMark.ts'
import { readPolls } from '../../../src/polls/pollsFile.ts'
import { readPdfFile } from '../../pdf/matterhorn/file.ts'
import { failuresOf } from '../../pdf/matterhorn/index.ts'
import { checkPdf, fontsOf, infoOf as readInfo, readPdf, textOf as readText } from './pdf.ts'
import { PLANTED, secretsOf, sheetOf } from './secrets.ts'
import { amountsOf, amountsOfCharts, foundIn, missingFrom, namedRowsOf, sentencesOf } from './sentences.ts'

/** A printed handout. */
export interface Print extends PrintJob {
  path: string
}

/** The sheet of an exercise in one edition. */
interface Sheet extends Print {
  exercise: Exercise
}

type Expect = (actual: unknown) => ReturnType<typeof expect.soft>
/** What a handout has to be, by name. */
type Checks<T> = Record<string, (print: T, softly: Expect) => void | Promise<void>>

const SIZE = { a4: 'A4', letter: 'letter' }
/** A mat on one sheet is twice as large; Poppler has no name for 11 × 17 inches. */
const MAT_SIZE = { a4: 'A3', letter: undefined }
const MAX_BYTES = 500 * 1024

const exercises = readExercises(inRoot('exercises'))
const polls = readPolls(inRoot('polls.yaml'))
const secrets = secretsOf(exercises, PLANTED)
/** What a story's own sheets have to say and to keep; there may be no such file. */
export const own: Record<string, { says: string, keeps: RegExp }> = Object.assign(
  {},
  ...Object.values(import.meta.glob('../../story/sheets.ts', { eager: true, import: 'SHEETS' })),
)

/**
 * Rows of the workbook that have a name: its contents with two papers of the kit, and those of the sheets' tables that
 * do not begin with a place to write.
 */
const rowsOfWorkbook
  = exercises.length + 2 + exercises.flatMap(exercise => namedRowsOf(sheetOf(exercise.slug, 'participant'))).length

/** Each file is read once by each tool, however many tests ask. */
function once<T>(read: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>()
  return path => known.get(path) ?? known.set(path, read(path)).get(path) as T
}
const pdfOf = once(readPdf)
const infoOf = once(readInfo)
const textOf = once(readText)

const OF_ALL: Checks<Print> = {
  'has its title, its pageSize, and tags for a screen reader': ({ name, pageSize, path }, softly) => {
    const info = infoOf(path)
    const size = name.endsWith('-mat') ? MAT_SIZE : SIZE
    softly(info).toMatchObject({ title: expect.stringMatching(/\S/), pageSize: size[pageSize], tagged: true })
    softly(readFileSync(path).includes(`<rdf:li xml:lang="x-default">${info.title}</rdf:li>`)).toBe(true)
  },
  'says its language': ({ path }, softly) => {
    softly(pdfOf(path).catalog).toMatchObject({
      '/Lang': 'u:en',
      '/MarkInfo': { '/Marked': true },
      '/ViewerPreferences': expect.objectContaining({ '/DisplayDocTitle': true }),
    })
  },
  'has its headings for an outline, in their order': ({ path }, softly) => {
    const { outline, types } = pdfOf(path)
    const headings = [1, 2, 3, 4, 5, 6].reduce((sum, value) => sum + (types.get(`H${value}`) ?? 0), 0)
    softly(outline.length).toBe(headings)
    softly(outline[0]?.[0]).toBe(1)
    // As the headings read: a space where a line ends, and no words twice.
    softly(outline.filter(([, words]) => /^(.+)\1$/.test(words) || words !== words.trim())).toEqual([])
    // No level is left out on the way down.
    softly(outline.filter(([depth], i) => depth > (outline[i - 1]?.[0] ?? 0) + 1)).toEqual([])
  },
  'leaves no heading at the foot of a page': ({ path }, softly) => {
    const squeeze = (text: string) => text.replace(/\s/g, '')
    // That of ballot slips is heard, not seen, and painted last.
    const titles = pdfOf(path).outline.map(([, title]) => title).filter(title => title !== 'Ballot slips')
    const pages = textOf(path).split('\f').map(squeeze).filter(page => page !== '')
    softly(pages.length).toBe(infoOf(path).pages)
    softly(
      pages.flatMap((page, i) =>
        titles.filter(title => page.endsWith(squeeze(title))).map(title => `page ${i + 1} ends with “${title}”`),
      ),
    ).toEqual([])
  },
  'passes every condition of PDF/UA-1 that software can tell': async ({ path }, softly) => {
    softly(failuresOf(await readPdfFile(readFileSync(path)))).toEqual({})
  },
  'says of each picture where it is': ({ path }, softly) => {
    const { objects, at } = pdfOf(path)
    const figures = objects.filter(object => object['/Type'] === '/StructElem' && object['/S'] === '/Figure')
    softly(figures.filter(figure => !JSON.stringify(at(figure['/A']) ?? '').includes('/BBox'))).toEqual([])
  },
  'has a body in every item of a list, and a head in every row that is named': ({ name, path }, softly) => {
    const { objects, at, types } = pdfOf(path)
    const kidsOf = (item: Record<string, unknown>) =>
      [item['/K']].flat().map(kid => (at(kid) as Record<string, unknown> | null)?.['/S'])
    softly(
      objects
        .filter(object => object['/S'] === '/LI')
        .filter(
          object =>
            kidsOf(object).some(kid => kid !== '/Lbl' && kid !== '/LBody') || !kidsOf(object).includes('/LBody'),
        ),
    ).toEqual([])
    const cells = objects.filter(object => object['/S'] === '/TH')
    const heads = cells.map(cell => JSON.stringify(at(cell['/A'])))
    // That of a table over several pages is read once.
    softly(
      cells.filter(
        (cell, i) =>
          heads[i]?.includes('/Column')
          && [cell['/K']]
            .flat()
            .some(kid => typeof kid === 'object' && kid !== null && '/Pg' in kid && kid['/Pg'] !== cell['/Pg']),
      ),
    ).toEqual([])
    softly(heads.filter(head => head.includes('/Scope')).length).toBe(types.get('TH') ?? 0)
    if (name === 'workbook')
      softly(heads.filter(head => head.includes('"/Row"')).length).toBeGreaterThanOrEqual(rowsOfWorkbook)
  },
  'has fields with names and labels, each its own, and links that say where they lead': ({ path }, softly) => {
    const { fields, objects, at, catalog } = pdfOf(path)
    softly(fields.filter(field => field.name === '' || field.label === '')).toEqual([])
    // Of boxes of which one is to be ticked each has a label of its own, and all have the name of their question.
    const boxes = fields.filter(field => field.label.includes(TICK_ONE))
    const others = fields.filter(field => !boxes.includes(field))
    softly(new Set(others.map(field => field.name)).size).toBe(others.length)
    softly(new Set(fields.map(field => field.label)).size).toBe(fields.length)
    const alone = boxes.filter(({ name }) => boxes.filter(box => box.name === name).length < 2)
    softly(alone).toEqual([])
    const links = objects.filter(object => object['/Subtype'] === '/Link')
    softly(links.filter(link => !String(link['/Contents'] ?? '').replace('u:', ''))).toEqual([])
    const addresses = links.flatMap(link => (at(link['/A']) as Record<string, unknown> | undefined)?.['/URI'] ?? [])
    softly(links.filter(link => String(link['/Contents']).startsWith('u:#'))).toEqual([])
    const places = Object.keys(at(catalog['/Dests']) ?? {})
    softly(
      links
        .filter(link => !('/A' in link))
        .map(link => link['/Dest'])
        .filter(place => !places.includes(String(place))),
    ).toEqual([])
    softly(
      addresses.filter(
        address =>
          !/^u:https?:\/\//.test(String(address))
          || String(address).includes('field.invalid')
          || /localhost|127\.0\.0\.1/.test(String(address)),
      ),
    ).toEqual([])
  },
  'has all its fonts in it, with the characters they stand for': ({ path }, softly) => {
    const fonts = fontsOf(path)
    softly(fonts.length).toBeGreaterThan(0)
    softly(fonts).toEqual(fonts.map(() => ({ embedded: true, readable: true })))
  },
  'is a sound file of no more than 500 KB': ({ path }, softly) => {
    softly(checkPdf(path)).toContain('No syntax or stream encoding errors found')
    softly(infoOf(path).bytes).toBeLessThanOrEqual(MAX_BYTES)
  },
}

const OF_SHEETS: Checks<Sheet> = {
  'is called as its source says': ({ path, edition, exercise: { titles } }, softly) => {
    softly(infoOf(path).title).toBe(titles[edition])
  },
  // The control of what follows: what would leak is found where it belongs.
  'has the sentences of its source, but for those that a page break divides': ({ path, edition, exercise }, softly) => {
    const markdown = sheetOf(exercise.slug, edition)
    const sentences = sentencesOf(markdown)
    softly(missingFrom(textOf(path), sentences).length).toBeLessThan(infoOf(path).pages)
    softly(missingFrom(textOf(path), [...sentences, PLANTED])).toContain(PLANTED)
  },
  'has the amounts of its source': ({ path, edition, exercise }, softly) => {
    const markdown = sheetOf(exercise.slug, edition)
    softly(missingFrom(textOf(path), amountsOf(markdown))).toEqual([])
  },
  'has a field for each of its write-ins and boxes': ({ path, edition, exercise }, softly) => {
    const markdown = sheetOf(exercise.slug, edition)
    const marks = [...markdown.matchAll(/<(?:WriteIn|TickBox)\b/g)].length
    softly(pdfOf(path).fields.length).toBe(marks)
    softly(pdfOf(path).types.get('Form') ?? 0).toBe(marks)
  },
}

const OF_PARTICIPANTS: Checks<Print> = {
  'has no sentence of any facilitator page': ({ path }, softly) => {
    // The planted one is the control: it would be found, and nothing else is.
    softly(new Set(foundIn(`${textOf(path)}\n${PLANTED}`, secrets))).toEqual(
      new Set(exercises.length > 0 ? [PLANTED] : []),
    )
  },
}

const OF_PARTICIPANT_SHEETS: Checks<Sheet> = {
  'has no amount that only its facilitator page has': ({ path, exercise: { slug } }, softly) => {
    const handout = sheetOf(slug, 'participant')
    const own = [...amountsOf(handout), ...amountsOfCharts(handout)]
    const keys = amountsOf(sheetOf(slug, 'facilitator')).filter(amount => !own.includes(amount))
    softly(foundIn(textOf(path), keys)).toEqual([])
  },
  'leaves to the participants what is theirs to find': ({ path, exercise: { slug } }, softly) => {
    const story = own[slug]
    if (!story)
      return
    softly(textOf(path)).toContain(story.says)
    softly(textOf(path)).not.toMatch(story.keeps)
  },
}

const OF_BALLOT_SLIPS: Checks<Print> = {
  'has a sheet for each poll, with its question and every option': ({ path }, softly) => {
    const options = polls.flatMap(poll => 'options' in poll ? poll.options.map(({ text }) => text) : [])
    softly(infoOf(path).pages).toBe(polls.length)
    softly(missingFrom(textOf(path), [...polls.map(poll => poll.question), ...options])).toEqual([])
  },
}

/**
 * Checks a printed handout in all that it has to be. Each fault fails the test under the name of its check, and the
 * other checks go on.
 */
export async function checkPrint(print: Print): Promise<void> {
  await run(OF_ALL, print)
  const exercise = exercises.find(({ slug }) => print.name === `${slug}-${print.edition}`)
  const isForParticipants = print.edition === 'participant'
  if (exercise)
    await run(OF_SHEETS, { ...print, exercise })
  if (isForParticipants)
    await run(OF_PARTICIPANTS, print)
  if (exercise && isForParticipants)
    await run(OF_PARTICIPANT_SHEETS, { ...print, exercise })
  if (print.name === 'ballot-slips')
    await run(OF_BALLOT_SLIPS, print)
}

async function run<T extends Print>(checks: Checks<T>, print: T): Promise<void> {
  for (const [name, check] of Object.entries(checks)) {
    let error: unknown
    try {
      await check(print, actual => expect.soft(actual, name))
    }
    catch (thrown) {
      error = thrown
    }
    expect.soft(error, name).toBeUndefined()
  }
}

import type { Buffer } from 'node:buffer'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { fileOf, printJobs } from '../../src/handouts/jobs.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { runNode } from '../support/run.ts'
import { checkPdf, fontsOf, pagesWithUnmarkedText, infoOf as readInfo, readPdf, textOf as readText } from './support/pdf.ts'
import { PLANTED, secretsOf, sheetOf } from './support/secrets.ts'
import { amountsOf, amountsOfCharts, foundIn, missingFrom, namedRowsOf, sentencesOf } from './support/sentences.ts'

const exercises = readExercises(inRoot('exercises'))
const polls = readPolls(inRoot('polls.yaml'))
const all = printJobs(exercises).map(job => ({
  ...job,
  file: fileOf(job),
  path: inRoot('dist', 'handouts', fileOf(job)),
}))
const SIZE = { a4: 'A4', letter: 'letter' }
const MAX_BYTES = 500 * 1024
const TIMEOUT_MS = 170_000

/** The sheet of an exercise in one edition. */
const sheets = all.flatMap(job =>
  exercises.filter(exercise => job.name === `${exercise.slug}-${job.edition}`).map(exercise => ({ ...job, exercise })),
)
const secrets = secretsOf(exercises, PLANTED)
/** What a story's own sheets have to say and to keep; there may be no such file. */
const own: Record<string, { says: string, keeps: RegExp }> = Object.assign(
  {},
  ...Object.values(import.meta.glob('../story/sheets.ts', { eager: true, import: 'SHEETS' })),
)

/**
 * Rows of the workbook that have a name: its contents with two more parts, and those of the sheets' tables that
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

beforeAll(async () => {
  const start = Date.now()
  const { code, stdout, stderr } = await runNode(['scripts/handouts.ts'], {}, TIMEOUT_MS)
  if (code !== 0)
    throw new Error(`npm run handouts ended with ${code}: ${stderr}`)
  const told = stdout
    .trim()
    .split('\n')
    .map(line => /^dist\/handouts\/(\S+)\s+(\d+) pages?\s+\d+ KB\s+(?:[\d.]+ s|unchanged)$/.exec(line)?.slice(1))
  expect(told).toEqual(all.map(item => [item.file, String(infoOf(item.path).pages)]))
  // What was there before must be what it says, unchanged.
  expect(
    stdout
      .split('\n')
      .filter(line => line.endsWith(' s'))
      .map(line => /handouts\/(\S+)/.exec(line)?.[1])
      .filter(file => statSync(inRoot('dist', 'handouts', file ?? '')).mtimeMs < start),
  ).toEqual([])
})

describe.each(all)('$file', ({ name, pageSize, path }) => {
  it('has its title, its page size, and tags for a screen reader', () => {
    const info = infoOf(path)
    expect(info).toMatchObject({ title: expect.stringMatching(/\S/), pageSize: SIZE[pageSize], tagged: true })
    expect(readFileSync(path).includes(`<rdf:li xml:lang="x-default">${info.title}</rdf:li>`)).toBe(true)
  })

  it('says its language', () => {
    expect(pdfOf(path).catalog).toMatchObject({
      '/Lang': 'u:en',
      '/MarkInfo': { '/Marked': true },
      '/ViewerPreferences': expect.objectContaining({ '/DisplayDocTitle': true }),
    })
  })

  it('has its headings for an outline, in their order', () => {
    const { outline, types } = pdfOf(path)
    const headings = [1, 2, 3, 4, 5, 6].reduce((sum, value) => sum + (types.get(`H${value}`) ?? 0), 0)
    expect(outline.length).toBe(headings)
    expect(outline[0]?.[0]).toBe(1)
    // As the headings read: a space where a line ends, and no words twice.
    expect(outline.filter(([, words]) => /^(.+)\1$/.test(words) || words !== words.trim())).toEqual([])
    // No level is left out on the way down.
    expect(outline.filter(([depth], i) => depth > (outline[i - 1]?.[0] ?? 0) + 1)).toEqual([])
  })

  it('leaves no heading at the foot of a page', () => {
    const squeeze = (text: string) => text.replace(/\s/g, '')
    // That of ballot slips is heard, not seen, and painted last.
    const titles = pdfOf(path).outline.map(([, title]) => title).filter(text => text !== 'Ballot slips')
    const pages = textOf(path).split('\f').map(squeeze).filter(text => text !== '')
    expect(pages.length).toBe(infoOf(path).pages)
    expect(
      pages.flatMap((page, i) =>
        titles.filter(title => page.endsWith(squeeze(title))).map(title => `page ${i + 1} ends with “${title}”`),
      ),
    ).toEqual([])
  })

  it('has no words that a screen reader is told nothing about', async () => {
    expect(await pagesWithUnmarkedText(path)).toEqual([])
  })

  it('has a text for every picture', () => {
    const figures = pdfOf(path).objects.filter(
      object => object['/Type'] === '/StructElem' && object['/S'] === '/Figure',
    )
    expect(
      figures.filter(
        figure =>
          !String(figure['/Alt'] ?? '')
            .replace('u:', '')
            .trim(),
      ),
    ).toEqual([])
  })

  it('has a body in every item of a list, and a head in every row that is named', () => {
    const { objects, at, types } = pdfOf(path)
    const kidsOf = (item: Record<string, unknown>) =>
      [item['/K']].flat().map(kid => (at(kid) as Record<string, unknown> | null)?.['/S'])
    expect(
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
    expect(
      cells.filter(
        (cell, i) =>
          heads[i]?.includes('/Column')
          && [cell['/K']]
            .flat()
            .some(kid => typeof kid === 'object' && kid !== null && '/Pg' in kid && kid['/Pg'] !== cell['/Pg']),
      ),
    ).toEqual([])
    expect(heads.filter(head => head.includes('/Scope')).length).toBe(types.get('TH') ?? 0)
    if (name === 'workbook')
      expect(heads.filter(head => head.includes('"/Row"')).length).toBeGreaterThanOrEqual(rowsOfWorkbook)
  })

  it('has fields with names and labels, each its own, and links that say where they lead', () => {
    const { fields, objects, at, catalog } = pdfOf(path)
    expect(fields.filter(field => field.name === '' || field.label === '')).toEqual([])
    expect(new Set(fields.map(field => field.name)).size).toBe(fields.length)
    const links = objects.filter(object => object['/Subtype'] === '/Link')
    expect(links.filter(link => !String(link['/Contents'] ?? '').replace('u:', ''))).toEqual([])
    const addresses = links.flatMap(link => (at(link['/A']) as Record<string, unknown> | undefined)?.['/URI'] ?? [])
    expect(links.filter(link => String(link['/Contents']).startsWith('u:#'))).toEqual([])
    const places = Object.keys(at(catalog['/Dests']) ?? {})
    expect(
      links
        .filter(link => !('/A' in link))
        .map(link => link['/Dest'])
        .filter(item => !places.includes(String(item))),
    ).toEqual([])
    expect(
      addresses.filter(
        address =>
          !/^u:https?:\/\//.test(String(address))
          || String(address).includes('field.invalid')
          || /localhost|127\.0\.0\.1/.test(String(address)),
      ),
    ).toEqual([])
  })

  it('has all its fonts in it, with the characters they stand for', () => {
    const fonts = fontsOf(path)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts).toEqual(fonts.map(() => ({ embedded: true, readable: true })))
  })

  it('is a sound file of no more than 500 KB', () => {
    expect(checkPdf(path)).toContain('No syntax or stream encoding errors found')
    expect(infoOf(path).bytes).toBeLessThanOrEqual(MAX_BYTES)
  })
})

describe.each(sheets)('$file', ({ path, edition, exercise: { slug, titles } }) => {
  const markdown = sheetOf(slug, edition)

  it('is called as its source says', () => {
    expect(infoOf(path).title).toBe(titles[edition])
  })

  // The control of what follows: what would leak is found where it belongs.
  it('has the sentences of its source, but for those that a page break divides', () => {
    const sentences = sentencesOf(markdown)
    expect(missingFrom(textOf(path), sentences).length).toBeLessThan(infoOf(path).pages)
    expect(missingFrom(textOf(path), [...sentences, PLANTED])).toContain(PLANTED)
  })

  it('has the amounts of its source', () => {
    expect(missingFrom(textOf(path), amountsOf(markdown))).toEqual([])
  })

  it('has a field for each of its write-ins and boxes', () => {
    const marks = [...markdown.matchAll(/<(?:WriteIn|TickBox)\b/g)].length
    expect(pdfOf(path).fields.length).toBe(marks)
    expect(pdfOf(path).types.get('Form') ?? 0).toBe(marks)
  })
})

describe.each(all.filter(item => item.edition === 'participant'))('$file', ({ path }) => {
  it('has no sentence of any facilitator page', () => {
    // The planted one is the control: it would be found, and nothing else is.
    expect(new Set(foundIn(`${textOf(path)}\n${PLANTED}`, secrets))).toEqual(
      new Set(exercises.length > 0 ? [PLANTED] : []),
    )
  })
})

describe.each(sheets.filter(sheet => sheet.edition === 'participant'))('$file', ({ exercise: { slug }, path }) => {
  it('has no amount that only its facilitator page has', () => {
    const handout = sheetOf(slug, 'participant')
    const own = [...amountsOf(handout), ...amountsOfCharts(handout)]
    const keys = amountsOf(sheetOf(slug, 'facilitator')).filter(text => !own.includes(text))
    expect(foundIn(textOf(path), keys)).toEqual([])
  })

  it.runIf(own[slug])('leaves to the participants what is theirs to find', () => {
    expect(textOf(path)).toContain(own[slug]?.says)
    expect(textOf(path)).not.toMatch(own[slug]?.keeps ?? expect.fail('It keeps nothing.'))
  })
})

it('has a sheet for each that has words of its own', () => {
  expect(Object.keys(own).filter(slug => !exercises.some(exercise => exercise.slug === slug))).toEqual([])
})

describe.each(all.filter(item => item.name === 'ballot-slips'))('$file', ({ path }) => {
  it('has a sheet for each poll, with its question and every option', () => {
    const options = polls.flatMap(poll => 'options' in poll ? poll.options.map(({ text }) => text) : [])
    expect(infoOf(path).pages).toBe(polls.length)
    expect(missingFrom(textOf(path), [...polls.map(poll => poll.question), ...options])).toEqual([])
  })
})

it('prints the same bytes alone as after others and another page size, and only what is missing', async () => {
  // All of an exercise, its cards too where one has any, and a document of the kit.
  const names = [(exercises.find(exercise => exercise.cards) ?? exercises[0])?.slug ?? 'workbook', 'slides-handout']
  const mine = all.filter(item => names.some(name => item.name.startsWith(name)) && item.pageSize === 'letter')
  const before = mine.map(item => readFileSync(item.path))
  mine.slice(1).forEach(item => rmSync(item.path))
  const { code, stdout } = await runNode(['scripts/handouts.ts', ...names, '--paper', 'letter'], {}, TIMEOUT_MS)
  expect(code).toBe(0)
  expect(stdout.trim().split('\n').map(line => line.endsWith('unchanged'))).toEqual(mine.map((_, i) => i === 0))
  expect(mine.map((item, i) => readFileSync(item.path).equals(before[i] as Buffer))).toEqual(mine.map(() => true))
  expect(readdirSync(inRoot('dist', 'handouts')).filter(name => name.endsWith('.part'))).toEqual([])
})

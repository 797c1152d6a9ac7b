import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { claimCardsOf } from '../../src/content/claimCards.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { minutesOf } from '../../src/content/minutes.ts'
import { formatRent } from '../../src/content/rent.ts'
import { LONGEST_STRETCH_MINUTES, TRACKS } from '../../src/content/tracks.ts'
import { sumTracks } from '../../src/deck/check/tracks.ts'
import { parseDeck } from '../../src/deck/deck.ts'
import { claimsOnBoard, COLUMNS, IMPACTS } from '../../src/drawing/claimBoard.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { sheetOf } from '../handouts/support/secrets.ts'
import { lettersOf, sentencesOf } from '../handouts/support/sentences.ts'
import { claims, figures } from './support/storyLedger.ts'

const exercises = readExercises(inRoot('exercises'))
const exercise = (slug: string) => {
  const found = exercises.find(item => item.slug === slug)
  if (!found)
    throw new Error(`There is no exercise ${slug}.`)
  return found
}
const FRONTMATTER = /^---\n[\s\S]*?\n---\n/
/** The minutes in the first column of a facilitator's run sheet. */
const spansOf = (slug: string) =>
  [...sheetOf(slug, 'facilitator').matchAll(/^\| (\d+)–(\d+) \|/gm)].map(match => [Number(match[1]), Number(match[2])])

describe.each(exercises)('$slug', ({ slug, steps, cut, slips }) => {
  it('has a run sheet without gaps that ends with its last step', () => {
    const spans = spansOf(slug)
    expect(spans.map(([from]) => from)).toEqual([0, ...spans.slice(0, -1).map(([, to]) => to)])
    expect(spans.at(-1)?.[1]).toBe(minutesOf({ steps }))
  })

  it('gives people the minutes of the clock', () => {
    const told = [...sheetOf(slug, 'participant').matchAll(/\((\d+) minutes?\)/g)].map(match => Number(match[1]))
    const planned = steps.map(step => step.minutes)
    // The first step of the baseline is spoken.
    expect(told).toEqual(slug === '01-baseline' ? planned.slice(1) : planned)
  })

  it('has a debrief with minutes of its own, and something to leave out', () => {
    const isLater = slug === '01-baseline'
    expect(isLater || steps.some(step => /debrief/i.test(step.name) && step.minutes >= 3)).toBe(true)
    expect(cut?.saves).toBeGreaterThan(0)
    expect(sheetOf(slug, 'facilitator')).toContain('**If time is short')
    expect(sheetOf(slug, 'facilitator')).toMatch(new RegExp(`saves ${cut?.saves} minutes`))
  })

  it('keeps what comes later off the sheet', () => {
    const sheet = lettersOf(sheetOf(slug, 'participant').replace(FRONTMATTER, ''))
    const later = slips.filter(slip => slip.when !== 'Minute 0').flatMap(slip =>
      sentencesOf(readFileSync(inRoot('exercises', slug, 'slips', `${slip.file}.md`), 'utf8')))
    expect(later.filter(sentence => sheet.includes(lettersOf(sentence)))).toEqual([])
  })
})

describe('the claim sort', () => {
  const ids = claimCardsOf(exercise('02-claim-sort'))
  const poll = readPolls(inRoot('polls.yaml')).find(item => item.id === 'hardest-card')

  it('asks which card was hardest of all its cards, in their order and by their names on the board', () => {
    const labels = new Map(claimsOnBoard(claims).map(claim => [claim.id, claim.label]))
    expect(poll?.kind === 'choice' && poll.options).toEqual(
      ids.map(id => ({ id: id.toLowerCase(), text: labels.get(id) })),
    )
  })

  it('has ten to twelve cards, of every lens and every verdict, and the rest of the board as spares', () => {
    const { cards } = exercise('02-claim-sort')
    expect(ids.length).toBeGreaterThanOrEqual(10)
    expect(ids.length).toBeLessThanOrEqual(12)
    expect(new Set(ids.map(id => claims[id]?.lens)).size).toBe(4)
    expect(new Set(ids.map(id => claims[id]?.verdict)).size).toBe(5)
    expect([...ids, ...cards?.spares.map(spare => spare.claim) ?? []].sort()).toEqual(
      claimsOnBoard(claims).map(claim => claim.id).sort(),
    )
  })

  it('has the columns and rows of the board on its mat', () => {
    const { mat } = exercise('02-claim-sort')
    expect(mat?.columns.map(({ verdict, name }) => [verdict, name])).toEqual(
      COLUMNS.map(({ verdict, word }) => [verdict, word]),
    )
    expect(mat?.rows.map(row => row.name.toLowerCase())).toEqual([...IMPACTS].reverse())
  })
})

describe('the key of Fermi the bill', () => {
  const key = sheetOf('04-fermi-the-bill', 'facilitator')
  const rents = [...key.matchAll(/<Rent hours="([^"]+)" rent="([^"]+)"(?: :times="([^"]+)")? \/>/g)].map(
    ([, hours = '', rent = '', times = '1']) => {
      const [count, price] = [figures[hours], figures[rent]]
      return count && price ? formatRent(count, price, Number(times)) : undefined
    },
  )

  it('has every product exactly, worked out from the ledger', () => {
    expect(rents).toEqual(['$5.328M', '$0.238M', '$0.010M', '$2.788M', '$11.152M'])
  })

  it('adds up to the published sum', () => {
    const stages = rents.slice(0, 3).reduce((sum, text) => sum + Number(text?.replace(/[$M]/g, '')), 0)
    expect(stages).toBeCloseTo(figures['v3-run-cost']?.value ?? 0, 6)
  })

  it('is not spoilt by a vote before it', async () => {
    const order = (await parseDeck(root)).slides.map(({ frontmatter }) => frontmatter.exercise ?? frontmatter.poll)
    expect(order.indexOf('bill')).toBeGreaterThan(order.indexOf('04-fermi-the-bill'))
  })
})

it('has no track without a break for longer than people sit', async () => {
  const sums = sumTracks((await parseDeck(root)).slides)
  expect(sums.map(sum => sum.track.id)).toEqual(TRACKS.map(track => track.id))
  expect(sums.filter(sum => sum.stretch > LONGEST_STRETCH_MINUTES)).toEqual([])
})

it('has no slip with the name of a component, which Vue would draw inside itself', () => {
  const components = new Set(globSync('components/*.vue', { cwd: root }).map(file => lettersOf(file.slice(11, -4))))
  const names = exercises.flatMap(({ slips }) => slips.map(slip => slip.file))
  expect(names.filter(name => components.has(lettersOf(name)))).toEqual([])
})

it('says no code of the ledger to participants', () => {
  const files = globSync('exercises/*/{handout.md,slips/*.md}', { cwd: root })
  expect(files.filter(file => /<ClaimRef/.test(readFileSync(inRoot(file), 'utf8')))).toEqual([])
})

it('has curly quotes in all that is printed of the exercises', () => {
  const straight = globSync('exercises/**/*.md', { cwd: root }).flatMap((file) => {
    const words = readFileSync(inRoot(file), 'utf8').replace(FRONTMATTER, '').replaceAll(/<[^<>]*>|`[^`]*`/g, '')
    return [...words.matchAll(/.{0,20}["'].{0,20}/g)].map(([text]) => `${file}: ${text}`)
  })
  expect(straight).toEqual([])
})

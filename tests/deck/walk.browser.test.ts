import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { readExercises } from '../../src/content/exercises.ts'
import { readLedger } from '../../src/content/ledger.ts'
import { hardCodedFigures } from '../../src/deck/check/hardCodedFigures.ts'
import { deckSecrets, PLANTED } from '../handouts/support/secrets.ts'
import { foundIn } from '../handouts/support/sentences.ts'
import { loadSlidesWhenNear } from './support/kit.ts'
import { figuresOnSlides, ledgerFigures } from './support/ledgerFigures.ts'
import { FINDINGS } from './support/walk.ts'
import { WalkedDeck } from './support/walkedDeck.ts'

const MOST_WORDS = 40
/** Slides of a story that have more, by title, and why they need them; there may be no such file. */
const wordyFiles = import.meta.glob<ReadonlyMap<string, string>>('../story/exceptions.ts', {
  eager: true,
  import: 'WORDY',
})
const WORDY = new Map(Object.values(wordyFiles).flatMap(wordyFile => [...wordyFile]))

/** Forth, one click at a time, looking at every state; walkDark.browser.test.ts goes back in dark colours. */
describe('the built deck in light colours', () => {
  const deck = new WalkedDeck(() => 1)
  /** Words of each slide in its last click state. */
  const words = new Map<number, { label: string, title: string, count: number }>()
  const stated = new Map<string, string>()

  it('can be walked to its end by keyboard, one click at a time', async () => {
    const axeRun = { rules: 'all', states: 'all' } as const
    const visited = await deck.walk('ArrowRight', 'light', axeRun, (inspection, { no, label }) => {
      words.set(no, { label, title: inspection.title, count: inspection.words })
      inspection.stated.flatMap(text => hardCodedFigures(text)).forEach(figure => stated.set(figure.text, label))
    })
    expect(new Set([...visited].map(label => label.split('.')[0])).size).toBe(deck.slides.length)
  })

  it.each(FINDINGS)('in every click state (%s): %s', (kind) => {
    expect(deck.found.of(kind)).toEqual([])
  })

  it(`has at most ${MOST_WORDS} words a slide`, () => {
    const wordy = [...words.values()].filter(word => word.count > MOST_WORDS)
    expect(
      wordy
        .filter(slide => !WORDY.has(slide.title))
        .map(slide => `${slide.label}: ${slide.count} words under “${slide.title}”`),
    ).toEqual([])
    expect(
      [...WORDY.keys()].filter(title => !wordy.some(slide => slide.title === title)),
      'exceptions without need',
    ).toEqual([])
  })

  it('states no figure but the ledger’s', () => {
    const ledger = readLedger(inRoot('evidence'))
    const known = ledgerFigures(ledger)
    // The control: what slides take from the ledger was seen on them.
    expect(figuresOnSlides(ledger, deck.slides).filter(figuresOnSlide => !stated.has(figuresOnSlide))).toEqual([])
    expect([...stated].filter(([text]) => !known.has(text)).map(([text, label]) => `${label}: ${text}`)).toEqual([])
  })

  it('has no id twice', async () => {
    expect(await deck.page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(element => element.id)
      return ids.filter((id, i) => ids.indexOf(id) !== i)
    })).toEqual([])
  })

  it('loads no diagram engine before a slide that draws', async () => {
    const fresh = await deck.browser.newPage()
    await loadSlidesWhenNear(fresh)
    await fresh.goto(`${deck.url}/1`)
    await fresh.locator('[data-slidev-no="2"] .slidev-layout').waitFor({ state: 'attached' })
    const scripts = await fresh.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(entry => entry.name.split('/').pop() ?? '')
        .filter(url => url.endsWith('.js')),
    )
    expect(scripts.length).toBeGreaterThan(5)
    // Mermaid's own files are named so.
    expect(scripts.filter(script => /^(?:mermaid|chunk-[A-Z\d]{8}|elk|dagre|katex|\w*diagram)-/i.test(script))).toEqual(
      [],
    )
    await fresh.close()
  })

  it('requests nothing from another origin', () => {
    expect(deck.requests.length).toBeGreaterThan(20)
    expect(
      deck.requests.filter(
        request => !request.startsWith(`${deck.url}/`) && !request.startsWith('data:') && !request.startsWith('blob:'),
      ),
    ).toEqual([])
  })

  it('logs no error', () => {
    expect(deck.messages).toEqual([])
  })

  it('contains no facilitator page', () => {
    const files = globSync('**/*.{js,html}', { cwd: deck.folder })
      .map(file => readFileSync(join(deck.folder, file), 'utf8'))
      .join('\n')
    const exercises = readExercises(inRoot('exercises'))
    const secrets = deckSecrets(exercises, PLANTED)
    // The planted one is the control: it would be found, and nothing else is.
    expect(new Set(foundIn(`${files}\n${PLANTED}`, secrets))).toEqual(new Set(exercises.length > 0 ? [PLANTED] : []))
  })
})

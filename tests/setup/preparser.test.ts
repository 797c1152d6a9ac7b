import type { Files } from '../support/tempFiles.ts'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { injectPreparserExtensionLoader, load, prettifySlide, save } from '@slidev/parser/fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import preparser from '../../setup/preparser.ts'
import { TRACK_IDS } from '../../src/content/tracks.ts'
import { readDeck, slidesOf } from '../../src/deck/deck.ts'
import { LEDGER } from '../content/support/smallLedger.ts'
import { tempFolder } from '../support/tempFiles.ts'

/** A slide for each way to a track: own, imported, of an entry, the very first. */
const DECK: Files = {
  'slides.md': `
---
title: A deck
track: workshop
---

# First

---

# Second

---
src: ./pages/own.md
section: Own
---

---
src: ./pages/entry.md
track: workshop
---
`.trimStart(),
  'pages/own.md': `
---
track: half-day
---

# Opens a page

<!-- Say it. -->

---

# Always

<!-- Old note. -->

---
track: workshop
---

# Longer
`.trimStart(),
  'pages/entry.md': `
# By its entry

---
track: half-day
---

# By both
`.trimStart(),
}

/** The deck as Slidev reads it with `DECK_TRACK` set. */
async function readAs(track: string | undefined, root: string) {
  vi.stubEnv('DECK_TRACK', track)
  injectPreparserExtensionLoader(async (_roots, headmatter, filepath, mode) =>
    preparser({ filepath, headmatter, ...(mode !== undefined && { mode }) }),
  )
  return load({ userRoot: root, roots: [root] } as never, join(root, 'slides.md'))
}

describe('the preparser', () => {
  afterEach(() => {
    injectPreparserExtensionLoader(async () => [])
    vi.unstubAllEnvs()
  })
  const titles = (slides: readonly { title?: string }[]) => slides.map(slide => slide.title)

  it.each<[string | undefined, string[], string | undefined]>([
    ['talk', ['Second', 'Always'], '30min'],
    ['workshop', ['A deck', 'Second', 'Always', 'Longer', 'By its entry'], '90min'],
    ['half-day', ['A deck', 'Second', 'Opens a page', 'Always', 'Longer', 'By its entry', 'By both'], '180min'],
    [undefined, ['A deck', 'Second', 'Opens a page', 'Always', 'Longer', 'By its entry', 'By both'], undefined],
  ])('with %j shows %j', async (track, shown, duration) => {
    const { slides, headmatter } = await readAs(track, tempFolder(DECK))
    expect(titles(slides)).toEqual(shown)
    expect(headmatter).toMatchObject({ title: 'A deck' })
    expect(headmatter.duration).toBe(duration)
  })

  it('calls the opener of a lens by its claim, which Slidev would list as undefined', async () => {
    const root = tempFolder({ 'slides.md': '---\nlayout: lens\nloud: a fraction of|the compute\n---\n' })
    expect(titles((await readAs(undefined, root)).slides)).toEqual(['a fraction of the compute'])
  })

  it('calls the slide of a poll by its question, unless it has a title', async () => {
    const root = tempFolder({
      'slides.md':
        '---\nlayout: question\npoll: why\n---\n\n---\nlayout: question\npoll: why\ntitle: Again\n---\n\n---\n'
        + 'layout: question\npoll: nope\n---\n',
      'polls.yaml':
        '- id: why\n  kind: choice\n  question: Why then?\n  options:\n    - {id: a, text: A}\n    - {id: '
        + 'b, text: B}\n',
    })
    expect(titles((await readAs(undefined, root)).slides)).toEqual(['Why then?', 'Again', undefined])
  })

  it('ends the notes of a slide with the references of its sources, in Slidev only', async () => {
    const root = tempFolder({
      ...LEDGER,
      'slides.md':
        '---\nsources: [paper, nope]\n---\n\n# Sourced\n\n<!-- Say it. -->\n\n---\n\n# Bare\n\n<!-- Bye. -->\n',
    })
    const notes = (slides: readonly { note?: string | undefined }[]) => slides.map(slide => slide.note)
    expect(notes((await readAs('talk', root)).slides)).toEqual([
      'Say it.\n\nSources:\n\n- A report. A laboratory, 2024-12-26.',
      'Bye.',
    ])
    expect(notes((await readDeck(root)).slides)).toEqual(['Say it.', 'Bye.'])
  })

  it('agrees with the scripts that count slides on their own', async () => {
    const root = tempFolder(DECK)
    for (const track of TRACK_IDS) {
      const shown = titles((await readAs(track, root)).slides)
      injectPreparserExtensionLoader(async () => [])
      expect(titles(slidesOf(await readDeck(root), track))).toEqual(shown)
    }
  })

  it('shows all slides to readers of the deck inside Slidev, such as the facilitator guide', async () => {
    const root = tempFolder(DECK)
    const all = titles((await readAs(undefined, root)).slides)
    await readAs('talk', root)
    expect(titles((await readDeck(root)).slides)).toEqual(all)
  })

  it('keeps a duration that the deck sets itself', async () => {
    const root = tempFolder({ ...DECK, 'slides.md': '---\nduration: 45min\n---\n\n# Only\n' })
    expect((await readAs('talk', root)).headmatter.duration).toBe('45min')
  })

  it.each([
    ['A deck', '# First\n'],
    ['Always', '<!-- Old note. -->'],
  ])('leaves no trace where Slidev saves a note of "%s", and loses no slide', async (title, before) => {
    const root = tempFolder(DECK)
    const { slides, markdownFiles } = await readAs('workshop', root)
    const source = slides.find(slide => slide.title === title)?.source
    assert(source)
    const path = source.filepath.slice(root.length + 1)
    // What Slidev's server does with a note from the presenter view.
    source.note = 'New note.'
    prettifySlide(source)
    await save(markdownFiles[source.filepath] as never)
    const note = '<!--\nNew note.\n-->'
    expect(readFileSync(source.filepath, 'utf8')).toBe(
      DECK[path]?.replace(before, before.startsWith('#') ? `${before}\n${note}\n` : note),
    )
  })

  it('refuses an unknown track in one sentence', async () => {
    const error: Error = await readAs('long', tempFolder(DECK)).catch(error => error)
    expect(String(error.stack)).toBe('DECK_TRACK is "long"; it must be one of talk, workshop, half-day, all.')
  })
})

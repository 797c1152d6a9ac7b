import { Buffer } from 'node:buffer'
import { strFromU8, unzipSync } from 'fflate'
import { PNG } from 'pngjs'
import { beforeAll, expect, it, vi } from 'vitest'
import { pptxOf } from '../../src/export/pptx.ts'

const FACTS = { title: 'Two & “more”', author: 'A <person>', date: new Date('2026-11-01') }
const SIZE = { width: 960, height: 540 }
const PICTURES = ['001-01', '002-03'].map(() => PNG.sync.write(new PNG({ width: 2, height: 1 })))
const SLIDES = [
  {
    id: '001-01',
    no: 1,
    section: '',
    title: 'One & only',
    text: 'One & only. A "quote" <here>.',
    note: 'First.\n\n[click] Second & last.',
    links: [
      { href: 'https://example.org/?a=1&b=2', words: 'A "source"', x: 96, y: 48, width: 192, height: 24 },
      { href: '#002-03', words: 'Next', x: 0, y: 0, width: 96, height: 96 },
    ],
  },
  { id: '002-03', no: 2, section: '', title: 'Two', text: 'Two.', note: '', links: [] },
]

let files: Record<string, Uint8Array>
const read = (path: string) => strFromU8(files[path] ?? new Uint8Array())
beforeAll(async () => {
  files = unzipSync(await pptxOf(SLIDES, PICTURES, SIZE, FACTS))
})

it('has a picture that fills each slide, with its words', () => {
  for (const [i, description] of ['One &amp; only. A &quot;quote&quot; &lt;here&gt;.', 'Two.'].entries()) {
    const [picture = ''] = /<p:pic>.*?<\/p:pic>/s.exec(read(`ppt/slides/slide${i + 1}.xml`)) ?? []
    expect(picture).toContain(`descr="${description}"`)
    // In English Metric Units, of which an inch has 914,400.
    expect(picture).toMatch(/<a:off x="0" y="0"\/>\s*<a:ext cx="9144000" cy="5143500"\/>/)
  }
  expect(Object.keys(files).filter(path => path.endsWith('.png'))).toHaveLength(2)
})

it('has the title of each slide where nobody sees it', () => {
  expect(read('ppt/slides/slide1.xml')).toMatch(/type="title".*?<a:off x="0" y="-\d+"\/>.*?<a:t>One &amp; only<\/a:t>/s)
})

it('has each paragraph of a note as one', () => {
  const notes = read('ppt/notesSlides/notesSlide1.xml')
  const texts = [...notes.matchAll(/<a:p>(.*?)<\/a:p>|<a:p\/>/gs)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''))
  expect(texts.slice(0, 3)).toEqual(['First.', '', '[click] Second &amp; last.'])
})

it('has links where they are in the picture', () => {
  const slide = read('ppt/slides/slide1.xml')
  const rels = read('ppt/slides/_rels/slide1.xml.rels')
  const target = (words: string) => {
    const [, id, x, y] = new RegExp(`name="${words}"><a:hlinkClick r:id="(\\w+)".*?<a:off x="(\\d+)" y="(\\d+)"`, 's')
      .exec(slide) ?? []
    const [, leads] = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"|Target="([^"]*)"[^>]*Id="${id}"`).exec(rels) ?? []
    return [leads, Number(x), Number(y)]
  }
  expect(target('A &quot;source&quot;')).toEqual(['https://example.org/?a=1&amp;b=2', 914400, 457200])
  expect(target('Next')).toEqual(['slide2.xml', 0, 0])
})

it('has the date of the content, and the same bytes a second time', async () => {
  const once = await pptxOf(SLIDES, PICTURES, SIZE, FACTS)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
  const again = await pptxOf(SLIDES, PICTURES, SIZE, FACTS).finally(vi.useRealTimers)
  expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true)
  expect(read('docProps/core.xml').match(/2026-11-01T00:00:00Z/g)).toHaveLength(2)
})

import type { FileFacts } from './printedPages.ts'
import type { PrintedSlide } from './printedSlide.ts'
import { Buffer } from 'node:buffer'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import PptxGenJS from 'pptxgenjs'
import { archiveOf } from './archive.ts'

const PX_PER_INCH = 96
const LAYOUT = 'slide'
const MASTER = 'Picture'
const TITLE = 'title'
/** Where the file says when it was made. */
const PROPERTIES = 'docProps/core.xml'
const NOTES = /^ppt\/notesSlides\/[^/]+\.xml$/
const PARAGRAPH = /<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>(?:<a:endParaRPr[^>]*\/>)?<\/a:p>/g
const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g

/**
 * A presentation for PowerPoint: each slide is a picture that fills it, with all its words as the description, its
 * title for lists of slides and for readers, its links where they are in the picture, and its note. The same slides and
 * facts make the same bytes.
 *
 * @param slides one entry a picture
 * @param pictures PNGs
 * @param size of a slide, in px
 * @param facts of the file
 */
export async function pptxOf(
  slides: PrintedSlide[],
  pictures: Uint8Array[],
  size: { width: number, height: number },
  facts: FileFacts,
): Promise<Uint8Array> {
  const [width, height] = [size.width / PX_PER_INCH, size.height / PX_PER_INCH]
  const { title, author, date } = facts
  const deck = new PptxGenJS()
  Object.assign(deck, { title, author, subject: '', company: '' })
  deck.defineLayout({ name: LAYOUT, width, height })
  deck.layout = LAYOUT
  // Above the slide, where nobody sees it: the picture shows the title already.
  const place = { x: 0, y: -0.5, w: width, h: 0.4 }
  deck.defineSlideMaster({
    title: MASTER,
    objects: [{ placeholder: { options: { name: TITLE, type: 'title', ...place }, text: '' } }],
  })
  const numbers = new Map(slides.map(({ id }, i) => [`#${id}`, i + 1]))
  slides.forEach(({ title, text, note, links }, i) => {
    const slide = deck.addSlide({ masterName: MASTER })
    slide.addText(title, { placeholder: TITLE })
    const data = `image/png;base64,${Buffer.from(pictures[i] ?? []).toString('base64')}`
    slide.addImage({ data, x: 0, y: 0, w: width, h: height, altText: text })
    for (const { href, words, x, y, width, height } of links) {
      const [left, top, w, h] = [x / PX_PER_INCH, y / PX_PER_INCH, width / PX_PER_INCH, height / PX_PER_INCH]
      const number = numbers.get(href)
      const hyperlink = { tooltip: words, ...number === undefined ? { url: href } : { slide: number } }
      // Nobody sees it: the picture shows the words.
      const fill = { color: 'FFFFFF', transparency: 100 }
      slide.addShape('rect', { x: left, y: top, w, h, fill, objectName: words, hyperlink })
    }
    if (note)
      slide.addNotes(note)
  })
  return finish(await deck.write({ outputType: 'uint8array' }) as Uint8Array, date)
}

/**
 * Gives a file the date of its content wherever it has the time of its making, and notes a paragraph for each of their
 * lines: the library leaves all of a note in one, where PowerPoint shows a line break as a space.
 */
function finish(pptx: Uint8Array, date: Date): Promise<Uint8Array> {
  const when = date.toISOString().replace(/\.\d+/, '')
  const files = Object.entries(unzipSync(pptx)).map(([path, content]): [string, Uint8Array] => {
    if (path === PROPERTIES)
      return [path, strToU8(strFromU8(content).replace(DATES, (_, tag: string) => `${tag}${when}`))]
    return NOTES.test(path) ? [path, strToU8(strFromU8(content).replace(PARAGRAPH, paragraphs))] : [path, content]
  })
  return archiveOf(Object.fromEntries(files), date)
}

function paragraphs(_: string, look: string, text: string): string {
  return text.split(/\r?\n/).map(line => line ? `<a:p><a:r>${look}<a:t>${line}</a:t></a:r></a:p>` : '<a:p/>').join('')
}

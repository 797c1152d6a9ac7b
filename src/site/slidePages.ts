import type { SiteAddress } from './address.ts'
import type { CapturedSlide } from './capture/slides.ts'
import { escapeHtml } from '../cli/escapeHtml.ts'
import { headOf, registration } from './html.ts'

/** What all slides of a deck have in common. */
export interface DeckFacts {
  title: string
  description: string
  lang: string
  author: string
}

/** What Slidev writes about the deck as a whole, where the page of a slide has facts of its own. */
const OF_DECK = /^ *<title>.*<\/title>\n|^ *<meta (?:name="(?:description|author)"|property="og:[^"]*")[^>]*>\n?/gm

/**
 * The page of one slide: Slidev's own, with facts about the slide in its head, and a link to the reader view for
 * browsers without JavaScript.
 *
 * @param index Slidev's page
 * @param slide that it shows
 * @param deck to which the slide belongs
 * @param address of the site
 */
export function slidePage(
  index: string,
  slide: Pick<CapturedSlide, 'no' | 'title' | 'html'>,
  deck: DeckFacts,
  address: SiteAddress,
): string {
  const head = headOf({
    ...deck,
    title: slide.no === 1 ? deck.title : `${textOf(slide.title)} - ${deck.title}`,
    description: firstWords(slide.html) || deck.description,
    // Many addresses may show a slide, such as those of its clicks; this is the one.
    path: `deck/${slide.no}/`,
  }, address)
  const stripped = index.replaceAll(OF_DECK, '')
  if (!stripped.includes('</head>') || !stripped.includes('</body>') || stripped.includes('<title>'))
    throw new Error('Slidev writes its page in another way than version 53; see src/site/slidePages.ts.')
  return stripped
    .replace(/<html[^>]*>/, `<html lang="${escapeHtml(deck.lang)}">`)
    .replace('</head>', () => `${head}\n</head>`)
    .replace('</body>', () => [
      `<noscript><p style="padding:2em;font:18px sans-serif">The slides need JavaScript; without it, `,
      `<a href="${address.base}read/#slide-${slide.no}">read them in the reader view</a>.</p></noscript>`,
      // An absolute path: the deck changes the address of its page, which may also have no slash at its end.
      registration(address.base),
      '</body>',
    ].join(''))
}

/** HTML as text; what it escapes is escaped again where it is used. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Long enough to say something, short enough to be shown as a whole. */
const MOST_CHARACTERS = 180

/** The first words of a slide, to the end of a word. */
function firstWords(html: string): string {
  const all = textOf(html.replaceAll(/<details>[\s\S]*?<\/details>/g, '').replaceAll(/<\/\w+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
  return all.length <= MOST_CHARACTERS ? all : `${all.slice(0, MOST_CHARACTERS).replace(/\s+\S*$/, '')}…`
}

import { expect, it } from 'vitest'
import { slidePage } from '../../src/site/slidePages.ts'

const INDEX = `<!DOCTYPE html>
<html lang="en">
<head>
<title>Deck</title>
<link rel="icon" href="/favicon.svg">
<meta name="description" content="&quot;All of it&quot;">
<meta property="og:title" content="Deck">
  <script type="module" src="/assets/index.js"></script>
</head>
<body>
  <div id="app"></div>
</body>
</html>`
const deck = { title: 'Deck & co', description: 'All of it', lang: 'de', author: '' }
const address = { base: '/talk/', origin: 'https://example.org' }

it('slidePage says of a slide what it is, and keeps what Slidev loads', () => {
  const html = slidePage(
    INDEX,
    { no: 2, title: 'R&amp;D "costs"', html: '<p>Half &lt; whole</p><details><table></table></details><p>End</p>' },
    deck,
    address,
  )
  expect(html).toContain('<title>R&amp;D &quot;costs&quot; - Deck &amp; co</title>')
  expect(html).toContain('<meta name="description" content="Half &lt; whole End">')
  expect(html).toContain('<link rel="canonical" href="https://example.org/talk/deck/2/">')
  expect(html).toContain('<html lang="de">')
  expect(html).toContain('<script type="module" src="/assets/index.js">')
  expect(html.match(/<title>|name="description"|og:title/g)).toHaveLength(3)
})

it('slidePage ends a long description at a word', () => {
  const html = slidePage(INDEX, { no: 2, title: 'Long', html: `<p>${'word '.repeat(100)}</p>` }, deck, address)
  expect(/name="description" content="([^"]*)"/.exec(html)?.[1]).toMatch(/^(?:word ){34,36}?word…$/)
})

it('slidePage refuses a page that Slidev writes in another way', () => {
  expect(() => slidePage('<html></html>', { no: 1, title: '', html: '' }, deck, address)).toThrow('another way')
})

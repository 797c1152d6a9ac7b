import type { Seed } from '../../support/tempFiles.ts'
import { describe, expect, it } from 'vitest'
import { hardCodedFigures } from '../../../src/deck/check/hardCodedFigures.ts'
import { checkContent } from '../../../src/deck/check/index.ts'
import { readMarkdown } from '../../../src/deck/check/markdown.ts'
import { lineOf, seeded, tempFolder } from '../../support/tempFiles.ts'
import { DECK, MONEY, OPENING } from './support/smallDeck.ts'

const found = (markdown: string) => hardCodedFigures(readMarkdown(markdown).words).map(figure => figure.text)

describe('finds a hard-coded figure in', () => {
  it.each<[markdown: string, ...figures: string[]]>([
    ['It cost $5 in all', '$5'],
    ['It cost $6 million', '$6 million'],
    ['It cost $5.576M', '$5.576M'],
    ['Between $1.3–1.6bn', '$1.3–1.6bn'],
    ['Between $5 and US$10 a month', '$5', 'US$10'],
    ['A fund of €2 billion and £300', '€2 billion', '£300'],
    ['RMB 60 billion', 'RMB 60 billion'],
    ['It lost 500bn in a day', '500bn'],
    ['It cost 5 billion dollars', '5 billion dollars'],
    ['never a 6-million-dollar model', '6-million-dollar'],
    ['50 cents a million', '50 cents'],
    ['In January 2025 it was 2 dollars', '2 dollars'],
    ['Shares fell 17%', '17%'],
    ['Shares fell 17 %', '17 %'],
    ['Shares fell −8.3%', '8.3%'],
    ['between 10 and 20 per cent', '20 per cent'],
    ['a 20-percent fall', '20-percent'],
    ['up 3 percentage points', '3 percentage points'],
    ['from 2 to 5% of it', '2 to 5%'],
    ['took 30.8M GPU hours', '30.8M GPU hours'],
    ['took 2.8 million H800 GPU hours', '2.8 million H800 GPU hours'],
    ['took 500 H100-hours', '500 H100-hours'],
    ['27 times the price', '27 times'],
    ['it is 10x', '10x'],
    ['2–3x faster than V3', '2–3x'],
    ['a 50-fold rise', '50-fold'],
    ['8 × as much', '8 ×'],
    ['2,788K hours', '2,788K'],
    ['50,000 chips', '50,000'],
    ['50 000 chips', '50 000'],
    ['50000 chips', '50000'],
    ['2048 chips', '2048 chips'],
    ['512 H800 GPUs', '512 H800 GPUs'],
    ['stores 671 billion parameters', '671 billion'],
    ['uses 37B of 671B', '37B', '671B'],
    ['Only 37B active', '37B active'],
    ['a context of 128K', '128K'],
    ['14.8 trillion tokens', '14.8 trillion'],
    ['**27** times', '27 times'],
    ['<b>27</b> <i>times</i>', '27 times'],
    ['It cost \\$6&nbsp;million', '$6 million'],
    ['| Nvidia | <Pen>−17%</Pen> |', '17%'],
    ['[up 9%](https://example.org/9%25)', '9%'],
    ['<Pen mark="circle">$6\nmillion</Pen>', '$6 million'],
    ['```mermaid {scale: 0.9}\nflowchart LR\n  a["20% of<br>all"] -->|10x| b\n```', '20%', '10x'],
  ])('%s', (markdown, ...figures) => {
    expect(found(markdown)).toEqual(figures)
  })
})

describe('finds no figure in', () => {
  it.each([
    '27 January 2025',
    'January 27, 2025, and 2026',
    'On the 27th, in Q1 2025',
    '2025-01-27 at 9:30',
    'In 2025 times were good, in 2024 dollars too',
    'By 2025 users asked, in 2024 people paid',
    'DeepSeek-V3, V3.2, R1 and V4-Pro',
    'o1-1217 and GPT-4o, GPT-4 times out',
    'Llama 3.1 405B',
    'Meta’s Llama 3.1 405B uses all of its parameters',
    'Qwen2.5-72B, Qwen 72B, R1-Distill-Qwen-32B',
    'H800, H20, A100 and B200 chips',
    'The H800 hours of the run',
    'the S&P 500 and the Fortune 500 companies',
    'four lenses, three questions',
    'Lens 1 of 4, the top 10, No. 1',
    '7–10 months, 30 minutes, 2 hours',
    'Groups of 3 or 4 people',
    'half of it, two thirds, a tenth, ten times as much',
    'millions, billions and a six-million-dollar model',
    'FP8, 8-bit, 5G, 24/7',
    '980x552 pixels, 16x9, 2 × 3',
    'arXiv 2412.19437, Section 230, SB 1047',
    'The New York Times 2025',
    'colour #15171a, issue #12345',
    '<Figure id="v3-run-cost" /> million',
    '<FlowFigure message="Up 20% to $6 million" />',
    '<div style="width: 50%; margin: 2px">half</div>',
    '<Spread :takes="[{ at: 2, said: \'10x\' }]" />',
    '{{ 6 * 1_000_000 }} and `$6 million` in code',
    '```js\nconst share = \'20%\'\n```',
    '<style>\n.bill { width: 50% }\n</style>',
    '<script setup>\nconst cost = \'$6 million\'\n</script>',
    '<!-- Say $6 million, slowly. -->',
    '[the paper](https://example.org/20%25/50,000)',
    'https://example.org/?a=50,000',
    '```mermaid\nflowchart LR\n  %% 20%\n  a --> b\n  classDef x fill:#123456,stroke-dasharray:50%\n'
    + '  style a width:50%\n```',
  ])('%s', (markdown) => {
    expect(found(markdown)).toEqual([])
  })
})

const faultsOf = async (...seeds: Seed[]) => (await checkContent(tempFolder(seeds.reduce(seeded, DECK)))).faults
const typed = (figure: string) =>
  `the slide types the figure “${figure}”; write <Figure id="…"> or, in a headline quoted in our words, `
  + 'put it in “…” quotes on a slide of layout headline or cover.'

describe('a hard-coded figure on a slide', () => {
  it('is reported with its line', async () => {
    const seed = { file: MONEY, from: '<Poll id="bill" />', to: 'Up 20%,\nor <Pen>$6\nmillion</Pen>.' }
    const at = (text: string) => `${MONEY}:${lineOf(seeded(DECK, seed), MONEY, text)}`
    expect(await faultsOf(seed)).toEqual([
      `${at('Up 20%')}: ${typed('20%')}`,
      `${at('or <Pen>')}: ${typed('$6 million')}`,
    ])
  })

  it.each<[layout: string, loud: string, faults: string[]]>([
    ['statement', 'only|20%|of it', [`${MONEY}:1: ${typed('20%')}`]],
    ['lens', 'only|20%|of it', []],
  ])('is looked for in the field loud, if layout %s has one', async (layout, loud, faults) => {
    expect(await faultsOf({ file: MONEY, from: 'class:', to: `layout: ${layout}\nloud: ${loud}\nclass:` })).toEqual(
      faults,
    )
  })

  const quote = { from: '# The machines', to: '# “It took <Pen>6 million</Pen>\ndollars”' }
  const line = `${MONEY}:${lineOf(DECK, MONEY, '# The machines')}`

  it.each<[what: string, layout: string, heading: string, faults: string[]]>([
    ['may quote a headline', 'headline', quote.to, []],
    ['may quote on a cover', 'cover', quote.to, []],
    ['may not quote elsewhere', 'default', quote.to, [`${line}: ${typed('6 million dollars')}`]],
    ['may not quote in an opener', 'lens', quote.to, [`${line}: ${typed('6 million dollars')}`]],
    ['must quote', 'headline', '# It took 6 million', [`${line}: ${typed('6 million')}`]],
    ['must end its quote', 'headline', '# “It took 6 million\n\nand more”', [`${line}: ${typed('6 million')}`]],
    ['may cut out a headline', 'headline', '<Clipping x="1" y="2">It took 6 million</Clipping>', []],
    [
      'may not cut it out elsewhere',
      'default',
      '<Clipping x="1" y="2">It took 6 million</Clipping>',
      [`${line}: ${typed('6 million')}`],
    ],
  ])('%s', async (_, layout, to, faults) => {
    const files = { file: MONEY, from: quote.from, to }
    // The layout takes the place of a line, so that all others keep theirs.
    const opener = { file: 'slides.md', from: 'lens: economic', to: 'lens: economic\nloud: so' }
    expect(await faultsOf(files, opener, { file: MONEY, from: 'class: plain', to: `layout: ${layout}` })).toEqual(
      faults,
    )
  })

  it('is allowed in speaker notes', async () => {
    expect(await faultsOf({ file: OPENING, from: 'Ask the room first.', to: 'Ask for 20%.' })).toEqual([])
  })
})

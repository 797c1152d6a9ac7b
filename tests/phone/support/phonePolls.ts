import type { Page } from 'playwright-chromium'
import type { Answer } from '../../../src/polls/protocol.ts'
import { tabTo } from './phoneKit.ts'

const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
/** One word, as long as a text may be. */
const long = (length: number) => WORD.slice(0, length)

/** A poll of each kind and shape whose texts are as long, and its words too, as the file allows. */
export const LONG_POLLS = `
- id: pick
  kind: choice
  question: >-
    Which one would you have named, and why did it not occur to anybody else before the ${long(51)}?
  options: [{ id: run, text: One run }, { id: all, text: Everything }, { id: long, text: ${long(80)} }]
  answer: [all]
  discuss: 60
- id: many
  kind: choice
  question: ${long(80)}
  several: true
  options:
    - { id: a, text: Alpha }
    - { id: b, text: Beta }
    - { id: c, text: Gamma }
    - { id: d, text: Delta }
    - { id: e, text: ${long(80)} }
    - { id: f, text: Zeta }
    - { id: g, text: Eta }
    - { id: h, text: Theta }
- { id: point, kind: scale, question: How well does it fit?, labels: [${long(40)}, ${long(40)}], confidence: true }
- id: five
  kind: scale
  question: Will they work?
  labels: [Never, Hardly, ${long(40)}, Mostly, Surely]
  seconds: 600
- { id: cost, kind: estimate, question: What did it cost?, unit: usd-million, min: 1, max: 10000, reference: 4321.5 }
- { id: word, kind: words, question: Which words come first?, max: 3 }
- id: order
  kind: rank
  question: In which order?
  options: [{ id: a, text: Alpha }, { id: b, text: ${long(80)} }, { id: c, text: Gamma }]
- id: stake
  kind: points
  question: How much of it does each of them explain?
  options:
    - { id: a, text: Alpha }
    - { id: b, text: ${long(40)} }
    - { id: c, text: Gamma }
    - { id: d, text: A text of forty letters in several words }
    - { id: e, text: Epsilon }
    - { id: f, text: ${long(80)} }
    - { id: g, text: Eta }
    - { id: h, text: Theta }
- id: plane
  kind: grid
  question: How good is the evidence, and how much hangs on it?
  across: { name: Evidence, ends: [little evidence, ${long(24)}] }
  up: { name: Impact, ends: [little impact, much impact] }
  items:
    - { id: a, text: Alpha }
    - { id: b, text: ${long(80)} }
    - { id: c, text: A text of forty letters in several words }
    - { id: d, text: Delta }
    - { id: e, text: Epsilon }
    - { id: f, text: Zeta }
- { id: board, kind: questions, question: What would you ask?, max: 2 }
`

export interface Typed {
  id: string
  /** What others in the room answer. */
  others: Answer[]
  /** Makes an answer that is not sent yet, with the keyboard alone. */
  draft?: (page: Page) => Promise<void>
  /** Sends it, or answers in one go. */
  send: (page: Page) => Promise<void>
  /** What then has been answered. */
  answer: Answer
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function press(page: Page, name: string | RegExp, key = 'Enter') {
  await tabTo(page, button(page, name))
  await page.keyboard.press(key)
}

/** As `press`, for what comes before that which has the focus. */
async function pressBack(page: Page, name: RegExp) {
  const target = button(page, name)
  for (let presses = 0; presses < 10 && !await target.evaluate(node => node === document.activeElement); presses++)
    await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
}

/** How each of them is answered without a finger or a mouse. */
export const TYPED: Typed[] = [
  { id: 'pick', others: [['run'], ['long']], answer: ['all'], send: page => press(page, 'Everything') },
  {
    id: 'many',
    others: [['a', 'e'], ['b', 'c', 'h']],
    answer: ['b', 'h'],
    async draft(page) {
      await press(page, 'Beta', 'Space')
      await press(page, 'Theta', 'Space')
    },
    send: page => press(page, 'Send 2 choices'),
  },
  {
    id: 'point',
    others: [{ value: 1, sure: false }, { value: 5, sure: true }],
    answer: { value: 4, sure: true },
    async send(page) {
      await press(page, '4')
      await page.getByText('Counted. You said 4. How sure are you?').waitFor()
      await press(page, 'I am sure')
      await page.getByText('You are sure of 4.').waitFor()
    },
  },
  { id: 'five', others: [3, 5], answer: 2, send: page => press(page, '2 Hardly') },
  {
    id: 'cost',
    others: [12, 9000],
    answer: 1,
    async draft(page) {
      await tabTo(page, page.getByRole('textbox'))
      await page.keyboard.type('20000')
      await page.keyboard.press('Enter')
      await page.getByText('Enter a number from').waitFor()
    },
    async send(page) {
      await tabTo(page, page.getByRole('slider'))
      await page.keyboard.press('Home')
      await press(page, 'Send $1M')
    },
  },
  {
    id: 'word',
    others: [[long(40)], ['hype', 'panic']],
    answer: [long(40), 'hype'],
    async draft(page) {
      await tabTo(page, page.getByRole('textbox', { name: 'Word 1 of 3' }))
      // A word that is too long is neither cut nor sent.
      await page.keyboard.insertText(`${long(40)}!`)
      await page.getByText('1 character too many').waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Backspace')
    },
    async send(page) {
      await press(page, `Send “${long(40)}”`)
      await page.getByText('Counted. Your word is in.').waitFor()
      await page.keyboard.type('hype')
      await press(page, 'Send “hype”')
      await page.getByText('Your 2 words are in.').waitFor()
    },
  },
  {
    id: 'order',
    others: [['a', 'b', 'c'], ['b', 'a', 'c']],
    answer: ['a', 'c', 'b'],
    async draft(page) {
      await press(page, 'Gamma')
      await press(page, 'Alpha')
    },
    async send(page) {
      await press(page, long(80))
      await page.getByText('Counted. Your order is in.').waitFor()
      await press(page, 'Move Alpha up')
    },
  },
  {
    id: 'stake',
    others: [{ points: { b: 100 } }, { points: { a: 5, f: 95 } }],
    answer: { points: { a: 55, h: 45 } },
    async draft(page) {
      await press(page, /^0 Alpha/)
      for (let i = 0; i < 5; i++)
        await page.keyboard.press('Enter')
      await press(page, 'Take 5 from Alpha')
    },
    async send(page) {
      await press(page, /^0 Theta/, 'Space')
      // The last tap gives what is left.
      for (let i = 0; i < 4; i++)
        await page.keyboard.press('Space')
    },
  },
  {
    id: 'plane',
    others: [{ places: { a: [5, 1] } }, { places: { a: [4, 2], f: [1, 1] } }],
    answer: { places: { a: [4, 5], b: [4, 4], c: [1, 3] } },
    async send(page) {
      await press(page, 'Evidence 3 of 5, Impact 3 of 5')
      await page.getByText('Counted. 1 of 6 placed.').waitFor()
      // The second item goes where the keys lead, and the first one is moved.
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await page.getByText('Counted. 2 of 6 placed.').waitFor()
      for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter'])
        await page.keyboard.press(key)
      await page.getByText('Counted. 3 of 6 placed.').waitFor()
      await pressBack(page, /^1: Alpha/)
      await tabTo(page, button(page, /^Evidence 1 of 5, Impact 3 of 5/))
      for (const key of ['ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
        await page.keyboard.press(key)
    },
  },
  {
    id: 'board',
    others: [{ ask: [long(80)], up: [] }, { ask: ['Why now?'], up: [] }],
    answer: { ask: [WORD], up: [] },
    async draft(page) {
      await tabTo(page, page.getByRole('textbox'))
      await page.keyboard.insertText(WORD)
    },
    send: page => press(page, 'Ask'),
  },
]

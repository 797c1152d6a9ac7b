import { describe, expect, it } from 'vitest'
import { FINDINGS } from './support/walk.ts'
import { WalkedDeck } from './support/walkedDeck.ts'

/** Back from the end, one click at a time; walk.browser.test.ts looks at the light colours. */
describe('the built deck in dark colours', () => {
  const deck = new WalkedDeck(slideCount => slideCount)

  it('can be walked from its end to its beginning, with every slide judged by axe', async () => {
    await deck.page.emulateMedia({ colorScheme: 'dark' })
    await deck.page.waitForFunction(() => document.documentElement.classList.contains('dark'))
    await deck.walk('ArrowRight', 'dark', { rules: 'contrast', states: 'none' })
    const judged = new Set<number>()
    const back = await deck.walk('ArrowLeft', 'dark', { rules: 'contrast', states: 'new' }, (inspection, { no }) => {
      if (inspection.judged)
        judged.add(no)
    })
    expect(new Set([...back].map(label => label.split('.')[0])).size).toBe(deck.slides.length)
    expect(judged.size).toBe(deck.slides.length)
  })

  it.each(FINDINGS)('in every click state (%s): %s', (kind) => {
    expect(deck.found.of(kind)).toEqual([])
  })

  it('logs no error', () => {
    expect(deck.messages).toEqual([])
  })
})

import type { Browser } from 'playwright-chromium'
import type { Extent } from '../../src/content/tracks.ts'
import { freePort, startDeck } from '../../src/deck/deckServer.ts'
import { launchChromium } from '../../src/pdf/browser.ts'

export interface DeckInBrowser {
  browser: Browser
  /** Where the deck runs. */
  url: string
}

/** Calls `work` with a running deck and a Chromium, and closes both at the end, also after an error. */
export async function withDeckInBrowser<T>(
  work: (tools: DeckInBrowser) => Promise<T>,
  { track, roomUrl }: { track?: Extent | undefined, roomUrl?: string | undefined } = {},
): Promise<T> {
  console.error('Starting the deck…')
  const browser = await launchChromium()
  try {
    const deck = await startDeck({ port: await freePort(), track, roomUrl })
    try {
      return await work({ browser, url: deck.url })
    }
    finally {
      await deck.close()
    }
  }
  finally {
    await browser.close()
  }
}

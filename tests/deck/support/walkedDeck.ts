import type { SlideInfo } from '@slidev/types'
import type { Browser, Page } from 'playwright-chromium'
import type { AxeRun, Inspection } from '../../support/checks/inPage.ts'
import { load } from '@slidev/parser/fs'
import { afterAll, beforeAll } from 'vitest'
import { inRoot, root } from '../../../src/cli/paths.ts'
import { serveSite } from '../../../src/handouts/site.ts'
import { launchChromium } from '../../../src/pdf/browser.ts'
import { builtDeck } from '../../support/builtDeck.ts'
import { armPage, Collector, inspect, stateOf, walk } from './walk.ts'

/** The built deck in a window, and what a walk through it has found. */
export class WalkedDeck {
  /** Folder of the built site. */
  folder = ''
  /** Ends without a slash. */
  url = ''
  browser!: Browser
  page!: Page
  slides: SlideInfo[] = []
  readonly requests: string[] = []
  /** Warnings and errors of the browser's console, each with the click state. */
  readonly messages: string[] = []
  readonly found = new Collector()

  /** Opens it before the tests of a file and closes it after them. */
  constructor(first: (slideCount: number) => number) {
    beforeAll(async () => {
      this.folder = await builtDeck()
      const site = await serveSite(this.folder)
      afterAll(() => site.close())
      this.url = site.url
      this.browser = await launchChromium()
      afterAll(() => this.browser.close())
      this.slides = (await load({ userRoot: root, roots: [root] } as never, inRoot('slides.md'))).slides
      this.page = await this.#openPage()
      await this.page.goto(`${this.url}/${first(this.slides.length)}`)
      // All slides are mounted a few seconds after the first: axe wants them to stay as they are.
      await this.page.waitForFunction(
        count => document.querySelectorAll('[data-slidev-no]').length === count,
        this.slides.length,
      )
    })
  }

  async #openPage(): Promise<Page> {
    const page = await this.browser.newPage({
      viewport: { width: 980, height: 552 },
      reducedMotion: 'reduce',
      colorScheme: 'light',
    })
    await armPage(page)
    // Without a window, Chromium refuses to keep the screen on, and Slidev logs that.
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'wakeLock'))
    page.on('request', request => this.requests.push(request.url()))
    page.on(
      'console',
      message =>
        ['error', 'warning'].includes(message.type())
        && this.messages.push(`${stateOf(page).label}: ${message.text()}`),
    )
    page.on('pageerror', error => this.messages.push(`${stateOf(page).label}: ${error.stack}`))
    return page
  }

  /**
   * Presses a key from click state to click state until the deck goes no further, and looks at each of them.
   *
   * @returns labels of the states, such as `12.3`
   */
  async walk(
    key: 'ArrowRight' | 'ArrowLeft',
    scheme: 'light' | 'dark',
    run: AxeRun,
    onState: (inspection: Inspection, state: { no: number, label: string }) => void = () => {},
  ): Promise<Set<string>> {
    const visited = new Set<string>()
    await walk(this.page, key, key === 'ArrowRight' ? this.slides.length : 1, async () => {
      const state = stateOf(this.page)
      const inspection = await inspect(this.page, state.no, run)
      visited.add(state.label)
      this.found.add(state.no, `${state.label} ${scheme}`, inspection.findings)
      onState(inspection, state)
    })
    return visited
  }
}

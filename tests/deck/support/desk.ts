import type { Locator, Page } from 'playwright-chromium'
import { expect } from 'vitest'
import { goTo, slideOfPoll, SLOW_MS } from './kit.ts'

export const PATIENCE = { timeout: SLOW_MS }

/** The presenter's hand on the polls: a presenter view whose keys are pressed, and the slides window that follows. */
export class Desk {
  readonly #presenter: Page
  readonly #slide: Page
  readonly #lead: Page
  readonly #slideOf: (poll: string) => Promise<number>
  #no = 0

  /**
   * @param presenter a presenter view
   * @param slide a slides window
   * @param lead the window that goes to a slide first, and is followed
   * @param slideOf number of the slide of a poll
   */
  constructor(presenter: Page, slide: Page, lead = slide, slideOf = slideOfPoll) {
    this.#presenter = presenter
    this.#slide = slide
    this.#lead = lead
    this.#slideOf = slideOf
  }

  /** The slide in the slides window. */
  get poll(): Locator {
    return this.#slide.locator(`[data-slidev-no="${this.#no}"]`)
  }

  /** The poll's buttons in the presenter view. */
  get controls(): Locator {
    return this.#presenter.locator(`.slidev-presenter [data-slidev-no="${this.#no}"] .controls`).first()
  }

  /** A button of the poll in the slides window. */
  offer(name: string | RegExp): Locator {
    return this.poll.getByRole('button', { name })
  }

  /** Takes both windows to the slide of a poll. */
  async present(poll: string): Promise<void> {
    this.#no = await this.#slideOf(poll)
    // From the window that came last: what it still has to say about where it began is said before.
    await goTo(this.#lead, this.#no)
    await this.#presenter.waitForURL(url => url.pathname.endsWith(`/presenter/${this.#no}`), PATIENCE)
    await this.#slide.waitForURL(url => url.pathname.endsWith(`/${this.#no}`), PATIENCE)
    await this.controls.waitFor(PATIENCE)
  }

  /** Presses a key once the desk takes one, and waits for what it brings. */
  async press(key: string, brought: Locator): Promise<void> {
    await this.controls.locator('button[aria-disabled="false"]').first().waitFor(PATIENCE)
    await this.#presenter.keyboard.press(key)
    await brought.waitFor(PATIENCE)
  }

  /** While a dialog is open, keys are its own. */
  async closeDialog(): Promise<void> {
    await this.#presenter.keyboard.press('Escape')
    await this.#presenter.locator('dialog').waitFor({ state: 'detached' })
  }

  async expectAnswered(count: string): Promise<void> {
    await expect.poll(() => this.poll.locator('.answered').textContent()).toBe(count)
  }
}

import type { Browser, Page } from 'playwright-chromium'
import type { StageState } from '../../src/polls/protocol.ts'
import type { Picture } from './contactSheet.ts'
import type { WallState } from './rehearsedPolls.ts'
import { inRoot } from '../../src/cli/paths.ts'
import { readPolls } from '../../src/polls/pollsFile.ts'
import { curveStates } from './rehearsedCurve.ts'
import { rehearsedStage, wallStates } from './rehearsedPolls.ts'

interface SlidevGlobal {
  __slidev__: {
    nav: {
      go: (no: number, clicks?: number) => Promise<void>
      slides: { no: number, meta: { slide: { frontmatter: { poll?: string }, content?: string } } }[]
    }
  }
  /** Sends a state to the deck as the room would. */
  showStage: (state: StageState) => void
}

export interface LiveOptions {
  /** Of the wall or the phone, px. */
  size: { width: number, height: number }
  dark: boolean
  /** How many are in the room. */
  people: number
  /** Ids of polls, and `curve` for how sure the room was; all by default. */
  only?: string[] | undefined
  /** Whether what moves is shown frame by frame; of the wall only. */
  motion?: boolean
  /** That of a phone's browser. */
  language?: string | undefined
}

/** In place of the id of a poll. */
const CURVE = 'curve'
/** When frames of a motion are taken, ms. */
const FRAMES_MS = [0, 150, 300, 450, 600, 750, 950]

/** In place of the room: an event stream that says what it is told to. */
const STREAM = `
  const streams = []
  window.EventSource = class extends EventTarget {
    constructor() { super(); this.readyState = 1; streams.push(this); setTimeout(() => this.say()) }
    say() {
      if (window.stageNow)
        this.dispatchEvent(new MessageEvent('stage', { data: JSON.stringify(window.stageNow) }))
    }
    close() {}
  }
  window.showStage = (state) => { window.stageNow = state; streams.forEach(stream => stream.say()) }
`

/** Pictures of the wall in every state of every poll, with a rehearsed room. */
export async function livePictures(browser: Browser, url: string, options: LiveOptions): Promise<Picture[]> {
  const page = await browser.newPage({
    viewport: options.size,
    reducedMotion: options.motion ? 'no-preference' : 'reduce',
    colorScheme: options.dark ? 'dark' : 'light',
  })
  await page.addInitScript({ content: STREAM })
  await page.goto(`${url}/1`)
  await page.waitForFunction(() => '__slidev__' in window)
  const pictures: Picture[] = []
  const all = readPolls(inRoot('polls.yaml'))
  const take = async (label: string) => {
    if (options.motion)
      return void pictures.push(...await frames(page, label))
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(250)
    pictures.push({ label, png: await page.screenshot() })
  }
  const polls = all.filter(poll => options.only?.includes(poll.id) ?? true)
  let seq = Date.now()
  for (const state of polls.flatMap(poll => wallStates(poll, all))) {
    const stage = { ...rehearsedStage(state, options.people), seq: ++seq }
    await page.evaluate(next => (window as unknown as SlidevGlobal).showStage(next), stage)
    if (await goToPoll(page, state))
      await take(state.label)
  }
  const hasCurve = options.only?.includes(CURVE) ?? true
  for (const { label, clicks, stage } of hasCurve ? curveStates(all, options.people) : []) {
    await page.evaluate(next => (window as unknown as SlidevGlobal).showStage(next), { ...stage, seq: ++seq })
    if (await goToCurve(page, clicks))
      await take(label)
  }
  await page.close()
  return pictures
}

/** @returns whether there is a slide with the room's curve */
async function goToCurve(page: Page, clicks: number): Promise<boolean> {
  const no = await page.evaluate(([title, made]) => {
    const { slides, go } = (window as unknown as SlidevGlobal).__slidev__.nav
    const slide = slides.find(({ meta }) => meta.slide.content?.includes(title))
    void (slide && go(slide.no, made))
    return slide?.no
  }, ['<Calibration', clicks] as const)
  if (no !== undefined)
    await page.locator(`[data-slidev-no="${no}"] .calibration`).waitFor()
  return no !== undefined
}

/** All animations of a slide, held at the same moments. */
async function frames(page: Page, label: string): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const ms of FRAMES_MS) {
    await page.evaluate((now) => {
      for (const animation of document.getAnimations()) {
        animation.pause()
        animation.currentTime = now
      }
    }, ms)
    pictures.push({ label: `${label} ${ms} ms`, png: await page.screenshot() })
  }
  return pictures
}

/** @returns whether there is a slide for it: that of the poll, or the one after it, which compares it with another */
async function goToPoll(page: Page, { poll, pair }: WallState): Promise<boolean> {
  const no = await page.evaluate(([id, after]) => {
    const { slides, go } = (window as unknown as SlidevGlobal).__slidev__.nav
    const slide = slides.find(({ meta }) => meta.slide.frontmatter.poll === id)
    void (slide && go(slide.no + after))
    return slide && slide.no + after
  }, [poll.id, pair ? 1 : 0] as const)
  if (no === undefined)
    return false
  const slide = page.locator(`[data-slidev-no="${no}"]`)
  await slide.locator('h1').first().waitFor()
  return !pair || await slide.locator('.shift').count() > 0
}

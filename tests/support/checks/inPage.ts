import { axeFaults } from './axe.ts'
import { faintText } from './contrast.ts'
import { isNewToAxe } from './judgedStates.ts'
import { markupFaults } from './markup.ts'
import { overflowing } from './overflow.ts'
import { crossedText, overlapping } from './overlap.ts'
import { statedTexts } from './stated.ts'
import { smallText } from './type.ts'
import { viewOf } from './visible.ts'
import { countWords } from './words.ts'

/** What is wrong with a slide as it stands, a sentence each. */
export interface Findings {
  overflow: string[]
  overlap: string[]
  access: string[]
  contrast: string[]
  markup: string[]
  type: string[]
}

export interface Inspection {
  findings: Findings
  title: string
  words: number
  /** What it states outside pictures and quoted headlines. */
  stated: string[]
  /** Whether axe has judged it now. */
  judged: boolean
}

export interface AxeRun {
  /** Every rule of axe, or the one on contrast. */
  rules: 'all' | 'contrast'
  /** `new` passes over click states that look like one that was judged. */
  states: 'all' | 'new' | 'none'
}

declare global {
  interface Window {
    inspectSlide: typeof inspectSlide
  }
}

const PATIENCE_MS = 20_000

/** Waits until a slide is drawn, then looks at it. */
async function inspectSlide(no: number, { rules, states }: AxeRun): Promise<Inspection> {
  const slide = await drawn(no)
  const view = viewOf(slide)
  const isForAxe = states === 'all' || (states === 'new' && isNewToAxe(no, view))
  // All at one moment, and axe last: it takes a while, and the slide may move on meanwhile.
  const seen = {
    overflow: overflowing(view),
    overlap: [...overlapping(view), ...crossedText(view)],
    contrast: faintText(view),
    markup: markupFaults(view),
    type: smallText(view),
  }
  return {
    findings: { ...seen, access: isForAxe ? await axeFaults(slide, rules) : [] },
    title: slide.querySelector('h1')?.textContent?.trim() ?? '',
    words: countWords(view),
    stated: statedTexts(view),
    judged: isForAxe,
  }
}

/** The slide with its fonts, its diagrams, and nothing on it that moves. */
async function drawn(no: number): Promise<Element> {
  const deadline = performance.now() + PATIENCE_MS
  let framesStill = 0
  for (;;) {
    await new Promise(resolve => requestAnimationFrame(resolve))
    const slide = document.querySelector(`[data-slidev-no="${no}"]`)
    const missing = whatIsMissing(slide)
    framesStill = missing ? 0 : framesStill + 1
    // What a click reveals begins to move a frame after the slide has come.
    if (slide && framesStill > 1)
      return slide
    if (performance.now() > deadline)
      throw new Error(`Slide ${no} is not drawn after ${PATIENCE_MS / 1000} s: ${missing}.`)
  }
}

function whatIsMissing(slide: Element | null): string | undefined {
  if (!slide?.querySelector('.slidev-layout')?.checkVisibility())
    return 'its layout does not show'
  // Mermaid draws into a shadow root after its own module has come.
  if ([...slide.querySelectorAll('.mermaid')].some(element => !element.shadowRoot?.querySelector('svg')))
    return 'a diagram is missing'
  if ([...slide.querySelectorAll('img')].some(element => !element.complete))
    return 'a picture is missing'
  if (
    document
      .getAnimations()
      .some(
        animation =>
          animation.playState === 'running' && Number.isFinite(animation.effect?.getComputedTiming().endTime),
      )
  ) {
    return 'something moves'
  }
  return document.fonts.status === 'loaded' ? undefined : 'fonts are missing'
}

window.inspectSlide = inspectSlide

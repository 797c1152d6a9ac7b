import type { SlideView } from './visible.ts'
import { paintAt, paintOf } from './contrast.ts'

/** What axe's verdict on a click state rests on. */
interface LookOfState {
  markup: string
  /** What is seen: each text in its colour on its ground. */
  inks: Set<string>
}

const judged = new Map<number, LookOfState[]>()

/**
 * Notes a click state that axe is about to judge. Slidev keeps on the slide, unseen, what a click has yet to show: most
 * states of a slide are one markup of which more or less is seen. Axe takes four fifths of the time of a walk, so it
 * passes over a state of known markup in which nothing is seen that was not seen just so when it judged before.
 *
 * @returns whether there is something new to judge
 */
export function isNewToAxe(no: number, view: SlideView): boolean {
  const look = { markup: markupOf(view.slide), inks: inksOf(view) }
  const before = judged.get(no) ?? []
  if (before.some(({ markup, inks }) => markup === look.markup && [...look.inks].every(ink => inks.has(ink))))
    return false
  judged.set(no, [...before, look])
  return true
}

/** The slide's markup without the classes that say how far the clicks have come. */
function markupOf(slide: Element): string {
  return slide.outerHTML.replaceAll(/\s*\bslidev-vclick-[\w-]+/g, '').replaceAll(/ class="\s*"/g, '')
}

function inksOf({ texts }: SlideView): Set<string> {
  return new Set(texts.flatMap(text => text.lines).map(({ holder, left, right, top, bottom }) => {
    const words = [...holder.childNodes].map(node => node instanceof Text ? node.data.trim() : '').join(' ')
    const colour = paintOf(holder, holder instanceof SVGElement ? 'fill' : 'color')
    const ground = paintAt(holder, (left + right) / 2, (top + bottom) / 2)
    return [holder.localName, words, colour.join(), ground.join()].join('|')
  }))
}

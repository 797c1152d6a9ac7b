import type { ComputedRef, ShallowRef } from 'vue'
import type { Ink, InLine } from '../drawing/penPath.ts'
import { useResizeObserver } from '@vueuse/core'
import { computed, onMounted, shallowRef } from 'vue'

export interface UseInkOptions {
  /** Holds text of one line in one face. */
  word: Readonly<ShallowRef<HTMLElement | null>>
  /** An empty inline block in it, whose foot is on its baseline. */
  foot: Readonly<ShallowRef<HTMLElement | null>>
}

export interface UseInkReturn {
  /** Undefined until the word has a size: Slidev keeps slides that are not near without one. */
  inLine: ComputedRef<InLine | undefined>
}

/** Measures a word in px of its own layout: on a slide that is shown smaller it is as large. */
export function useInk({ word, foot }: UseInkOptions): UseInkReturn {
  const inLine = shallowRef<InLine>()
  function measure() {
    if (word.value && foot.value && word.value.offsetWidth > 0)
      inLine.value = { ink: inkOf(word.value), baseline: foot.value.offsetTop, height: word.value.offsetHeight }
  }
  onMounted(measure)
  useResizeObserver(word, measure)
  return { inLine: computed(() => inLine.value) }
}

/** In px. Letters are measured large, so that a browser that rounds measures fractions of them. */
const MEASURED_PX = 100

function inkOf(element: HTMLElement): Ink {
  const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element)
  const em = Number.parseFloat(fontSize)
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen)
    throw new Error('The pen cannot measure a word: this browser draws no text on a canvas; use another one.')
  pen.font = `${fontStyle} ${fontWeight} ${MEASURED_PX}px ${fontFamily}`
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(element.textContent?.trim() ?? '')
  return {
    width: element.offsetWidth,
    ascent: actualBoundingBoxAscent * em / MEASURED_PX,
    descent: Math.max(0, actualBoundingBoxDescent * em / MEASURED_PX),
    em,
  }
}

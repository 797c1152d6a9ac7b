import type { PointLabels } from './pointLabels.ts'
import type { SpacePx } from './space.ts'
import { layOutPointLabels } from './pointLabels.ts'

/** The points of a scale as boxes that can be chosen; px. */
export interface PointBoxes {
  gap: number
  width: number
  height: number
  numberSize: number
  labels: PointLabels
}

const GAP_PX = 12
const MOST_HEIGHT = 168
const LEAST_HEIGHT = 64
/** Between boxes and words. */
const BELOW_PX = 12
const NUMBER = { most: 104, share: 0.66 }

/** Lays out the boxes as tall as their words allow. */
export function layOutPointBoxes(texts: readonly string[], { width, height }: SpacePx): PointBoxes {
  const count = Math.max(1, texts.length)
  const labels = layOutPointLabels(texts, { left: 0, width }, height - LEAST_HEIGHT - BELOW_PX)
  const box = Math.min(MOST_HEIGHT, height - BELOW_PX - labels.height)
  return {
    gap: GAP_PX,
    width: (width - GAP_PX * (count - 1)) / count,
    height: box,
    numberSize: Math.floor(Math.min(NUMBER.most, box * NUMBER.share)),
    labels,
  }
}

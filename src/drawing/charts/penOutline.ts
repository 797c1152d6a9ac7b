import type { Mark } from './drawing.ts'
import { curveCatmullRomClosed, line } from 'd3-shape'

/** px by which a stroke misses a corner, and by which it bows. */
const STRAY = 1.5
const BOW = 3
/** Share of the radius by which the outline of a dot varies. */
const ROUND = 0.09

/** A pseudo-random number between -1 and 1, so that the same mark looks the same on every drawing. */
function stray(seed: number): number {
  const noise = Math.sin(seed * 12.9898) * 43758.5453
  return (noise - Math.floor(noise)) * 2 - 1
}

/**
 * The outline that the pen draws around a disputed number.
 *
 * @returns SVG path data within a few pixels of the mark's edge
 */
export function penOutline({
  shape,
  x,
  y,
  width,
  height,
}: Pick<Mark, 'shape' | 'x' | 'y' | 'width' | 'height'>): string {
  return shape === 'dot' ? ring(x + width / 2, y + height / 2, width / 2) : box(x, y, width, height)
}

function ring(cx: number, cy: number, radius: number): string {
  const points = Array.from({ length: 8 }, (_, i): [number, number] => {
    const angle = i / 8 * 2 * Math.PI
    const r = radius * (1 + ROUND * stray(i + cy))
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
  })
  return line().curve(curveCatmullRomClosed)(points) ?? ''
}

/** Four strokes, each a little bowed. */
function box(x: number, y: number, width: number, height: number): string {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ].map(([px = 0, py = 0], i) => [px + STRAY * stray(i + y), py + STRAY * stray(i + y + 4)] as const)
  return corners
    .map(([px, py], i) => {
      const [nx, ny] = corners[(i + 1) % corners.length] ?? [px, py]
      const bow = BOW * stray(i + y + 8)
      return `${i === 0 ? `M${px},${py}` : ''}Q${(px + nx) / 2 + bow},${(py + ny) / 2 + bow} ${nx},${ny}`
    })
    .join('')
    .concat('Z')
}

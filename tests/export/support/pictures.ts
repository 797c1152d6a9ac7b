import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { PNG } from 'pngjs'

/** A picture in shades of grey, as large as it was asked for. */
export interface Grey {
  width: number
  height: number
  /** From 0 for black, row by row. */
  shades: Uint8Array
}

/** All pages of a PDF, in this size. */
export function pagesOf(path: string, width: number, height: number): Grey[] {
  const size = ['-scale-to-x', String(width), '-scale-to-y', String(height)]
  const output = execFileSync('pdftoppm', ['-gray', ...size, path], { maxBuffer: 1 << 28 })
  const pages: Grey[] = []
  for (let at = 0; at < output.length;) {
    // "P5", width, height, the lightest shade, and then a byte for each point.
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(output.toString('latin1', at, at + 40))
    if (!head)
      throw new Error(`pdftoppm wrote something else than pages at ${at} of ${output.length}.`)
    const from = at + head[0].length
    at = from + Number(head[1]) * Number(head[2])
    pages.push({ width: Number(head[1]), height: Number(head[2]), shades: output.subarray(from, at) })
  }
  return pages
}

export function greyOf(png: Uint8Array): Grey {
  const { width, height, data } = PNG.sync.read(Buffer.from(png))
  const shades = Uint8Array.from({ length: width * height }, (_, i) => {
    const [r = 0, g = 0, b = 0] = data.subarray(4 * i, 4 * i + 3)
    return Math.round(0.299 * r + 0.587 * g + 0.114 * b)
  })
  return { width, height, shades }
}

/** How much of a picture differs from its commonest shade: 0 for a blank page. */
export function inkOf({ shades }: Grey): number {
  const counts = new Uint32Array(256)
  shades.forEach(shade => counts[shade]!++)
  const ground = counts.indexOf(Math.max(...counts))
  return shades.filter(shade => Math.abs(shade - ground) > 24).length / shades.length
}

/** Points of a block, across and down: small letters are drawn a little otherwise by each program. */
const BLOCK = 6

/** How much two pictures of one size differ, from 0 to 1, as seen from so far away that letters run together. */
export function differenceOf(one: Grey, other: Grey): number {
  if (one.width !== other.width || one.height !== other.height)
    throw new Error(`One is ${one.width} × ${one.height}, the other ${other.width} × ${other.height}.`)
  const [blocks, others] = [blocksOf(one), blocksOf(other)]
  return blocks.reduce((sum, shade, i) => sum + Math.abs(shade - (others[i] ?? 0)), 0) / 255 / blocks.length
}

/** The mean shade of each block. */
function blocksOf({ width, height, shades }: Grey): number[] {
  const columns = Math.ceil(width / BLOCK)
  const sums = Array.from({ length: columns * Math.ceil(height / BLOCK) }, () => ({ sum: 0, count: 0 }))
  shades.forEach((shade, i) => {
    const block = sums[Math.floor(Math.floor(i / width) / BLOCK) * columns + Math.floor((i % width) / BLOCK)]
    if (block) {
      block.sum += shade
      block.count++
    }
  })
  return sums.map(({ sum, count }) => sum / count)
}

export function lightnessOf({ shades }: Grey): number {
  return shades.reduce((sum, shade) => sum + shade, 0) / 255 / shades.length
}

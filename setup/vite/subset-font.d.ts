/** The part of subset-font that is used here; it comes without types. */
declare module 'subset-font' {
  import type { Buffer } from 'node:buffer'

  export default function subsetFont(font: Buffer, text: undefined, options: {
    keepAllGlyphs: true
    targetFormat: 'truetype'
    /** Where each axis is fixed, by its tag. */
    variationAxes: Record<string, number>
  }): Promise<Buffer>
}

/** The part of subset-font that is used here; it comes without types. Calls that overlap damage each other’s fonts. */
declare module 'subset-font' {
  import type { Buffer } from 'node:buffer'

  interface SubsetOptions {
    targetFormat: 'truetype' | 'woff2'
    /** Where each axis is fixed, by its tag. */
    variationAxes: Record<string, number>
    keepAllGlyphs?: boolean
    /** Whether glyphs that only layout rules lead to are left out. */
    noLayoutClosure?: boolean
    noHinting?: boolean
    dropTables?: string[]
  }

  export default function subsetFont(
    font: Uint8Array,
    /** The letters that are kept; undefined with `keepAllGlyphs`. */
    text: string | undefined,
    options: SubsetOptions,
  ): Promise<Buffer>
}

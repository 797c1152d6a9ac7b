import type { Buffer } from 'node:buffer'
import type { Browser } from 'playwright-chromium'

export interface Picture {
  label: string
  png: Buffer
}

export interface SheetOptions {
  /** Number of pictures in a row. */
  columns: number
  /** Width of one picture in pixels. */
  width: number
}

/** Lays out pictures with their labels in a grid, in the browser, and takes a screenshot of it as a PNG. */
export async function contactSheet(
  browser: Browser,
  pictures: Picture[],
  { columns, width }: SheetOptions,
): Promise<Buffer> {
  const gap = 12
  const page = await browser.newPage({ viewport: { width: columns * (width + gap) + gap, height: 400 } })
  const cells = pictures.map(
    ({ label, png }) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${label}</figcaption></figure>`,
  )
  await page.setContent(`<style>
    body {
      display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: ${gap}px;
      margin: 0; padding: ${gap}px; background: #888; font: 13px sans-serif;
    }
    figure { margin: 0 } img { width: 100%; display: block }
  </style>${cells.join('')}`)
  const png = await page.screenshot({ fullPage: true })
  await page.close()
  return png
}

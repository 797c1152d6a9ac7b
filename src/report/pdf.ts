import { launchChromium } from '../pdf/browser.ts'
import { finishPdf } from '../pdf/index.ts'
import { layOutForPrint, readPageFacts } from '../pdf/printedPage.ts'

/** The face of page numbers, which a page box does not load by itself. */
const RUNNING_FONT = '8pt "Archivo Variable"'

/**
 * Prints a report: tagged, with an outline, and finished as handouts are.
 *
 * @param html the whole report
 * @param facts of the document
 * @param facts.date of the session, in place of the day of printing
 * @param facts.author who gave the talk, or the kit
 */
export async function reportPdf(
  html: string,
  facts: { date: Date, author: string },
): Promise<{ pdf: Uint8Array, pages: number }> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ javaScriptEnabled: true, offline: true, colorScheme: 'light' })
    await page.setContent(html)
    await page.evaluate(font => document.fonts.load(font), RUNNING_FONT)
    await layOutForPrint(page)
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true })
    return await finishPdf(pdf, { ...await readPageFacts(page), ...facts })
  }
  finally {
    await browser.close()
  }
}

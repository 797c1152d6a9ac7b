import type { Page } from 'playwright-chromium'
import type { AxeRun, Findings, Inspection } from '../../support/checks/inPage.ts'
import { readFile } from 'node:fs/promises'
import { build } from 'vite'
import { inRoot } from '../../../src/cli/paths.ts'

/** What the checks find, as a promise of the deck. */
export const FINDINGS: [kind: keyof Findings, promise: string][] = [
  ['overflow', 'fits its slides'],
  ['overlap', 'lays nothing over anything, and no stroke or mark across words'],
  ['access', 'gives axe nothing serious to find'],
  ['contrast', 'can be read on whatever lies under it'],
  ['markup', 'has a title on every slide and words for every picture'],
  ['type', 'sets nothing too small for the back row'],
]

/** Puts axe and the checks of a slide into every page that this one opens. */
export async function armPage(page: Page): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: inRoot('tests', 'support', 'checks', 'inPage.ts'), formats: ['iife'], name: 'slideChecks' },
    },
  })
  const [chunk] = [built].flat().flatMap(output => 'output' in output ? output.output : [])
  if (chunk?.type !== 'chunk')
    throw new Error('The checks of slides could not be bundled from tests/support/checks/inPage.ts.')
  await page.addInitScript({ content: await readFile(inRoot('node_modules', 'axe-core', 'axe.min.js'), 'utf8') })
  await page.addInitScript({ content: chunk.code })
}

export function inspect(page: Page, no: number, run: AxeRun): Promise<Inspection> {
  return page.evaluate(args => window.inspectSlide(...args), [no, run] as const)
}

/** `12.3` is slide 12 after three clicks. */
export function stateOf(page: Page): { no: number, label: string } {
  const { pathname, searchParams } = new URL(page.url())
  const no = Number(pathname.split('/').pop())
  return { no, label: `${no}.${searchParams.get('clicks') ?? 0}` }
}

/**
 * Presses a key until the deck goes no further.
 *
 * @param last slide at which the way may end; anywhere else the deck gets more time to move
 */
export async function walk(
  page: Page,
  key: 'ArrowRight' | 'ArrowLeft',
  last: number,
  onState: () => Promise<void>,
): Promise<void> {
  for (;;) {
    await onState()
    const here = page.url()
    await page.keyboard.press(key)
    const timeout = stateOf(page).no === last ? 3000 : 90_000
    if (!await page.waitForURL(url => url.href !== here, { timeout }).then(() => true, () => false))
      return
  }
}

/** One thing out of place pushes others; the first few tell. */
const MOST_LINES = 5

/** The same fault in every click state and colour is one fault. */
export class Collector {
  readonly #seen = new Map<string, string[]>()

  add(no: number, label: string, findings: Findings): void {
    for (const [kind, texts] of Object.entries(findings)) {
      for (const text of new Set(texts as string[])) {
        const key = JSON.stringify([kind, no, text])
        this.#seen.set(key, [...this.#seen.get(key) ?? [], label])
      }
    }
  }

  /** A line a fault with the state in which it was seen first, at most five a slide. */
  of(kind: keyof Findings): string[] {
    const slides = new Map<number, string[]>()
    for (const [key, [first, ...more]] of this.#seen) {
      const [itsKind, no, text] = JSON.parse(key) as [string, number, string]
      if (itsKind === kind) {
        slides.set(no, [
          ...(slides.get(no) ?? []),
          `${first}: ${text}${more.length > 0 ? ` (in ${more.length + 1} states)` : ''}`,
        ])
      }
    }
    return [...slides].flatMap(([no, lines]) =>
      lines.length > MOST_LINES
        ? [...lines.slice(0, MOST_LINES), `${no}: and ${lines.length - MOST_LINES} more`]
        : lines,
    )
  }
}

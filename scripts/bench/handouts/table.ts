import type { Taken } from './inTurn.ts'
import type { Run } from './tools.ts'
import { median } from './timing.ts'

const DASH = '–'

/** The whole kit, in one line. */
export function kitInWords(runs: Run[]): string {
  const seconds = runs.map(it => it.seconds)
  const [{ pdfs, pages } = { pdfs: 0, pages: 0 }] = runs
  return `${pdfs} PDFs with ${pages} pages: ${median(seconds).toFixed(1)} s, the median of ${runs.length} runs; the fastest took ${Math.min(...seconds).toFixed(1)} s.`
}

/** The first tool, then each other with its ratio to the first; a dash where one failed. */
export function tableOf(taken: Map<string, Taken | Error>): string {
  const [[mine, ours] = ['', undefined], ...others] = taken
  const seconds = (value: number) => `${value.toFixed(2)} s`
  const ratio = (value: number, one: number) => (value / one).toFixed(2)
  const row = (what: string, of: (taken: Taken) => number, as: (value: number) => string, compare: (value: number, one: number) => string) => {
    const cell = (it: Taken | Error | undefined, show: (it: Taken) => string) => it === undefined || it instanceof Error ? DASH : show(it)
    return [what, cell(ours, it => as(of(it))), ...others.flatMap(([, theirs]) => [
      cell(theirs, it => as(of(it))),
      cell(theirs, it => cell(ours, one => compare(of(it), of(one)))),
    ])]
  }
  return [
    ['', mine, ...others.flatMap(([name]) => [name, 'ratio'])],
    row('First PDF, from a cold start', it => it.first, seconds, ratio),
    row('Each further PDF', it => it.further, seconds, ratio),
    row('Pages of a PDF', it => it.pages, String, () => ''),
  ].map(([what = '', ...cells]) => (what.padEnd(30) + cells.map(it => it.padStart(12)).join('')).trimEnd()).join('\n')
}

import type { Taken } from './inTurn.ts'
import type { Run } from './tools.ts'
import { median } from './timing.ts'

const DASH = '–'

/** The whole kit, in one line. */
export function kitInWords(runs: Run[]): string {
  const seconds = runs.map(run => run.seconds)
  const [{ pdfs, pages } = { pdfs: 0, pages: 0 }] = runs
  return `${pdfs} PDFs with ${pages} pages: ${median(seconds).toFixed(1)} s, the median of ${runs.length} runs; the fastest took ${Math.min(...seconds).toFixed(1)} s.`
}

/** The first tool, then each other with its ratio to the first; a dash where one failed. */
export function tableOf(taken: Map<string, Taken | Error>): string {
  const [[mine, ours] = ['', undefined], ...others] = taken
  const seconds = (value: number) => `${value.toFixed(2)} s`
  const ratio = (value: number, one: number) => (value / one).toFixed(2)
  const row = (
    what: string,
    of: (taken: Taken) => number,
    as: (value: number) => string,
    compare: (value: number, one: number) => string,
  ) => {
    const cell = (item: Taken | Error | undefined, show: (item: Taken) => string) =>
      item === undefined || item instanceof Error ? DASH : show(item)
    return [
      what,
      cell(ours, item => as(of(item))),
      ...others.flatMap(([, theirs]) => [
        cell(theirs, item => as(of(item))),
        cell(theirs, item => cell(ours, one => compare(of(item), of(one)))),
      ]),
    ]
  }
  return [
    ['', mine, ...others.flatMap(([name]) => [name, 'ratio'])],
    row('First PDF, from a cold start', second => second.first, seconds, ratio),
    row('Each further PDF', second => second.further, seconds, ratio),
    row(
      'Pages of a PDF',
      item => item.pages,
      String,
      () => '',
    ),
  ]
    .map(([what = '', ...cells]) => (what.padEnd(30) + cells.map(cell => cell.padStart(12)).join('')).trimEnd())
    .join('\n')
}

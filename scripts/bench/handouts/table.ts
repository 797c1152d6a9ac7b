import type { FinishingRound } from './finishing.ts'
import type { Taken } from './inTurn.ts'
import type { Run } from './tools.ts'
import { median } from './timing.ts'

const DASH = '–'

/** How long the whole kit takes to print, in one line. */
export function formatKitTime(runs: Run[]): string {
  const seconds = runs.map(run => run.seconds)
  const [{ pdfs, pages } = { pdfs: 0, pages: 0 }] = runs
  const [middle, fastest] = [median(seconds), Math.min(...seconds)].map(value => value.toFixed(1))
  const times = `${middle} s, the median of ${runs.length} runs; the fastest took ${fastest} s.`
  return `${pdfs} PDFs with ${pages} pages: ${times}`
}

/** How long a page takes to be finished, in one line, and against a copy of it by the library in the same run. */
export function formatFinishing(rounds: FinishingRound[]): string {
  const perPage = median(rounds.map(({ finished, pages }) => finished / pages)).toFixed(1)
  const ratio = median(rounds.map(({ finished, copied }) => finished / copied)).toFixed(1)
  return `Finished after printing: ${perPage} ms of processor time a page, ${ratio} times what pdf-lib takes `
    + `to read it and write it again, medians of ${rounds.length} rounds.`
}

/** A table of the tools; all but the first with the ratio to the first. Dashes for a tool that failed. */
export function formatTable(taken: Map<string, Taken | Error>): string {
  const [[mine, ours] = ['', undefined], ...others] = taken
  const seconds = (value: number) => `${value.toFixed(2)} s`
  const ratio = (value: number, one: number) => (value / one).toFixed(2)
  const row = (
    what: string,
    of: (taken: Taken) => number,
    as: (value: number) => string,
    compare: (value: number, one: number) => string,
  ) => {
    const cell = (tool: Taken | Error | undefined, show: (tool: Taken) => string) =>
      tool === undefined || tool instanceof Error ? DASH : show(tool)
    return [
      what,
      cell(ours, tool => as(of(tool))),
      ...others.flatMap(([, theirs]) => [
        cell(theirs, tool => as(of(tool))),
        cell(theirs, tool => cell(ours, first => compare(of(tool), of(first)))),
      ]),
    ]
  }
  return [
    ['', mine, ...others.flatMap(([name]) => [name, 'ratio'])],
    row('First PDF, from a cold start', times => times.first, seconds, ratio),
    row('Each further PDF', times => times.further, seconds, ratio),
    row(
      'Pages of a PDF',
      tool => tool.pages,
      String,
      () => '',
    ),
  ]
    .map(([what = '', ...cells]) => (what.padEnd(30) + cells.map(cell => cell.padStart(12)).join('')).trimEnd())
    .join('\n')
}

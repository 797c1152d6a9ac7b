import type { ComparisonReport, SessionReport } from './model.ts'
import { Buffer } from 'node:buffer'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAside } from '../cli/writeAside.ts'
import { toCsv, toJson } from './files.ts'
import { reportHtml } from './html.ts'
import { reportPdf } from './pdf.ts'

export const PDF = 'report.pdf'

export interface WriteOptions {
  folder: string
  /** Whether it is printed too. */
  pdf: boolean
  author: string
  /** Told what comes next. */
  onStep: (what: string) => void
}

export interface Written {
  file: string
  bytes: number
  /** Of the PDF. */
  pages?: number
}

/**
 * Writes the files of a report. All of them are made before the first one is written, and each is there as a whole.
 *
 * @throws {import('../cli/cli.ts').UsageError} when a file cannot be written
 */
export async function writeReport(
  report: SessionReport | ComparisonReport,
  { folder, pdf, author, onStep }: WriteOptions,
): Promise<Written[]> {
  onStep('drawing the page')
  const html = await reportHtml(report)
  const date = new Date('sessions' in report ? Math.max(...report.sessions.map(each => each.ended)) : report.ended)
  if (pdf)
    onStep('printing it')
  const printed = pdf ? await reportPdf(html, { date, author }) : undefined
  const files: [file: string, content: string | Uint8Array, pages?: number][] = [
    ['report.html', html],
    ...printed ? [[PDF, printed.pdf, printed.pages] as [string, Uint8Array, number]] : [],
    ['results.csv', toCsv(report)],
    ['results.json', toJson(report)],
  ]
  for (const [file, content] of files)
    await writeAside(join(folder, file), content, 'name another folder with --out')
  // One from an earlier call would say something else than the page beside it.
  if (!printed)
    await rm(join(folder, PDF), { force: true })
  return files.map(([file, content, pages]) =>
    ({ file, bytes: Buffer.byteLength(content), ...pages !== undefined && { pages } }))
}

/** A name that any system takes for a folder: session names may end in a dot, or be one that Windows keeps. */
export function folderName(sessions: string[]): string {
  const name = sessions.join(' and ').replace(/[. ]+$/, '')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? `session ${name}` : name
}

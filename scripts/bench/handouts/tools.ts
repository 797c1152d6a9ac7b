import type { Command } from './timing.ts'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { timeCommand } from './timing.ts'

/** What makes PDFs of one Markdown text. */
export interface Tool {
  name: string
  /** Whether one process makes several PDFs; otherwise it takes one for each. */
  several: boolean
  /** Lays ready, in an empty folder, what it reads, and says how it is called to write that many PDFs into it. */
  prepare: (folder: string, pdfs: number) => Promise<Command>
}

/** One run of one process. */
export interface Run {
  seconds: number
  pdfs: number
  /** Of all its PDFs. */
  pages: number
}

/**
 * Times one run in a folder of its own, and makes sure that all of it was written.
 *
 * @throws {Error} when the process fails, or PDFs are missing
 */
export async function runOnce(prepare: Tool['prepare'], pdfs: number): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-handouts-'))
  try {
    const seconds = await timeCommand(await prepare(folder, pdfs))
    const files = (await readdir(folder)).filter(name => name.endsWith('.pdf'))
    if (files.length !== pdfs)
      throw new Error(`${files.length} PDFs were written in place of ${pdfs}`)
    let pages = 0
    for (const file of files)
      pages += (await PDFDocument.load(await readFile(join(folder, file)), { updateMetadata: false })).getPageCount()
    return { seconds, pdfs, pages }
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
}

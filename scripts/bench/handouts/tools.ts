import type { Command } from './timing.ts'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { timeCommand } from './timing.ts'

/** A program that makes PDFs from one Markdown text. */
export interface Tool {
  name: string
  /** Whether one process makes several PDFs; otherwise each PDF needs a process. */
  several: boolean
  /** Writes the input into an empty folder; returns the command that writes this number of PDFs into the folder. */
  prepare: (folder: string, pdfs: number) => Promise<Command>
}

/** One run of one process. */
export interface Run {
  seconds: number
  pdfs: number
  /** Pages of all its PDFs together. */
  pages: number
}

/**
 * Times one run in a new folder, and checks that all PDFs were written.
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

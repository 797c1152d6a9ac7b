import { execFileSync } from 'node:child_process'

export interface PdfInfo {
  title: string | undefined
  tagged: boolean
  pages: number
  /** Such as `A4` or `letter`. */
  paper: string | undefined
  bytes: number
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })

export function infoOf(path: string): PdfInfo {
  const fields = new Map(run('pdfinfo', path).split('\n').map((line) => {
    const [name = '', ...value] = line.split(':')
    return [name, value.join(':').trim()]
  }))
  return {
    title: fields.get('Title'),
    tagged: fields.get('Tagged') === 'yes',
    pages: Number(fields.get('Pages')),
    paper: /\((\w+)\)/.exec(fields.get('Page size') ?? '')?.[1],
    bytes: Number.parseInt(fields.get('File size') ?? '', 10),
  }
}

/** The document's own dictionary: language, outline, tags. A text begins with `u:`. */
export function catalogOf(path: string): Record<string, unknown> {
  type Objects = Record<string, { value: Record<string, unknown> }>
  const { qpdf: [, objects] } = JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', path)) as { qpdf: [unknown, Objects] }
  return objects[`obj:${String(objects.trailer?.value['/Root'])}`]?.value ?? {}
}

/** Whether each font is in the file, in the order of the file. */
export function fontsOf(path: string): { embedded: boolean, readable: boolean }[] {
  return run('pdffonts', path).trim().split('\n').slice(2).map((line) => {
    const [embedded, , readable] = /(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line)?.slice(1) ?? []
    return { embedded: embedded === 'yes', readable: readable === 'yes' }
  })
}

/** @throws {Error} with what qpdf complains about: a warning counts */
export function checkPdf(path: string): string {
  return run('qpdf', '--check', path)
}

/** The text in the order of the document, so that a table reads cell by cell. */
export function textOf(path: string): string {
  return run('pdftotext', '-raw', '-enc', 'UTF-8', path, '-')
}

import { execFileSync } from 'node:child_process'

export interface PdfInfo {
  title: string | undefined
  tagged: boolean
  pages: number
  /** Such as `A4` or `letter`. */
  pageSize: string | undefined
  bytes: number
}

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })

export function infoOf(path: string): PdfInfo {
  const fields = new Map(run('pdfinfo', path).split('\n').map((line) => {
    const [name = '', ...value] = line.split(':')
    return [name, value.join(':').trim()]
  }))
  return {
    title: fields.get('Title'),
    tagged: fields.get('Tagged') === 'yes',
    pages: Number(fields.get('Pages')),
    pageSize: /\((\w+)\)/.exec(fields.get('Page size') ?? '')?.[1],
    bytes: Number.parseInt(fields.get('File size') ?? '', 10),
  }
}

type Dict = Record<string, unknown>
/** What qpdf reads of a file. A text begins with `u:`, a name with `/`, a reference is `12 0 R`. */
export interface Pdf {
  catalog: Dict
  /** What a reference stands for, or the value itself. */
  at: (value: unknown) => unknown
  objects: Dict[]
  fields: { name: string, label: string, type: string }[]
  /** How many elements of each type the structure has, such as `H1`. */
  types: Map<string, number>
  /** Titles of the outline, each with its depth from 1. */
  outline: [depth: number, title: string][]
}

export function readPdf(path: string): Pdf {
  const {
    qpdf: [, raw],
    acroform,
    outlines,
  } = JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', '--json-key=acroform', '--json-key=outlines', path)) as {
    qpdf: [unknown, Record<string, { value?: unknown, stream?: { dict: Dict } }>]
    acroform: { fields: { fullname: string, alternativename: string, fieldtype: string }[] }
    outlines: Outline[]
  }
  const valueOf = (item: { value?: unknown, stream?: { dict: Dict } } | undefined) => item?.value ?? item?.stream?.dict
  const at = (value: unknown) =>
    typeof value === 'string' && / \d+ R$/.test(value) ? valueOf(raw[`obj:${value}`]) : value
  const objects = Object.values(raw)
    .map(valueOf)
    .filter(item => item !== null && typeof item === 'object' && !Array.isArray(item)) as Dict[]
  const types = new Map<string, number>()
  for (const element of objects.filter(object => object['/Type'] === '/StructElem'))
    types.set(String(element['/S']).slice(1), (types.get(String(element['/S']).slice(1)) ?? 0) + 1)
  return {
    types,
    catalog: at((raw.trailer?.value as Dict)['/Root']) as Dict,
    at,
    objects,
    fields: acroform.fields.map(field => ({
      name: field.fullname,
      label: field.alternativename,
      type: field.fieldtype,
    })),
    outline: outlines.flatMap(outline => flat(outline, 1)),
  }
}

interface Outline { title: string, kids: Outline[] }

function flat({ title, kids }: Outline, depth: number): [number, string][] {
  return [[depth, title], ...kids.flatMap(kid => flat(kid, depth + 1))]
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

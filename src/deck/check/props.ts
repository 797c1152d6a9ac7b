import { readFileSync } from 'node:fs'

export interface Prop {
  name: string
  required: boolean
  /** As it is written, such as `string` or `number | string`. */
  type: string
}

const PROPS = /\bdefineProps<\{([\s\S]*?)\}>\(/
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm
/** A type within, whose own fields are no props. */
const INNER = /\{[^{}]*\}/g
const PROP = /^\s*(\w+)(\??):(.+)$/gm

/** What a Vue file says that it is to be given, where it says so in types; none where it does otherwise. */
export function readProps(path: string): Prop[] {
  const [, written = ''] = PROPS.exec(readFileSync(path, 'utf8')) ?? []
  const lines = written
    .replace(COMMENT, '')
    .replace(INNER, 'object')
    .replace(/[,;](?=\s*\w+\??:)/g, '\n')
  return [...lines.matchAll(PROP)].map(([, name = '', optional, type = '']) => ({
    name,
    required: !optional,
    type: type.trim(),
  }))
}

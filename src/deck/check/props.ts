import { readFileSync } from 'node:fs'

export interface Prop {
  name: string
  required: boolean
  /** As it is written, such as `string` or `number | string`. */
  type: string
}

const PROPS = /\bdefineProps<\{([\s\S]*?)\}>\(/
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm
/** An object type, whose fields are not props. */
const OBJECT_TYPE = /\{[^{}]*\}/g
const PROP = /^\s*(\w+)(\??):(.+)$/gm

/** The props of a Vue file with a type-only `defineProps<{…}>()`; none for other files. */
export function readProps(path: string): Prop[] {
  const [, written = ''] = PROPS.exec(readFileSync(path, 'utf8')) ?? []
  const lines = written
    .replace(COMMENT, '')
    .replace(OBJECT_TYPE, 'object')
    .replace(/[,;](?=\s*\w+\??:)/g, '\n')
  return [...lines.matchAll(PROP)].map(([, name = '', optional, type = '']) => ({
    name,
    required: !optional,
    type: type.trim(),
  }))
}

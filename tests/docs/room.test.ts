import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { toCsv } from '../../src/room/results.ts'

const readme = readFileSync(inRoot('docs', 'room.md'), 'utf8')

/** Compiler errors of code that lies in `src/room/`, as one text. */
function compilerErrorsOf(code: string): string {
  const path = inRoot('src', 'room', 'readme-example.ts')
  const { config } = ts.readConfigFile(inRoot('tsconfig.json'), file => readFileSync(file, 'utf8')) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, types: ['node'], noUnusedLocals: false },
    inRoot(),
  )
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = file => file === path || fileExists(file)
  host.readFile = file => (file === path ? code : readFile(file))
  host.getSourceFile = (file, ...rest) =>
    file === path ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2024) : getSourceFile(file, ...rest)
  const program = ts.createProgram([path], options, host)
  const diagnostics = [
    ...program.getSyntacticDiagnostics(program.getSourceFile(path)),
    ...program.getSemanticDiagnostics(program.getSourceFile(path)),
  ]
  return diagnostics.map(diagnostic => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')).join('\n')
}

describe('the export in docs/room.md', () => {
  it('declares exactly the types that the code exports', () => {
    const [, block = ''] = /```ts\n(interface Results[\s\S]*?)```/.exec(readme) ?? []
    expect(block).toContain('type Tally')
    expect(compilerErrorsOf(`
      import type { Results as Made } from './results.ts'
      ${block}
      type Poll = Made['polls'][number]
      type Count = Poll['rounds'][number]['tally']
      // The compiler does not compare types nested too deeply, so the tally is compared by itself.
      export const readTally = (made: Count): Tally => made
      export const writeTally = (documented: Tally): Count => documented
      export const read = (made: Made): Results => made
      export const write = (documented: Results): Made => documented
      // Assigning to both sides does not notice a missing optional field, so the names are compared too.
      type Fields<T> = T extends T ? keyof T : never
      type Same<A, B> = [A] extends [B] ? [B] extends [A] ? true : never : never
      export const fields: [
        Same<keyof Results, keyof Made>,
        Same<keyof PollResults, keyof Poll>,
        Same<Fields<Tally>, Fields<Count>>,
        Same<keyof NonNullable<PollResults['moves']>, keyof NonNullable<Poll['moves']>>,
        Same<keyof Results['ballots'][number], keyof Made['ballots'][number]>,
      ] = [true, true, true, true, true]
    `)).toBe('')
  })

  it('names the columns of the CSV', () => {
    const [head = ''] = toCsv({ version: 1, session: '', began: null, polls: [], ballots: [] }).split('\r\n')
    expect(readme).toContain(`The CSV has one row a ballot: ${head.split(',').join(', ')}.`)
  })
})

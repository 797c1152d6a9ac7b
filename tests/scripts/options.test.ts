import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { runNode } from '../support/run.ts'

const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { scripts: Record<string, string> }

/** Name of the npm script and the file it runs. */
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /^node (scripts\/\S+\.ts)/.exec(line)?.[1]
  return file === undefined ? [] : [{ name, file }]
})

/** The options that a user was promised. A command that is not here has none. */
const OPTIONS: Record<string, string[]> = {
  'start': ['--port', '--session', '--public', '--track', '--with', '--without', '--open', '--no-open'],
  'dev': ['--port', '--room-port', '--session', '--track', '--with', '--without', '--open', '--no-open'],
  'build': [
    '--base',
    '--url',
    '--out',
    '--with-notes',
    '--handouts',
    '--no-handouts',
    '--track',
    '--with',
    '--without',
    '--session',
  ],
  'map': ['--check'],
  'run-sheet': ['--track', '--with', '--without'],
  'handouts': ['--paper', '--edition', '--track', '--people', '--large', '--with', '--without', '--zip'],
  'look': [
    '--dark',
    '--slide',
    '--last',
    '--thumbs',
    '--live',
    '--motion',
    '--people',
    '--phones',
    '--size',
    '--language',
  ],
  'room': ['--port', '--session', '--public'],
  'report': ['--out', '--pdf', '--no-pdf'],
  'export': [
    '--format',
    '--track',
    '--range',
    '--with-clicks',
    '--dark',
    '--session',
    '--with',
    '--without',
    '--out',
  ],
  'rehearse': ['--people', '--url', '--seed', '--pace'],
}

it('has options of existing commands only', () => {
  expect(commands.map(command => command.name)).toEqual(expect.arrayContaining(Object.keys(OPTIONS)))
})

describe.concurrent.each(commands)('npm run $name', ({ name, file }) => {
  it('answers --help with its purpose and options', async () => {
    const { code, stdout, stderr } = await runNode([file, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^\\S.* \\(npm (?:run )?${name} --\\)\n`))
    expect(stdout).toContain('USAGE')
    expect([...stdout.matchAll(/^\s+(--[a-z-]+)/gm)].map(match => match[1])).toEqual(OPTIONS[name] ?? [])
  })

  it('refuses an unknown option in one line', async () => {
    expect(await runNode([file, '--nonsense'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Unknown option --nonsense; --help lists the options.\n',
    })
  })
})

// With the check alone: others would begin their work, should one pass.
describe.concurrent('npm run check', () => {
  it('answers -h too', async () => {
    expect(await runNode(['scripts/check.ts', '-h'])).toEqual(await runNode(['scripts/check.ts', '--help']))
  })

  it.each(['--nonsense=1', '--no-nonsense', '-x', 'nonsense'])('refuses %s', async (argument) => {
    const { code, stdout, stderr } = await runNode(['scripts/check.ts', argument])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^.*${argument}.*\n$`))
  })
})

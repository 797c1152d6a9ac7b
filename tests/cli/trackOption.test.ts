import { describe, expect, it } from 'vitest'
import { runNode } from '../support/run.ts'

describe.each(['start', 'build'])('npm run %s', (name) => {
  it.each<[string[], NodeJS.ProcessEnv, string]>([
    [['--track', 'long'], {}, '--track'],
    [[], { DECK_TRACK: 'long' }, 'DECK_TRACK'],
  ])('refuses an unknown track of %j and %j', async (args, env, where) => {
    expect(await runNode([`scripts/${name}.ts`, ...args], env)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${where} is "long"; it must be one of talk, workshop, half-day, all.\n`,
    })
  })
})

import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { runNode } from '../support/run.ts'

it('the picture in docs/architecture.md shows the imports as they are', async () => {
  expect(await runNode(['scripts/map.ts', '--check'])).toEqual({ code: 0, stdout: '', stderr: '' })
})

it('each folder of src/ stands on one floor', async () => {
  const { FLOORS } = await import(pathToFileURL(inRoot('.dependency-cruiser.js')).href) as { FLOORS: string[][] }
  expect(FLOORS.flat().sort()).toEqual(globSync('*/', { cwd: inRoot('src') }).sort())
})

import { expect, it } from 'vitest'
import { runNode } from '../support/run.ts'

it('the picture in docs/architecture.md shows the imports as they are', async () => {
  expect(await runNode(['scripts/map.ts', '--check'])).toEqual({ code: 0, stdout: '', stderr: '' })
})

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { oneAtATime } from '../../src/handouts/oneAtATime.ts'
import { tempFolder } from '../support/tempFiles.ts'

/** Holds the lock until it is killed, and says when it has it. */
const HOLDER = `
  import { oneAtATime } from '${inRoot('src', 'handouts', 'oneAtATime.ts')}'
  const work = resolve => process.send('held', () => setTimeout(resolve, 600_000))
  await oneAtATime(() => new Promise(work), () => {}, process.argv[2])
`

it('waits for another process that prints, even one that is killed, and says so once', async () => {
  const folder = tempFolder({ 'holder.mjs': HOLDER })
  const lock = join(folder, 'lock')
  const holder = fork(join(folder, 'holder.mjs'), [lock])
  await once(holder, 'message')
  let waits = 0
  let done = false
  const mine = oneAtATime(async () => done = true, () => {
    waits++
    expect(done).toBe(false)
    holder.kill('SIGKILL')
  }, lock)
  expect(await mine).toBe(true)
  expect(waits).toBe(1)
})

it('lets the next one go on after a failure', async () => {
  const lock = join(tempFolder({}), 'lock')
  const wait = () => expect.unreachable()
  await expect(oneAtATime(() => Promise.reject(new Error('full')), wait, lock)).rejects.toThrow('full')
  expect(await oneAtATime(async () => 'printed', wait, lock)).toBe('printed')
})

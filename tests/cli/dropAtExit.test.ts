import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { dropAtExit } from '../../src/cli/dropAtExit.ts'
import { inRoot } from '../../src/cli/paths.ts'
import { tempFolder } from '../support/tempFiles.ts'

/** Goes on until it is ended. */
const WORK = `
  const { dropAtExit } = await import(process.argv[1])
  dropAtExit(process.argv[2])
  setInterval(() => {}, 1000)
  console.log('at work')
`

it.each<[signal: NodeJS.Signals, code: number]>([['SIGINT', 130], ['SIGTERM', 143]])(
  'deletes the folder on %s',
  async (signal, code) => {
    const folder = tempFolder({ 'half.html': '<!doctype' })
    const args = ['--input-type=module', '--eval', WORK, inRoot('src', 'cli', 'dropAtExit.ts'), folder]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([code, null])
    expect(existsSync(folder)).toBe(false)
  },
)

it('deletes the folder at once, and leaves signals to others', async () => {
  const folder = join(tempFolder(), 'half')
  const before = process.listenerCount('SIGINT')
  const drop = dropAtExit(folder)
  mkdirSync(folder)
  await drop()
  expect({ isThere: existsSync(folder), listeners: process.listenerCount('SIGINT') })
    .toEqual({ isThere: false, listeners: before })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formatError } from '../../src/cli/cli.ts'
import { writeAside } from '../../src/cli/writeAside.ts'
import { orWriteFault } from '../../src/cli/writeFault.ts'
import { tempFolder } from '../support/tempFiles.ts'

it('writes text or bytes, and the folder that they lie in', async () => {
  const folder = tempFolder({})
  await writeAside(join(folder, 'in', 'a.txt'), 'text')
  await writeAside(join(folder, 'in', 'b.bin'), new Uint8Array([0, 255]))
  expect(readdirSync(join(folder, 'in'))).toEqual(['a.txt', 'b.bin'])
  expect([...readFileSync(join(folder, 'in', 'b.bin'))]).toEqual([0, 255])
})

it.each(['file/in.pdf', 'folder'])('says in one line that %s cannot be written', async (name) => {
  const folder = tempFolder({ 'file': 'mine', 'folder/mine.txt': 'mine' })
  const path = join(folder, name)
  const fault = await writeAside(path, 'new', 'free that place').catch(formatError)
  expect(fault).toMatch(/^[^\n]+ cannot be written \([A-Z]+: [^\n]+\); free that place\.$/)
  expect(String(fault).startsWith(path)).toBe(true)
  expect(readdirSync(folder)).toEqual(['file', 'folder'])
})

it('does not take a fault of the code for one of the disk', async () => {
  const fault = new TypeError('undefined is not a function')
  await expect(orWriteFault('x', 'y', () => Promise.reject(fault))).rejects.toBe(fault)
})

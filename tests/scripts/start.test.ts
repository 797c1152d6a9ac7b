import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startKit } from '../deck/support/kit.ts'

describe('a killed start command', () => {
  const data = mkdtempSync(join(tmpdir(), 'kit-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  it('leaves no deck behind that would hold the port', async () => {
    const kit = await startKit(data)
    expect((await fetch(kit.slides)).ok).toBe(true)
    kit.process.kill('SIGKILL')
    await expect.poll(() => fetch(kit.slides).then(() => 'answers', () => 'gone')).toBe('gone')
  })
})

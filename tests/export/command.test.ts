import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runNode } from '../support/run.ts'
import { tempFolder } from '../support/tempFiles.ts'

describe.concurrent('npm run export', () => {
  it.each<[args: string[], fault: string | RegExp]>([
    [['--format', 'ppt'], '--format is "ppt"; write one or more of pdf, notes, pptx, png, with commas between them.\n'],
    [['--track', 'lunch'], /^--track is "lunch"; it must be one of talk, .*\.\n$/],
    [['--range', '1-99999'], /^(?:\d+\/\d+ .*\n)*--range is "1-99999", but this track has slides 1 to \d+\.\n$/],
    [['--session', 'Friday'], /^[^\n]*session[^\n]*\n$/],
    [['--out='], '--out is empty; name the folder to write to.\n'],
  ])('with %j says what is wrong in one sentence, and writes nothing', async (args, fault) => {
    const folder = tempFolder()
    const out = join(folder, 'out')
    const { code, stdout, stderr } = await runNode(
      ['scripts/export.ts', ...args.includes('--out=') ? [] : ['--out', out], ...args],
      { ROOM_DATA: join(folder, 'room') },
    )
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: typeof fault === 'string' ? fault : expect.stringMatching(fault),
    })
    expect(existsSync(out)).toBe(false)
  })

  it('refuses an --out below a file before it draws anything', async () => {
    const file = join(tempFolder({ file: 'of another kind' }), 'file')
    const { code, stderr } = await runNode(['scripts/export.ts', '--out', join(file, 'deep', 'down')])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${file} is not a folder, so nothing can be written there; name another folder with --out.\n`,
    })
  })
})

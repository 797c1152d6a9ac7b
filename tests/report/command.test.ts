import type { AtEnd } from '../room/support/testRoom.ts'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { atEndOfFile, joinRoom, pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { runNode } from '../support/run.ts'

/** A folder with polls, in which sessions can be held. */
function kit(atEnd?: AtEnd) {
  const folder = tempFolder(atEnd)
  const env = { ROOM_DATA: join(folder, 'room'), ROOM_POLLS: pollsFile(folder) }
  const out = join(folder, 'out')
  return {
    folder,
    out,
    env,
    report: (...args: string[]) => runNode(['scripts/report.ts', ...args], env),
    /** Holds a session in which one person votes. */
    async hold(session: string) {
      const room = await startRoom({ data: env.ROOM_DATA, polls: env.ROOM_POLLS, session }, atEnd)
      await room.act('bill', 'open')
      await (await joinRoom(room.url)).vote('bill', ['run'])
      await room.close()
    },
  }
}

/** Two sessions that no test changes. */
const held = kit(atEndOfFile())
beforeAll(async () => {
  for (const session of ['Monday', 'Tuesday'])
    await held.hold(session)
})

describe('npm run report', () => {
  it('says what there is and how it is called', async () => {
    const { code, stdout } = await runNode(['scripts/report.ts', '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('npm run report --')
    expect(stdout).toContain('--out')
    expect(stdout).toContain('--no-pdf')
  })

  it.each<[args: string[], fault: string]>([
    [[], 'Say which session; there are "Monday", "Tuesday".\n'],
    [['Friday'], 'There is no session "Friday"; there are "Monday", "Tuesday".\n'],
    [['Monday', 'Friday'], 'There is no session "Friday"; there are "Monday", "Tuesday".\n'],
    [['Monday', 'Monday'], '"Monday" is named twice; name two sessions, or one.\n'],
    [['Monday', 'Tuesday', 'Friday'], 'A report sets at most 2 sessions side by side; you named 3.\n'],
    [['Monday', '--out='], '--out is empty; name the folder to write to.\n'],
    [['Monday', '--paper'], 'Unknown option --paper; --help lists the options.\n'],
  ])('with %j says what is wrong in one sentence', async (args, fault) => {
    expect(await held.report(...args)).toEqual({ code: 1, stdout: '', stderr: fault })
    expect(existsSync(held.out)).toBe(false)
  })

  it('says that no session has been held', async () => {
    expect(await kit().report('Monday')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no session "Monday"; none has been held yet.\n',
    })
  })

  it('refuses while a room is running', async () => {
    const { env, report } = kit()
    await startRoom({ data: env.ROOM_DATA, polls: env.ROOM_POLLS, session: 'Monday' })
    const { code, stderr } = await report('Monday')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^A room is running on .*room\.sqlite; stop it first, or open \S+ in .*\n$/)
  })

  it('says that a database cannot be read', async () => {
    const { env, report } = kit()
    mkdirSync(env.ROOM_DATA)
    writeFileSync(join(env.ROOM_DATA, 'room.sqlite'), 'no database '.repeat(200))
    const { code, stderr } = await report('Monday')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^\S+room\.sqlite is damaged or was not written by this kit \(.*\n$/)
  })

  it('leaves nothing behind where it cannot write', async () => {
    const { folder, report } = held
    writeFileSync(join(folder, 'taken'), '')
    const before = readdirSync(folder)
    const { code, stderr } = await report('Monday', '--no-pdf', '--out', join(folder, 'taken'))
    expect({ code, files: readdirSync(folder) }).toEqual({ code: 1, files: before })
    expect(stderr).toMatch(/cannot be written \(.*\); name another .* with --out\.\n$/)
  })

  it('tells of a session with one voter only that it was held', async () => {
    const { folder, report } = held
    const out = join(folder, 'one')
    expect(await report('Monday', '--no-pdf', '--out', out)).toMatchObject({ code: 0 })
    expect(readdirSync(out).sort()).toEqual(['report.html', 'results.csv', 'results.json'])
  })
})

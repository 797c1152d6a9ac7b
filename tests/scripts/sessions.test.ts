import type { Results } from '../../src/room/results.ts'
import type { AtEnd, TestRoom } from '../room/support/testRoom.ts'
import type { Ran } from '../support/run.ts'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '../../src/cli/cli.ts'
import { inRoot } from '../../src/cli/paths.ts'
import { openSecrets } from '../../src/room/secrets.ts'
import { withSession } from '../../src/room/sessions.ts'
import { spawnRoom, stage } from '../room/support/roomProcess.ts'
import { joinRoom, pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { runNode } from '../support/run.ts'

const KEY = 'a-key-for-the-sessions'
const kept = tempFolder(afterAll)
/** What the rooms themselves said of their sessions, by name. */
const told = new Map<string, { json: Results, csv: string }>()

/** Folders that only one test uses. */
interface Place {
  data: string
  room: (...args: string[]) => Promise<Ran>
}

/** A copy of two sessions that were held: Monday with two ballots, Tuesday with one. */
function place(atEnd: AtEnd = onTestFinished): Place {
  const data = join(tempFolder(atEnd), 'room')
  cpSync(join(kept, 'room'), data, { recursive: true })
  return {
    data,
    room: (...args) => runNode(['scripts/room.ts', ...args], { ROOM_DATA: data, ROOM_POLLS: join(kept, 'polls.yaml') }),
  }
}

const toldOf = (name: string) => told.get(name) ?? { json: undefined, csv: undefined }
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const begunOn = (name: string) => day.format(new Date(told.get(name)?.json.began ?? ''))
const refused = (sentence: string) => ({ code: 1, stdout: '', stderr: `${sentence}\n` })
const NAMES = 'there are "Monday", "Tuesday 2"'

async function remember(room: TestRoom, name: string): Promise<void> {
  const results = (kind: string) =>
    fetch(`${room.url}/api/stage/results.${kind}`, { headers: { Authorization: `Bearer ${KEY}` } })
  told.set(name, { json: (await (await results('json')).json()) as Results, csv: await (await results('csv')).text() })
}

beforeAll(async () => {
  const options = { data: join(kept, 'room'), polls: pollsFile(kept), stageKey: KEY }
  const monday = await startRoom({ ...options, session: 'Monday' }, afterAll)
  const [ann, bob] = [await joinRoom(monday.url), await joinRoom(monday.url)]
  await monday.act('bill', 'open')
  await ann.vote('bill', ['run'])
  await bob.vote('bill', ['all'])
  await remember(monday, 'Monday')
  await monday.close()
  const tuesday = await startRoom({ ...options, session: 'Tuesday 2' }, afterAll)
  await tuesday.act('lenses', 'open')
  // The same phone comes to both.
  await fetch(`${tuesday.url}/api/polls/lenses/ballot`, {
    method: 'PUT',
    headers: { 'Cookie': ann.cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({ round: 1, answer: ['money', 'world'] }),
  })
  await remember(tuesday, 'Tuesday 2')
  await tuesday.close()
})

describe.concurrent('sessions that are kept', () => {
  it('are listed with their day and ballots', async ({ onTestFinished }) => {
    const days = [begunOn('Monday'), begunOn('Tuesday 2')]
    // Days of the month have one digit or two.
    const width = Math.max(...days.map(day => day.length))
    expect(await place(onTestFinished).room('list')).toEqual({ code: 0, stderr: '', stdout: [
      `Session    ${'Begun'.padEnd(width)}  Ballots`,
      `Monday     ${days[0]?.padEnd(width)}        2`,
      `Tuesday 2  ${days[1]?.padEnd(width)}        1`,
      '',
    ].join('\n') })
  })

  it('are exported one by one, as the room told them', async ({ onTestFinished }) => {
    const { room, data } = place(onTestFinished)
    const [json, csv] = [join(data, 'out', 'monday.json'), join(data, 'tuesday.csv')]
    expect(await room('export', 'Monday', '--out', json)).toEqual({
      code: 0,
      stdout: `2 ballots of "Monday" in ${json}\n`,
      stderr: '',
    })
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual(toldOf('Monday').json)
    expect(await room('export', '--out', csv, 'Tuesday 2')).toEqual({
      code: 0,
      stdout: `1 ballot of "Tuesday 2" in ${csv}\n`,
      stderr: '',
    })
    expect(readFileSync(csv, 'utf8')).toBe(toldOf('Tuesday 2').csv)
    expect(toldOf('Tuesday 2').csv).toMatch(/^session,.*\r\nTuesday 2,lenses,1,\w+,money \| world,,.*\r\n$/)
  })

  it('are exported to a file of their name, as a table where that is wanted', async ({ onTestFinished }) => {
    const name = `Of a test ${process.pid}`
    const file = inRoot('dist', 'sessions', `${name}.csv`)
    onTestFinished(() => rmSync(file, { force: true }))
    const { data, room } = place(onTestFinished)
    const own = await startRoom({ data, polls: join(kept, 'polls.yaml'), session: name }, onTestFinished)
    await own.act('bill', 'open')
    await own.close()
    expect(await room('export', name, '--csv')).toEqual({
      code: 0,
      stdout: `0 ballots of "${name}" in dist/sessions/${name}.csv\n`,
      stderr: '',
    })
    expect(readFileSync(file, 'utf8')).toBe('session,poll,round,voter,answer,sure,counted_at\r\n')
  })

  it('share no voter pseudonym', () => {
    const voters = [...told.values()].map(({ json }) => json.ballots.map(ballot => ballot.voter))
    expect(new Set(voters.flat()).size).toBe(3)
  })

  it('are forgotten one by one, and from every file', async ({ onTestFinished }) => {
    const { data, room } = place(onTestFinished)
    const bytes = () => readdirSync(data).map(name => readFileSync(join(data, name), 'latin1')).join()
    const voters = (name: string) => told.get(name)?.json.ballots.map(ballot => ballot.voter) ?? []
    expect([...voters('Monday'), ...voters('Tuesday 2')].filter(voter => !bytes().includes(voter))).toEqual([])

    expect(await room('forget', 'Monday', '--yes')).toEqual({
      code: 0,
      stdout: `Erased: Monday, begun ${begunOn('Monday')}, 2 ballots.\n`,
      stderr: '',
    })
    expect(voters('Monday').filter(voter => bytes().includes(voter))).toEqual([])
    const out = join(data, 'tuesday.json')
    expect((await room('export', 'Tuesday 2', '--out', out)).code).toBe(0)
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(toldOf('Tuesday 2').json)
    expect(await room('export', 'Monday')).toEqual(
      refused('There is no session "Monday"; the only one is "Tuesday 2".'),
    )
  })

  it('are not forgotten while nobody can be asked', async ({ onTestFinished }) => {
    const { data, room } = place(onTestFinished)
    expect(await room('forget', 'Monday')).toEqual(
      refused('There is no terminal to ask whether to erase it; add --yes if you mean it.'),
    )
    expect(await withSession('Monday', async session => session.ballots, join(data, 'room.sqlite'))).toBe(2)
  })

  it.each([
    ['export', 'Monday'],
    ['forget', 'Monday', '--yes'],
  ])('are left alone while a room runs on them: %s', async (...args) => {
    const { data, room } = place()
    const running = await startRoom({ data, polls: join(kept, 'polls.yaml'), session: 'Monday', stageKey: KEY })
    expect(await room(...args)).toEqual(
      refused(
        `A room is running on ${join(data, 'room.sqlite')}; `
        + `stop it first, or open /api/stage/results.csv in the presenter's browser for what it holds now.`,
      ),
    )
    await running.act('bill', 'close')
    expect((await stage<Results>(running.url, KEY, 'results.json')).ballots).toEqual(toldOf('Monday').json?.ballots)
  })
})

describe.concurrent('a session that is not there', () => {
  it.each<[args: string[], sentence: string]>([
    [['export'], `Say which session; ${NAMES}.`],
    [['forget', '../', '--yes'], `There is no session "../"; ${NAMES}.`],
    [['export', 'Monday', '--csv', '--json'], '--csv and --json are two files; run the command once for each.'],
    [['export', 'Monday', '--out='], '--out is empty; name the file to write.'],
    [
      ['lists'],
      'npm run room -- lists is not a command; leave the word out to start the room, or use one of '
      + 'list, export, forget.',
    ],
    [['--session='], '"" is not a valid session name; use up to 60 letters, digits, spaces, dots or hyphens.'],
  ])('is told in one sentence: %j', async (args, sentence) => {
    expect(await place(afterAll).room(...args)).toEqual(refused(sentence))
  })

  it.each(['', '.', '..', '../room', 'monday', 'Monday ', '%', 'x'.repeat(300)])(
    'is not confused with existing ones, named %j',
    async (name) => {
      const { data } = place(afterAll)
      await expect(withSession(name, async () => {}, join(data, 'room.sqlite'))).rejects.toThrow(
        new UsageError(`There is no session "${name}"; ${NAMES}.`),
      )
    },
  )

  it('creates no folder', async ({ onTestFinished }) => {
    const data = join(tempFolder(onTestFinished), 'none')
    expect(await runNode(['scripts/room.ts', 'list'], { ROOM_DATA: data })).toEqual({
      code: 0,
      stdout: 'No session has been held yet.\n',
      stderr: '',
    })
    expect(existsSync(data)).toBe(false)
  })

  it('cannot be written below a regular file', async ({ onTestFinished }) => {
    const { data, room } = place(onTestFinished)
    writeFileSync(join(data, 'file'), '')
    const { code, stdout, stderr } = await room('export', 'Monday', '--out', join(data, 'file', 'out.json'))
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^.*file\/out\.json cannot be written \(.*\); name another file with --out\.\n$/)
  })
})

it('continues a session under its name, and begins another beside it', async () => {
  const { data } = place()
  const start = (session: string) =>
    spawnRoom({ ROOM_HOST: '127.0.0.1', ROOM_DATA: data, ROOM_POLLS: join(kept, 'polls.yaml'), ROOM_STAGE_KEY: KEY }, [
      '--port',
      '0',
      '--session',
      session,
    ])
  const monday = start('Monday')
  const url = await monday.ready
  expect(await stage<Results>(url, KEY, 'results.json')).toEqual(toldOf('Monday').json)
  monday.kill('SIGTERM')
  const ended = await monday.exited
  const [, link = '', key = ''] = /^ {2}Moderate {3}(\S+#key=(\S+))$/m.exec(ended.stdout) ?? []
  expect(openSecrets(data, KEY).rightOfKey(key)).toBe('moderator')
  expect(ended).toMatchObject({
    code: 0,
    stderr: '',
    stdout:
      `room ready on ${url}\n  Phones     ${url}/\n  Moderate   ${link}\n`
      + `  Session    Monday, begun ${begunOn('Monday')}, 2 ballots\n`
      + `  Stage key  from ROOM_STAGE_KEY\n`,
  })

  const wednesday = start('Wednesday')
  expect(await stage<Results>(await wednesday.ready, KEY, 'results.json')).toMatchObject({
    session: 'Wednesday',
    began: null,
    ballots: [],
  })
  wednesday.kill('SIGTERM')
  expect((await wednesday.exited).stdout).toContain('  Session    Wednesday, new\n')
})

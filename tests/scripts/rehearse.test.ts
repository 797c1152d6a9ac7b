import type { Results } from '../../src/room/results.ts'
import type { TestRoom } from '../room/support/testRoom.ts'
import type { Ran } from '../support/run.ts'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inRoot } from '../../src/cli/paths.ts'
import { publicPoll, readPolls } from '../../src/polls/pollsFile.ts'
import { personOf } from '../../src/rehearsal/people.ts'
import { thinkingTime } from '../../src/rehearsal/thinking.ts'
import { openSqliteStore } from '../../src/room/stores/sqlite.ts'
import { EVERY_KIND } from '../room/support/everyKind.ts'
import { portToKeep } from '../room/support/portToKeep.ts'
import { pollsFile, startRoom, tempFolder } from '../room/support/testRoom.ts'
import { runNode } from '../support/run.ts'

const [PEOPLE, SEED] = [12, 5]

interface Rehearsal {
  /** What it has printed so far. */
  printed: () => string
  /** Ends it as Ctrl+C does. */
  interrupt: () => Promise<Ran>
}

/** `npm run rehearse` as a process of its own, killed when the test ends. */
function rehearse(...args: string[]): Rehearsal {
  const child = spawn(process.execPath, [inRoot('scripts/rehearse.ts'), ...args], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => stdout += text)
  child.stderr.setEncoding('utf8').on('data', (text: string) => stderr += text)
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, stdout, stderr }))
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    printed: () => stdout + stderr,
    interrupt() {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** Who answers is settled by the seed, in this process as in any other. */
function answering(poll: Parameters<typeof thinkingTime>[1]): number {
  return Array.from({ length: PEOPLE }, (_, i) => thinkingTime(personOf(SEED, i), poll, 1, 0)).filter(
    value => value !== undefined,
  ).length
}

async function resultsOf({ url, stageKey }: TestRoom): Promise<Results> {
  return (await (
    await fetch(`${url}/api/stage/results.json`, { headers: { Authorization: `Bearer ${stageKey}` } })
  ).json()) as Results
}

async function answered(room: TestRoom, poll: string): Promise<number | undefined> {
  return (await resultsOf(room)).polls.find(results => results.id === poll)?.rounds[0]?.tally.people
}

describe('npm run rehearse', () => {
  it('fills a room with votes of every kind, and tells at its end what the room has', async () => {
    const room = await startRoom({ polls: pollsFile(tempFolder(), EVERY_KIND), session: 'rehearsal' })
    const rehearsal = rehearse('--url', room.url, '--people', String(PEOPLE), '--seed', String(SEED), '--pace', '0.01')
    await expect.poll(() => rehearsal.printed()).toContain(`${PEOPLE} joined`)
    const polls = readPolls(pollsFile(tempFolder(), EVERY_KIND)).map(publicPoll)
    for (const poll of polls) {
      await room.act(poll.id, 'open')
      await expect.poll(() => answered(room, poll.id)).toBe(answering(poll))
      await room.act(poll.id, 'close')
    }
    // Word of the end reaches the phones after every acknowledgement.
    await expect.poll(() => rehearsal.printed()).toContain(`${polls.at(-1)?.id} closed`)

    const { code, stdout } = await rehearsal.interrupt()
    const { ballots } = await resultsOf(room)
    const [begin, end] = stdout.split(/\n(?=\d+ people came)/)
    expect(begin).toBe(
      `${PEOPLE} people come to ${room.url}, --seed ${SEED}. Ctrl+C ends it.\n`
      + 'Their ballots stay in the session "rehearsal" until you erase it: npm run room -- forget rehearsal.',
    )
    const [came, fate, rest] = (end ?? '').split('\n')
    expect(came).toMatch(/^12 people came and \d+ ballots in \d+ rounds were acknowledged, .+\.$/)
    expect(came).toContain(` in ${polls.length} rounds `)
    expect(fate).toMatch(/^(?:Every one of them is still there|.+ none was missing; .+)\.$/)
    expect(rest).toBe('')
    // Not one answer of any kind was such as the room does not take.
    expect(end).not.toContain('refused')
    const number = (pattern: RegExp) => Number(pattern.exec(end ?? '')?.[1] ?? 0)
    // A phone that was out of reach as its ballot was counted may hear only that it came too late.
    const late = number(/(\d+) too late/)
    expect(ballots.length - number(/and (\d+) ballots/)).toBeOneOf(Array.from({ length: late + 1 }, (_, i) => i))
    expect(code).toBe(0)
  })

  it('says so when no vote was held', async () => {
    const room = await startRoom()
    const rehearsal = rehearse('--url', room.url, '--people', '1', '--pace', '0.01')
    await expect.poll(() => rehearsal.printed()).toContain('1 joined · 1 here · no poll on screen')
    const { code, stdout } = await rehearsal.interrupt()
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^1 person comes to /),
      'Their ballots count in the session "default", which is running.',
      expect.any(String),
      '1 person came and nothing was counted, so nothing can be lost.',
      '',
    ])
    expect(code).toBe(0)
  })

  it('tells of ballots that the room no longer has, and exits 1', async () => {
    const [data, port] = [join(tempFolder(), 'room'), await portToKeep()]
    const first = await startRoom({ data, port })
    const rehearsal = rehearse('--url', first.url, '--people', '6', '--seed', '2', '--pace', '0.01')
    await first.act('bill', 'open')
    await expect.poll(() => rehearsal.printed()).toContain('6 joined')
    await expect.poll(() => answered(first, 'bill')).toBeGreaterThan(0)
    await first.act('bill', 'close')
    await expect.poll(() => rehearsal.printed()).toMatch(/bill closed · [1-6] counted/)
    await first.close()
    const store = openSqliteStore(join(data, 'room.sqlite'))
    await store.forget('default')
    await store.close()

    const second = await startRoom({ data, port })
    await second.act('bill', 'open')
    await second.act('bill', 'close')
    await expect.poll(() => rehearsal.printed()).toMatch(/[1-6] LOST\n/)
    const { code, stdout } = await rehearsal.interrupt()
    expect(stdout).toMatch(/\n\d acknowledged ballots? (?:is|are) no longer there: lost, or erased meanwhile\.\n$/)
    expect(code).toBe(1)
  })
})

describe.concurrent('a rehearsal that cannot start', () => {
  const NUMBER = 'it must be a whole number from 1 to 5000.'
  it.each<[args: string[], says: string]>([
    [
      ['--url', 'http://127.0.0.1:1'],
      'No room answers at http://127.0.0.1:1; start one with npm start, or name another address with --url.',
    ],
    [['--url', 'hall'], '--url is "hall"; it must be the whole address of a room, such as http://127.0.0.1:3131.'],
    [['--people', '0'], `--people is "0"; ${NUMBER}`],
    [['--people', '5001'], `--people is "5001"; ${NUMBER}`],
    [['--people', 'abc'], `--people is "abc"; ${NUMBER}`],
    [['--people='], `--people is ""; ${NUMBER}`],
    [['--pace', '0'], '--pace is "0"; it must be a number from 0.01 to 100.'],
    [['--seed', '1.5'], '--seed is "1.5"; it must be a whole number.'],
  ])('says so in one line: %j', async (args, says) => {
    expect(await runNode(['scripts/rehearse.ts', ...args])).toEqual({ code: 1, stdout: '', stderr: `${says}\n` })
  })
})

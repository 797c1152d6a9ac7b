import type { AddressInfo } from 'node:net'
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { speak } from '../room/support/rawHttp.ts'
import { spawnRoom } from '../room/support/roomProcess.ts'
import { pollsFile, tempFolder } from '../room/support/testRoom.ts'

interface Row {
  name: string
  env?: (folder: string) => Record<string, string>
  args?: string[]
  polls?: string
  says: string | RegExp
}

const POLL = `- id: bill
  kind: choice
  question: What?
  options: [{ id: a, text: A }]
`

/** Starts that cannot work, and the line that says why and what to do. */
const FAILING: Row[] = [
  { name: 'broken polls', polls: POLL, says: 'polls.yaml:4: "bill", options: needs at least two options.' },
  {
    name: 'data below a regular file',
    env: folder => ({ ROOM_DATA: join(folder, 'file', 'room') }),
    says: /^.*file\/room.*; set ROOM_DATA to a folder that can be written\.$/,
  },
  {
    name: 'a bad ROOM_PORT',
    env: () => ({ ROOM_PORT: 'http' }),
    says: 'ROOM_PORT is "http"; it must be a port number from 0 to 65535.',
  },
  {
    name: 'a bad --port',
    args: ['--port', 'http'],
    says: '--port is "http"; it must be a port number from 0 to 65535.',
  },
  {
    name: 'a bad ROOM_URL',
    env: () => ({ ROOM_URL: 'polls.example.org' }),
    says: 'ROOM_URL is "polls.example.org", which no phone can open; '
      + 'give the whole address, such as http://192.168.1.5:3131.',
  },
  {
    name: 'a bad --public',
    args: ['--public', 'https://polls.example.org/?a'],
    says: '--public is "https://polls.example.org/?a", which has more than a host and a path; '
      + 'leave out the rest, as in https://polls.example.org/talk/.',
  },
  {
    name: 'a bad ROOM_SHORT',
    env: () => ({ ROOM_SHORT: 'chips' }),
    says: 'ROOM_SHORT is "chips", which is no link that people could type; give it as in tiny.example/abc.',
  },
  { name: 'an unknown option', args: ['--prot', '3131'], says: 'Unknown option --prot; --help lists the options.' },
]

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

describe('npm run room', () => {
  it.each(FAILING)('ends with one line for $name', async ({ env, args = [], polls, says }) => {
    const [folder, port] = [tempFolder(), await freePort()]
    writeFileSync(join(folder, 'file'), '')
    const { exited } = spawnRoom({
      ROOM_HOST: '127.0.0.1',
      ROOM_PORT: String(port),
      ROOM_DATA: join(folder, 'room'),
      ROOM_POLLS: pollsFile(folder, polls),
      ...env?.(folder),
    }, args)
    const { code, stdout, stderr } = await exited
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr.trimEnd()).toEqual(says instanceof RegExp ? expect.stringMatching(says) : says)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(await speak(`http://127.0.0.1:${port}`, 'GET /healthz HTTP/1.0\r\n\r\n')).toBe('')
  })

  it('ends with one line when its port is taken', async () => {
    const folder = tempFolder()
    const taken = createServer(socket => socket.end('mine'))
    onTestFinished(() => void taken.close())
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const { code, stderr } = await spawnRoom(
      { ROOM_HOST: '127.0.0.1', ROOM_DATA: join(folder, 'room'), ROOM_POLLS: pollsFile(folder) },
      ['--port', String(port)],
    ).exited
    expect([code, stderr]).toEqual([
      1,
      `Port ${port} is in use; stop the program that uses it, or set ROOM_PORT to another port.\n`,
    ])
    expect(await speak(`http://127.0.0.1:${port}`, '', /mine/)).toBe('mine')
  })
})

describe('npm run room -- --public', () => {
  it('comes before ROOM_URL', async () => {
    const folder = tempFolder()
    const { ready, kill, exited } = spawnRoom(
      { ROOM_URL: 'https://other.example/', ROOM_DATA: join(folder, 'room'), ROOM_POLLS: pollsFile(folder) },
      ['--port', '0', '--public', 'https://polls.example.org/talk'],
    )
    const url = await ready
    expect((await fetch(`http://127.0.0.1:${new URL(url).port}/talk/api/room`)).status).toBe(200)
    kill('SIGTERM')
    const { stdout } = await exited
    expect(stdout).toMatch(/^ {2}Phones +https:\/\/polls\.example\.org\/talk\/$/m)
    expect(stdout).toMatch(/^ {2}Moderate +https:\/\/polls\.example\.org\/talk\/moderate#key=/m)
  })
})

describe('npm run room -- --help', () => {
  it('lists the options and starts nothing', async () => {
    const folder = tempFolder()
    const { code, stdout, stderr } = await spawnRoom({ ROOM_DATA: join(folder, 'room') }, ['--help']).exited
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('--port')
    expect(stdout).toContain('--session')
    expect(existsSync(join(folder, 'room'))).toBe(false)
  })
})

import type { PhoneFiles } from '../../../src/polls/phoneFiles.ts'
import type { Answer, RoomSnapshot, StageAction, StageState } from '../../../src/polls/protocol.ts'
import type { RoomHandle, ServeRoomOptions } from '../../../src/room/server.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { actionPath } from '../../../src/polls/protocol.ts'
import { serveRoom } from '../../../src/room/server.ts'

export const POLLS = `
- id: bill
  kind: choice
  question: What did it pay for?
  options:
    - { id: run, text: One run }
    - { id: all, text: Everything }
  answer: [run]
- id: lenses
  kind: choice
  question: Which lenses?
  several: true
  live: true
  options:
    - { id: tech, text: Technical }
    - { id: money, text: Economic }
    - { id: world, text: International }
`

/** Registers a task for the end of a test or of a file of tests; the last one registered runs first. */
export type AtEnd = (task: () => void | Promise<void>) => void

/** Returns the `atEnd` for what all tests of a file share; to be called at the top of the file. */
export function atEndOfFile(): AtEnd {
  const tasks: Parameters<AtEnd>[0][] = []
  afterAll(async () => {
    for (const task of tasks)
      await task()
  })
  return task => void tasks.unshift(task)
}

/** A new folder that is removed at the end of the test. */
export function tempFolder(atEnd: AtEnd = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'))
  atEnd(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function pollsFile(folder: string, yaml = POLLS): string {
  const path = join(folder, 'polls.yaml')
  writeFileSync(path, yaml)
  return path
}

/** What phones load, where it does not matter. */
export function testPhoneFiles(html: string, script = 'part()'): PhoneFiles {
  return { pages: { en: { html, part: { path: '/part-0.js', script }, lost: '<h1>Nothing</h1>' } }, fonts: [] }
}

export interface TestRoom extends RoomHandle {
  url: string
  folder: string
  act: (poll: string, action: StageAction, seconds?: number) => Promise<StageState>
  /** A call with the stage key; a body is sent as JSON. */
  stage: (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => Promise<Response>
}

/** A real room on a free port of 127.0.0.1. */
export async function startRoom(
  options: Partial<ServeRoomOptions> = {},
  atEnd: AtEnd = onTestFinished,
): Promise<TestRoom> {
  const folder = tempFolder(atEnd)
  const handle = await serveRoom({
    polls: pollsFile(folder),
    phoneFiles: testPhoneFiles('<!doctype html><title>phone</title><script>1</script>'),
    data: join(folder, 'room'),
    host: '127.0.0.1',
    port: 0,
    ...options,
  })
  atEnd(() => handle.close())
  const url = `http://127.0.0.1:${handle.port}`
  const stage: TestRoom['stage'] = (method, path, body) =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${handle.stageKey}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return {
    ...handle,
    url,
    folder,
    stage,
    async act(poll, action, seconds) {
      const response = await stage('POST', actionPath(poll, action), seconds === undefined ? undefined : { seconds })
      if (!response.ok)
        throw new Error(`${action} ${poll}: ${response.status} ${await response.text()}`)
      return await response.json() as StageState
    },
  }
}

export interface Phone {
  cookie: string
  room: () => Promise<RoomSnapshot>
  vote: (poll: string, answer: Answer, round?: number) => Promise<Response>
}

/** A new phone, with its own cookie. */
export async function joinRoom(url: string): Promise<Phone> {
  const response = await fetch(`${url}/api/room`)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    cookie,
    room: async () => await (await fetch(`${url}/api/room`, { headers: { Cookie: cookie } })).json() as RoomSnapshot,
    vote: (poll, answer, round = 1) => fetch(`${url}/api/polls/${poll}/ballot`, {
      method: 'PUT',
      headers: { 'Cookie': cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify({ round, answer }),
    }),
  }
}

import { spawn } from 'node:child_process'
import process from 'node:process'
import { onTestFinished } from 'vitest'
import { inRoot } from '../../../src/cli/paths.ts'

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface RoomProcess {
  /** The address that it printed; rejects when the process ends first. */
  ready: Promise<string>
  exited: Promise<Exit>
  kill: (signal: NodeJS.Signals) => void
}

/** Runs `npm run room` as a process, without this machine's settings; it is killed when the test ends. */
export function spawnRoom(env: Record<string, string>, args = ['--port', '0']): RoomProcess {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:ROOM_|VITEST|NODE_ENV$|NODE_OPTIONS$)/.test(name))
  const child = spawn(process.execPath, [inRoot('scripts/room.ts'), ...args], {
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  const exited = new Promise<Exit>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      const url = /^room ready on (http:\S+)\n/m.exec(stdout)?.[1]
      if (url)
        resolve(url)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => stderr += text)
    exited.then(exit => reject(new Error(`The room ended before it was ready: ${JSON.stringify(exit)}`)), reject)
  })
  // Tests that do not wait for it must not fail by an unhandled rejection.
  ready.catch(() => {})
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  return { ready, exited, kill: signal => child.kill(signal) }
}

/** A call to `/api/stage/…` with the key that the test gave to the process. */
export async function stage<T>(url: string, key: string, path: string, method = 'GET'): Promise<T> {
  const response = await fetch(`${url}/api/stage/${path}`, { method, headers: { Authorization: `Bearer ${key}` } })
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return await response.json() as T
}

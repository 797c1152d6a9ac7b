import { spawn } from 'node:child_process'
import process from 'node:process'

/** After which a process is taken to hang. */
const PATIENCE_MS = 180_000

const COMPLAINT = /\b\w*Error: |^npm error /

export interface Command {
  /** The Node that runs us, where it is left out. */
  file?: string
  args: string[]
  /** In which it runs. */
  folder: string
  env?: NodeJS.ProcessEnv
}

/**
 * Runs a process from its start to its end, as somebody waits for it who calls it from a shell.
 *
 * @returns seconds
 * @throws {Error} with the line in which it says what is wrong, when it fails or hangs
 */
export async function secondsOf({ file = process.execPath, args, folder, env }: Command): Promise<number> {
  const start = performance.now()
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
    shell: process.platform === 'win32' && file !== process.execPath,
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => said += text)
  child.stderr.setEncoding('utf8').on('data', (text: string) => said += text)
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject))
  if (code !== 0) {
    throw new Error(
      complaint(said) ?? (code === null ? `it did not end within ${PATIENCE_MS / 1000} s` : `exit code ${code}`),
    )
  }
  return (performance.now() - start) / 1000
}

/** The line in which a process says what is wrong; the last that is none of a stack, where none does. */
function complaint(said: string): string | undefined {
  const lines = said.split('\n').map(line => line.trim()).filter(text => text !== '' && !text.startsWith('at '))
  return lines.find(line => COMPLAINT.test(line)) ?? lines.at(-1)
}

/** The one in the middle, the upper of two; not a number where there is none. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

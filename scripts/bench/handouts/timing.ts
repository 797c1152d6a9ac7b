import { spawn } from 'node:child_process'
import process from 'node:process'

/** A process that runs longer than this is stopped. */
const TIMEOUT_MS = 180_000

const ERROR_LINE = /\b\w*Error: |^npm error /

export interface Command {
  /** @default the Node that runs this process */
  file?: string
  args: string[]
  /** Working directory. */
  folder: string
  env?: NodeJS.ProcessEnv
}

/**
 * Times a process from its start to its end.
 *
 * @returns seconds
 * @throws {Error} with the line of its output that names the error, when it fails or runs too long
 */
export async function timeCommand({ file = process.execPath, args, folder, env }: Command): Promise<number> {
  const start = performance.now()
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
    shell: process.platform === 'win32' && file !== process.execPath,
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => output += text)
  child.stderr.setEncoding('utf8').on('data', (text: string) => output += text)
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject))
  if (code !== 0) {
    throw new Error(
      errorLine(output) ?? (code === null ? `it did not end within ${TIMEOUT_MS / 1000} s` : `exit code ${code}`),
    )
  }
  return (performance.now() - start) / 1000
}

/** The first line of a process's output that names an error, or else the last one that is not part of a stack trace. */
function errorLine(output: string): string | undefined {
  const lines = output.split('\n').map(line => line.trim()).filter(line => line !== '' && !line.startsWith('at '))
  return lines.find(line => ERROR_LINE.test(line)) ?? lines.at(-1)
}

/** The median, for an even number of values the upper one of the two in the middle; `NaN` without values. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

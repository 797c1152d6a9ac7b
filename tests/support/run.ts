import { spawn } from 'node:child_process'
import process from 'node:process'
import { root } from '../../src/cli/paths.ts'

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

/**
 * Runs a script with the Node of the tests, without colours, to its end; one that goes on and on is ended, with code
 * null or its own.
 */
export function runNode(args: string[], env: NodeJS.ProcessEnv = {}, patienceMs = 800_000): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patienceMs,
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => stdout += chunk)
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => stderr += chunk)
    child.once('error', reject)
    child.once('close', code => resolve({ code, stdout, stderr }))
  })
}

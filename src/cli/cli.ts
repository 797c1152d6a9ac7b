import type { ArgsDef, CommandDef } from 'citty'
import process from 'node:process'
import { renderUsage, runCommand } from 'citty'

/** The user can mend this: the message is one sentence that says what is wrong, where, and what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/**
 * Errors whose message is written for the person at the terminal; anything else is a fault of ours and keeps its stack.
 */
const PLAIN = new Set(['UsageError', 'ContentError', 'StoreError', 'RoomStartError', 'PrintError'])

/**
 * Runs a script: `--help` prints its options, an unknown option or a known kind of error prints one line and exits 1.
 */
export async function main<T extends ArgsDef>(command: CommandDef<T>): Promise<void> {
  const args = process.argv.slice(2)
  try {
    if (args.includes('--help') || args.includes('-h')) {
      console.log(await renderUsage(command as unknown as CommandDef))
      return
    }
    const known = command.args as ArgsDef
    const rawArgs = joinNegative(args, known)
    rawArgs.forEach((arg, i) => {
      const name = /^--?(?:no-)?([^=]+)/.exec(arg)?.[1]
      const before = /^--([^=]+)$/.exec(rawArgs[i - 1] ?? '')?.[1]
      const isValue = name === undefined && before !== undefined && known[before]?.type === 'string'
      if (!isValue && (name === undefined || !Object.hasOwn(known, name)))
        throw new UsageError(`Unknown option ${arg}; --help lists the options.`)
    })
    await runCommand(command, { rawArgs })
  }
  catch (error) {
    console.error(formatError(error))
    process.exit(1)
  }
}

/** `--people -1` as `--people=-1`: the message is then about the number, and not about an option of that name. */
function joinNegative(args: string[], known: ArgsDef): string[] {
  const takesNext = (i: number) =>
    known[args[i]?.replace(/^--/, '') ?? '']?.type === 'string' && /^-\d/.test(args[i + 1] ?? '')
  return args.flatMap((arg, i) => takesNext(i) ? `${arg}=${args[i + 1]}` : takesNext(i - 1) ? [] : arg)
}

/** One line for a person, or the stack of a fault that needs a developer. */
export function formatError(error: unknown): string {
  if (error instanceof Error)
    return PLAIN.has(error.name) || error.constructor.name === 'CLIError' ? error.message : error.stack ?? error.message
  return String(error)
}

/**
 * A port from an option or the environment.
 *
 * @throws {UsageError} when it is none
 */
export function parsePort(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined || text === '')
    return fallback
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`${name} is "${text}"; it must be a port number from 0 to 65535.`)
  return port
}

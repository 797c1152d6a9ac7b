import { spawn } from 'node:child_process'
import process from 'node:process'
import { UsageError } from '../cli/cli.ts'
import { root } from '../cli/paths.ts'
import { END_WITH_PARENT, SLIDEV } from './deckServer.ts'

export interface DeckBuildOptions {
  /** Folder to write it into; its files are replaced. */
  out: string
  /**
   * Folder of the deck.
   * @default the kit's own
   */
  folder?: string | undefined
  /**
   * Path under which it will be served, from slash to slash.
   * @default '/'
   */
  base?: string | undefined
  /** Leave the speaker notes out. */
  withoutNotes?: boolean | undefined
  /** Variables that the setup of the deck reads, besides those of this process. */
  env: Record<string, string | undefined>
}

/**
 * Builds the deck with Slidev, in a process of its own.
 *
 * @throws {UsageError} with the line that names what is wrong
 */
export async function buildDeck({ out, folder = root, base, withoutNotes, env }: DeckBuildOptions): Promise<void> {
  const flags = [...base === undefined ? [] : ['--base', base], ...withoutNotes ? ['--without-notes'] : []]
  const child = spawn(
    process.execPath,
    ['--import', END_WITH_PARENT, SLIDEV, 'build', 'slides.md', '--out', out, ...flags],
    {
      cwd: folder,
      // The channel tells the build when this process ends, however it ends.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, NODE_ENV: 'production', ...env },
    },
  )
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => output += text)
  child.stderr?.setEncoding('utf8').on('data', (text: string) => output += text)
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  if (code !== 0)
    throw new UsageError(`The deck could not be built: ${errorLine(output)}`)
}

/** The line of a build's output that names an error, or else all of it. */
function errorLine(output: string): string {
  return output.split('\n').find(line => /\b\w*Error: /.test(line))?.trim() ?? output.trim()
}

import type { Run, Tool } from './tools.ts'
import { median } from './timing.ts'
import { runOnce } from './tools.ts'

/** The runs of one tool in one round; a tool that makes one PDF per process has no `many`. */
export interface Round {
  one: Run
  many?: Run
}

/** Seconds that a tool takes for the first and each further PDF, and the number of pages of a PDF. */
export interface Taken {
  first: number
  further: number
  pages: number
}

/**
 * Runs the tools in turn, so that a slow moment of the machine affects all of them.
 *
 * @param tools to run
 * @param rounds how often each tool is run
 * @param further number of PDFs beyond the first in a run of several
 * @param onRun called after each run
 * @returns times by the tool's name, or its error: a tool that fails is not run again
 */
export async function takeInTurn(
  tools: Tool[],
  rounds: number,
  further: number,
  onRun: () => void,
): Promise<Map<string, Taken | Error>> {
  const done = new Map(tools.map(tool => [tool.name, [] as Round[]]))
  const failed = new Map<string, Error>()
  for (let i = 0; i < rounds; i++) {
    for (const tool of tools) {
      if (!failed.has(tool.name)) {
        await runRound(tool, further).then(
          round => done.get(tool.name)?.push(round),
          (error: Error) => failed.set(tool.name, error),
        )
        onRun()
      }
    }
  }
  return new Map([...done].map(([name, times]) => [name, failed.get(name) ?? takenBy(times)]))
}

async function runRound({ prepare, several }: Tool, further: number): Promise<Round> {
  const one = await runOnce(prepare, 1)
  return several ? { one, many: await runOnce(prepare, 1 + further) } : { one }
}

/**
 * Medians over rounds. The time of a further PDF is the difference between the run of several and the run of one in the
 * same round, divided by the number of PDFs between them: so it leaves out the start of the process and of Chromium.
 */
export function takenBy(rounds: Round[]): Taken {
  return {
    first: median(rounds.map(({ one }) => one.seconds)),
    further: median(
      rounds.map(({ one, many }) => (many ? (many.seconds - one.seconds) / (many.pdfs - one.pdfs) : one.seconds)),
    ),
    pages: median(rounds.map(({ one }) => one.pages)),
  }
}

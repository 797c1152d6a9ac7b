import type { Run, Tool } from './tools.ts'
import { median } from './timing.ts'
import { runOnce } from './tools.ts'

/** The runs of one tool in one round; `many` is missing where a tool takes a process for each PDF. */
export interface Round {
  one: Run
  many?: Run
}

/** What a tool takes, in seconds, and how many pages a PDF of it has. */
export interface Taken {
  first: number
  further: number
  pages: number
}

/**
 * Runs the tools in turn, so that a slow moment of the machine falls on all of them.
 *
 * @param further PDFs beyond the first, by which a run of several is longer
 * @returns by name; the error of a tool that failed, which is left out from then on
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
 * Medians over rounds. A further PDF is what the run of several takes longer than the run of one in the same round,
 * shared by the PDFs that it makes more: the start of the process and of Chromium falls out.
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

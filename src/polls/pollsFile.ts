import type { Figure } from '../content/evidenceSchema.ts'
import type { Solution } from './kinds/base.ts'
import type { ResolveContext } from './kinds/definition.ts'
import type { PollKind, PollOf, PublicPoll } from './kinds/types.ts'
import type { DeckPoll } from './protocol.ts'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { readLedger } from '../content/ledger.ts'
import { readYaml } from '../content/yamlFile.ts'
import { isAdhocId } from './adhoc.ts'
import { choiceDefinition } from './kinds/choice/schema.ts'
import { estimateDefinition } from './kinds/estimate/schema.ts'
import { gridDefinition } from './kinds/grid/schema.ts'
import { pointsDefinition } from './kinds/points/schema.ts'
import { questionsDefinition } from './kinds/questions/schema.ts'
import { rankDefinition } from './kinds/rank/schema.ts'
import { rulesOf } from './kinds/rules.ts'
import { scaleDefinition } from './kinds/scale/schema.ts'
import { POLL_KINDS } from './kinds/types.ts'
import { wordsDefinition } from './kinds/words/schema.ts'

/** The only reader of `polls.yaml`: the server calls it, and the content plugin for the deck. Node side only. */

/** What the compiler checks of every definition; the types of the polls differ from kind to kind. */
interface AnyDefinition<K extends PollKind> {
  schema: z.ZodType
  resolve: (written: never, context: ResolveContext) => unknown
  publicPoll: (poll: never) => PollOf<K>
  solution: (poll: never) => Solution
}

const DEFINITIONS = {
  choice: choiceDefinition,
  scale: scaleDefinition,
  estimate: estimateDefinition,
  words: wordsDefinition,
  rank: rankDefinition,
  points: pointsDefinition,
  grid: gridDefinition,
  questions: questionsDefinition,
} satisfies { [K in PollKind]: AnyDefinition<K> }

type Schema = (typeof DEFINITIONS)[PollKind]['schema']
type Written = z.infer<Schema>

/** A poll with everything that its author wrote, the solution included. Never send it to a browser. */
export type Poll = ReturnType<(typeof DEFINITIONS)[PollKind]['resolve']>

/** The definition of a poll's own kind. */
function definitionOf(poll: { kind: PollKind }): {
  resolve: (written: Written, context: ResolveContext) => Poll
  publicPoll: (poll: Poll) => PublicPoll
  solution: (poll: Poll) => Solution
} {
  return DEFINITIONS[poll.kind] as unknown as ReturnType<typeof definitionOf>
}

/** The part of a poll that anybody may see at any time. */
export function publicPoll(poll: Poll): PublicPoll {
  return definitionOf(poll).publicPoll(poll)
}

/** What the author withholds until the results are shown. */
export function solutionOf(poll: Poll): Solution {
  return definitionOf(poll).solution(poll)
}

/** Whether the author knows a right answer or a record, which is shown after the results. */
export function hasAnswer(poll: Poll): boolean {
  return Object.keys(solutionOf(poll)).length > 0
}

/** What the deck knows of a poll from the start. It has no solution either: the deck's bundle is a public file. */
export function deckPoll(poll: Poll): DeckPoll {
  const { discuss, pair } = { discuss: undefined, pair: undefined, ...poll }
  return {
    ...publicPoll(poll),
    auto: poll.auto,
    ...(hasAnswer(poll) && { hasAnswer: true }),
    ...(discuss !== undefined && { discuss }),
    ...(pair !== undefined && { pair }),
  }
}

const kindNames = `${POLL_KINDS.slice(0, -1).join(', ')} or ${POLL_KINDS.at(-1)}`
const schemas = POLL_KINDS.map(kind => DEFINITIONS[kind].schema) as unknown as [Schema, ...Schema[]]

const written = z.discriminatedUnion('kind', schemas, {
  error: issue => issue.code === 'invalid_union' ? `must be ${kindNames}` : 'must be a poll',
})

const pollsFile = z
  .array(written, { error: 'must be a list of polls' })
  .min(1, 'needs at least one poll')
  .superRefine((polls, context) => {
    const ids = polls.map(poll => poll.id)
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index)
    if (repeated >= 0) {
      const message = `the id "${ids[repeated]}" is taken by an earlier poll`
      context.addIssue({ code: 'custom', path: [repeated, 'id'], message })
    }
    const anytime = polls.flatMap((poll, i) => 'anytime' in poll && poll.anytime ? [i] : [])
    for (const i of anytime.slice(1)) {
      const message = `"${polls[anytime[0] as number]?.id}" takes questions at any time already`
      context.addIssue({ code: 'custom', path: [i, 'anytime'], message })
    }
    polls.forEach((poll, i) => {
      if (isAdhocId(poll.id)) {
        const message = 'is kept for polls that are typed in the presenter view; choose another'
        context.addIssue({ code: 'custom', path: [i, 'id'], message })
      }
      const fault = pairFault(poll, polls.slice(0, i))
      if (fault)
        context.addIssue({ code: 'custom', path: [i, 'pair'], message: fault })
    })
  })

/** Two polls can be paired when they have the same answers; voters are then followed from one to the other. */
function pairFault(poll: Written, earlier: Written[]): string | undefined {
  if (!('pair' in poll) || poll.pair === undefined)
    return undefined
  const first = earlier.find(({ id }) => id === poll.pair)
  if (!first)
    return `"${poll.pair}" is not the id of an earlier poll`
  const answers = answerIdsOf(poll)
  return first.kind === poll.kind && answers !== undefined && answers === answerIdsOf(first)
    ? undefined
    : `"${first.id}" is no poll of the same kind with the same option ids`
}

/** A key for the set of answers to choose from; undefined where several may be chosen, or for another kind. */
function answerIdsOf(poll: Written): string | undefined {
  if ('several' in poll && poll.several)
    return undefined
  return rulesOf(poll.kind).answersToCompare(poll as PublicPoll)?.map(({ id }) => id).sort().join()
}

/**
 * Reads and validates a polls file. If the reference of an estimate is the id of a figure, its value comes from the
 * ledger in `evidence/`, beside the file.
 *
 * @param path of the file, usually `polls.yaml`
 * @throws {import('../content/yamlFile.ts').ContentError} naming file, line, entry and field
 */
export function readPolls(path: string): Poll[] {
  let ledger: Record<string, Figure> | undefined
  const figures = () => ledger ??= readLedger(join(dirname(path), 'evidence')).figures
  const resolved = pollsFile.transform((polls, context) => polls.map((poll, i): Poll => {
    const fail = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [i, field], message })
    return definitionOf(poll).resolve(poll, { figures, fail })
  }))
  return readYaml(path, resolved)
}

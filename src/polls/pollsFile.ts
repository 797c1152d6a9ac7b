import type { ChoiceDefinition } from './kinds/choice/answer.ts'
import type { EstimateDefinition } from './kinds/estimate/answer.ts'
import type { QuestionsDefinition } from './kinds/questions/answer.ts'
import type { RankDefinition } from './kinds/rank/answer.ts'
import type { ScaleDefinition } from './kinds/scale/answer.ts'
import type { WordsDefinition } from './kinds/words/answer.ts'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { inUnit } from '../content/figures.ts'
import { readLedger } from '../content/ledger.ts'
import { readYaml } from '../content/yamlFile.ts'
import { choiceSchema } from './kinds/choice/answer.ts'
import { estimateSchema } from './kinds/estimate/answer.ts'
import { questionsSchema } from './kinds/questions/answer.ts'
import { rankSchema } from './kinds/rank/answer.ts'
import { scaleSchema } from './kinds/scale/answer.ts'
import { wordsSchema } from './kinds/words/answer.ts'

/**
 * The one schema of `polls.yaml`, for the server and, through the content plugin, for the deck.
 */

/** A poll with everything its author wrote, solution included. Server side only. */
export type Poll
  = ChoiceDefinition | ScaleDefinition | EstimateDefinition | WordsDefinition | RankDefinition | QuestionsDefinition

const written = z.discriminatedUnion(
  'kind',
  [choiceSchema, scaleSchema, estimateSchema, wordsSchema, rankSchema, questionsSchema],
  {
    error: issue =>
      issue.code === 'invalid_union' ? 'must be choice, scale, estimate, words, rank or questions' : 'must be a poll',
  },
)
type Written = z.infer<typeof written>

const pollsFile = z.array(written, { error: 'must be a list of polls' }).min(1, 'needs at least one poll').superRefine((polls, context) => {
  const ids = polls.map(poll => poll.id)
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice >= 0)
    context.addIssue({ code: 'custom', path: [twice, 'id'], message: `the id "${ids[twice]}" is taken by an earlier poll` })
  polls.forEach((poll, i) => {
    const fault = faultOfPair(poll, polls.slice(0, i))
    if (fault)
      context.addIssue({ code: 'custom', path: [i, 'pair'], message: fault })
  })
})

/** Two polls can be paired when every answer to the one is an answer to the other. */
function faultOfPair(poll: Written, earlier: Written[]): string | undefined {
  if (!('pair' in poll) || poll.pair === undefined)
    return undefined
  const first = earlier.find(item => item.id === poll.pair)
  if (!first)
    return `"${poll.pair}" is not the id of an earlier poll`
  if (first.kind === 'scale' && poll.kind === 'scale')
    return undefined
  const ids = (item: Written) =>
    item.kind === 'choice' && !item.several
      ? item.options
          .map(({ id }) => id)
          .sort()
          .join()
      : undefined
  return ids(poll) !== undefined && ids(poll) === ids(first)
    ? undefined
    : `"${first.id}" is no poll of the same kind with the same option ids`
}

/**
 * Reads and validates a polls file. An estimate whose reference is the id of a figure gets its value from the ledger,
 * `evidence/` beside the file.
 *
 * @param path usually `polls.yaml`
 * @throws {import('../content/yamlFile.ts').ContentError} naming file, line, entry and field
 */
export function readPolls(path: string): Poll[] {
  const evidence = join(dirname(path), 'evidence')
  let figures: ReturnType<typeof readLedger>['figures'] | undefined
  const resolved = pollsFile.transform((polls, context) =>
    polls.map((poll, i): Poll => {
      if (poll.kind !== 'estimate')
        return poll
      const refuse = (message: string) => {
        context.addIssue({ code: 'custom', path: [i, 'reference'], message })
        return { ...poll, reference: undefined }
      }
      if (typeof poll.reference !== 'string')
        return { ...poll, reference: poll.reference === undefined ? undefined : [poll.reference, poll.reference] }
      const figure = (figures ??= readLedger(evidence).figures)[poll.reference]
      if (!figure)
        return refuse(`"${poll.reference}" is not the id of a figure in evidence/claims.yaml`)
      try {
        const { value, high = value } = inUnit(figure, poll.unit)
        return value < poll.min || high > poll.max
          ? refuse(`"${poll.reference}" does not lie between min and max`)
          : { ...poll, reference: [value, high] }
      }
      catch {
        return refuse(`"${poll.reference}" is in ${figure.unit}, which cannot be shown as ${poll.unit}`)
      }
    }),
  )
  return readYaml(path, resolved)
}

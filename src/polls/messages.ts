import type { ChoicePoll, ChoiceTally, EntriesTally, RankPoll, RankTally, ScalePoll, ScaleTally } from './protocol.ts'
import { barsOf } from './kinds/choice/bars.ts'
import { ranksOf } from './kinds/rank/ranks.ts'
import { baseWords, NOBODY, peopleWords, percentWords } from './people.ts'

const NOBODY_YET = `${NOBODY}.`

/** Names in a row: `A`, `A and B`, `A, B and C`. */
function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** What the bars of a choice say to those who do not see them. */
export function choiceMessage(poll: ChoicePoll, tally: ChoiceTally, right: string[] = []): string {
  const leaders = barsOf(poll, tally, right).filter(bar => bar.leads)
  const [first] = leaders
  if (!first)
    return NOBODY_YET
  const names = listed(leaders.map(leader => `“${leader.text}”`))
  const lead = leaders.length === 1
    ? `${names} leads with ${first.count} of ${peopleWords(tally.people)}, ${percentWords(first.count, tally.people)}.`
    : `${names} lead with ${first.count} each of ${peopleWords(tally.people)}.`
  const solved = poll.options.filter(option => right.includes(option.id)).map(option => `“${option.text}”`)
  return solved.length > 0 ? `${lead} Right: ${listed(solved)}.` : lead
}

/** What the columns of a scale say. */
export function scaleMessage(poll: ScalePoll, { people, mean, counts }: ScaleTally): string {
  if (mean === undefined)
    return NOBODY_YET
  const most = Math.max(...Object.values(counts))
  const points = listed(Object.keys(counts).filter(key => counts[key] === most))
  const said
    = people === 1
      ? `1 person chose ${points}`
      : `${baseWords({ people })}, on average ${mean.toFixed(1)}; most chose ${points}`
  return `${said}. 1 is “${poll.labels[0]}”, 5 is “${poll.labels.at(-1)}”.`
}

/** What the bars of a ranking say. */
export function rankMessage(poll: RankPoll, tally: RankTally): string {
  const leaders = ranksOf(poll, tally).filter(rank => rank.place === 1)
  const [first] = leaders
  if (!first)
    return NOBODY_YET
  const points = `${first.points} ${first.points === 1 ? 'point' : 'points'}`
  return `${listed(leaders.map(leader => `“${leader.text}”`))} ${leaders.length === 1 ? `leads with ${points}` : `lead with ${points} each`} from ${peopleWords(tally.people)}.`
}

/** Of more that lead, only how many they are. */
const MOST_NAMED = 3

/** What a cloud of words or a board of questions says. */
export function entriesMessage({ people, entries }: EntriesTally): string {
  if (people === 0)
    return NOBODY_YET
  const most = Math.max(...entries.map(entry => entry.people))
  const leaders = entries.filter(entry => entry.people === most)
  const names = leaders.length > MOST_NAMED ? leaders.length : listed(leaders.map(leader => `“${leader.text}”`))
  const lead = leaders.length === 1 ? `${names} leads with ${most}` : `${names} lead with ${most} each`
  return `${baseWords({ people })}; ${leaders.length === 0 ? 'nothing is shown yet' : lead}.`
}

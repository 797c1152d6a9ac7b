import type { Phase, PollKind } from '../../src/polls/protocol.ts'
import { expect, it } from 'vitest'
import { formatJoinStatus, formatTalkPrompt } from '../../src/polls/joinStatus.ts'

it.each<[PollKind, Phase | undefined, string]>([
  ['choice', undefined, ''],
  ['choice', 'idle', 'Scan to join'],
  ['choice', 'open', 'Voting is open'],
  ['words', 'closed', 'Voting is closed'],
  ['scale', 'revealed', ''],
  ['questions', 'open', 'The board is open'],
  ['questions', 'closed', 'The board is closed'],
])('under the counts of a %s poll that is %s stands "%s"', (kind, phase, words) => {
  expect(formatJoinStatus(kind, phase && { phase, round: 1 })).toBe(words)
})

it.each([
  ['while people talk', { phase: 'idle', round: 2, endsIn: 40_000 }, ''],
  ['when they have talked', { phase: 'idle', round: 2, endsIn: 0 }, ''],
  ['in a new round', { phase: 'idle', round: 2 }, 'Scan to join'],
  ['while a clock runs', { phase: 'open', round: 2, endsIn: 40_000 }, 'Voting is open'],
] as const)('between two votes, %s, leaves the word to the clock of the talk alone', (_, standing, words) => {
  expect(formatJoinStatus('choice', standing)).toBe(words)
})

it.each([
  [60, 'Talk with your neighbour'],
  [1, 'Talk with your neighbour'],
  [0, 'Time to vote again'],
])('a talk with %d s left: %s', (seconds, words) => {
  expect(formatTalkPrompt(seconds)).toBe(words)
})

import type { Phase, PollKind } from '../../src/polls/protocol.ts'
import { expect, it } from 'vitest'
import { addressOf, formatKicker, formatTalkPrompt } from '../../src/polls/joinStatus.ts'

it.each<[PollKind, Phase | undefined, string]>([
  ['choice', undefined, 'Your turn'],
  ['choice', 'idle', 'Your turn'],
  ['choice', 'open', 'Voting is open'],
  ['words', 'closed', 'Voting is closed'],
  ['scale', 'revealed', 'Your answers'],
  ['estimate', 'solved', 'Your answers, and the record'],
  ['questions', 'open', 'Questions are open'],
  ['questions', 'closed', 'Questions are closed'],
])('over a %s poll that is %s stands "%s"', (kind, phase, words) => {
  expect(formatKicker(kind, phase && { phase, round: 1 })).toBe(words)
})

it.each([
  ['while people talk', { phase: 'idle', round: 2, endsIn: 40_000 }, 'Between two votes'],
  ['when they have talked', { phase: 'idle', round: 2, endsIn: 0 }, 'Between two votes'],
  ['in a new round', { phase: 'idle', round: 2 }, 'Your turn'],
  ['while a clock runs', { phase: 'open', round: 2, endsIn: 40_000 }, 'Voting is open'],
] as const)('between two votes, %s, the kicker says so', (_, standing, words) => {
  expect(formatKicker('choice', standing)).toBe(words)
})

it.each([
  ['http://192.168.1.20:3131/', '192.168.1.20:3131'],
  ['https://hall.example/deepseek/', 'hall.example/deepseek'],
  [undefined, undefined],
])('the address of %s reads %s', (url, address) => {
  expect(addressOf(url)).toBe(address)
})

it.each([
  [60, 'Talk with your neighbour'],
  [1, 'Talk with your neighbour'],
  [0, 'Time to vote again'],
])('a talk with %d s left: %s', (seconds, words) => {
  expect(formatTalkPrompt(seconds)).toBe(words)
})

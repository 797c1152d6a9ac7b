import type { Phase, PollKind } from '../../src/polls/protocol.ts'
import { expect, it } from 'vitest'
import { addressLines, addressOf, formatKicker, formatTalkPrompt } from '../../src/polls/joinStatus.ts'

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
])('the address of %s reads %s', (joinUrl, address) => {
  expect(addressOf({ joinUrl })).toBe(address)
})

it('a short link is read instead of the address, and nothing before the room has answered', () => {
  expect(addressOf({ joinUrl: 'https://hall.example/', joinShort: 'tiny.example/abc' })).toBe('tiny.example/abc')
  expect(addressOf(undefined)).toBeUndefined()
})

it.each([
  ['192.168.100.200:3131', ['192.168.100.200', ':3131']],
  ['[fd00::7]:3131', ['[fd00::7]', ':3131']],
  ['laptop.local:3131', ['laptop.local', ':3131']],
  ['polls.example.org', ['polls.example.org']],
  ['www.example.org/talk', ['www.example.org', '/talk']],
  ['making-sense.polls.example.org/2026/autumn/talk', ['making-sense.', 'polls.example.org', '/2026/autumn/talk']],
])('%s is shown in %j', (address, lines) => {
  expect(addressLines(address)).toEqual(lines)
  expect(lines.join('')).toBe(address)
})

it.each([
  [60, 'Talk with your neighbour'],
  [1, 'Talk with your neighbour'],
  [0, 'Time to vote again'],
])('a talk with %d s left: %s', (seconds, words) => {
  expect(formatTalkPrompt(seconds)).toBe(words)
})

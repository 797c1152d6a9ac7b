import type { Phase, PollKind } from '../../../room/protocol.ts'
import { expect, it } from 'vitest'
import { doorWords } from '../../../composables/results/door.ts'

it.each<[PollKind, Phase | undefined, string]>([
  ['choice', undefined, ''],
  ['choice', 'idle', 'Scan to join'],
  ['choice', 'open', 'Voting is open'],
  ['words', 'closed', 'Voting is closed'],
  ['scale', 'revealed', ''],
  ['questions', 'open', 'The board is open'],
  ['questions', 'closed', 'The board is closed'],
])('under the counts of a %s poll that is %s stands "%s"', (kind, phase, words) => {
  expect(doorWords(kind, phase && { phase })).toBe(words)
})

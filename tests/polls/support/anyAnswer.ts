import type { Poll } from '../../../src/polls/pollsFile.ts'
import type { Answer } from '../../../src/polls/protocol.ts'
import type { AnswerCount } from '../../../src/polls/store.ts'
import fc from 'fast-check'
import { afterAll } from 'vitest'
import { entryId } from '../../../src/polls/entries/group.ts'
import { readPolls } from '../../../src/polls/pollsFile.ts'
import { EVERY_KIND } from '../../room/support/everyKind.ts'
import { pollsFile, tempFolder } from '../../room/support/testRoom.ts'

/** One poll of each kind, as the room reads them. */
export const everyPoll = (): Poll[] => readPolls(pollsFile(tempFolder(afterAll), EVERY_KIND))

/** Spellings of a few words, so that people meet in them. */
export const anySpelling = fc.constantFrom(
  'Chips',
  'chips',
  'CHIPS',
  '“chips”',
  'Café',
  'cafe\u0301',
  'CAFÉ',
  'Straße',
  'STRASSE',
  'hype',
  'open source',
  ' Open  Source! ',
  '芯片',
)

/** What one voter may send to a poll. */
export function anyAnswer(poll: Poll): fc.Arbitrary<Answer> {
  switch (poll.kind) {
    case 'choice': {
      const value = fc.shuffledSubarray(
        poll.options.map(option => option.id),
        { minLength: 1, maxLength: poll.several ? poll.options.length : 1 },
      )
      return poll.confidence ? fc.oneof(value, fc.record({ value, sure: fc.boolean() })) : value
    }
    case 'scale': {
      const value = fc.integer({ min: 1, max: 5 })
      // Who has not said whether they are sure has answered all the same.
      return poll.confidence ? fc.oneof(value, fc.record({ value, sure: fc.boolean() })) : value
    }
    case 'estimate':
      // Round numbers, bounds too, on which several people agree; and any other.
      return fc.oneof(
        fc.constantFrom(poll.min, poll.max),
        fc.integer({ min: Math.ceil(poll.min), max: Math.floor(poll.max) }),
        fc.double({ min: poll.min, max: poll.max, noNaN: true }),
      )
    case 'words':
      return fc.uniqueArray(anySpelling, { minLength: 1, maxLength: poll.max })
    case 'rank':
      return fc.shuffledSubarray(poll.options.map(option => option.id), { minLength: poll.options.length })
    case 'points':
      return fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: poll.options.length - 1 })
        .chain(cuts => fc.shuffledSubarray(poll.options.map(({ id }) => id), { minLength: cuts.length + 1 })
          .map(ids => ({ points: partedBy(cuts, ids) })))
    case 'grid': {
      const step = fc.integer({ min: 1, max: 5 })
      return fc.shuffledSubarray(poll.items.map(({ id }) => id), { minLength: 1 })
        .chain(ids => fc.record({ places: fc.record(Object.fromEntries(ids.map(id => [id, fc.tuple(step, step)]))) }))
    }
    case 'questions':
      return fc.record({
        ask: fc.uniqueArray(anySpelling, { maxLength: poll.max }),
        up: fc.array(anySpelling.map(entryId), { maxLength: 4 }),
      })
  }
}

/** 100 points, parted where the cuts are; ids that get nothing are named with 0 points. */
function partedBy(cuts: number[], ids: string[]): Record<string, number> {
  const ends = [...cuts].sort((a, b) => a - b)
  return Object.fromEntries(ids.map((id, i) => [id, i <= ends.length ? (ends[i] ?? 100) - (ends[i - 1] ?? 0) : 0]))
}

/** A crowd's answers to a poll, one each. */
export const anyAnswers = (poll: Poll): fc.Arbitrary<Answer[]> =>
  fc.array(anyAnswer(poll), { maxLength: 30, size: 'max' })

/** As a store gives them back that puts no equal ones together. */
export const oneEach = (answers: Answer[]): AnswerCount[] => answers.map(answer => ({ answer, people: 1 }))

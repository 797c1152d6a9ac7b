import type { BoardAnswer, QuestionsPoll } from '../../../src/polls/kinds/questions/answer.ts'
import type { Entry } from '../../../src/polls/protocol.ts'
import { describe, expect, it } from 'vitest'
import { QUESTIONS } from '../../../src/polls/entries/inventedTexts.ts'
import { nextOnBoard } from '../../../src/polls/kinds/questions/rehearse.ts'
import { createRandom } from '../../../src/polls/random.ts'
import { textKey } from '../../../src/polls/textKey.ts'

const POLL: QuestionsPoll = { id: 'board', kind: 'questions', question: 'What?', max: 3, approve: false }
const BOARD = QUESTIONS.slice(0, 8).map((text, i): Entry => ({
  id: `e${i}`,
  text,
  people: 9 - i,
  state: i === 0 ? 'spotlight' : i === 7 ? 'answered' : 'shown',
}))

/** What somebody has on the board after each of many visits. */
function visitsOf(seed: number): BoardAnswer[] {
  const visits: BoardAnswer[] = []
  for (let turn = 0; turn < 20; turn++)
    visits.push(nextOnBoard(createRandom(seed, turn), POLL, visits.at(-1), BOARD))
  return visits
}
const ALL = Array.from({ length: 200 }, (_, seed) => visitsOf(seed))

describe('visits to a question board', () => {
  it('never withdraw anything', () => {
    for (const visits of ALL) {
      visits.slice(1).forEach(({ ask, up }, i) => {
        expect(ask).toEqual(expect.arrayContaining(visits[i]?.ask ?? []))
        expect(up).toEqual(expect.arrayContaining(visits[i]?.up ?? []))
      })
    }
  })

  it('add something each time, and never too many questions', () => {
    for (const { ask, up } of ALL.flat()) {
      expect(ask.length + up.length).toBeGreaterThan(0)
      expect(ask.length).toBeLessThanOrEqual(POLL.max)
      expect(new Set(ask.map(textKey)).size).toBe(ask.length)
    }
    expect(Math.max(...ALL.flat().map(answer => answer.ask.length))).toBe(POLL.max)
  })

  it('support only unanswered questions of others', () => {
    const keyOf = new Map(BOARD.map(entry => [entry.id, textKey(entry.text)]))
    for (const visits of ALL) {
      visits.forEach(({ up }, i) => {
        const own = (visits[i - 1]?.ask ?? []).map(textKey)
        const added = up.filter(id => !visits[i - 1]?.up.includes(id))
        expect(added.filter(id => own.includes(keyOf.get(id) ?? '') || id === 'e7')).toEqual([])
      })
    }
  })

  it('support most often what is on top', () => {
    const fans = (id: string) => ALL.filter(visits => visits[1]?.up.includes(id)).length
    expect(fans('e0')).toBeGreaterThan(fans('e3'))
    expect(fans('e3')).toBeGreaterThan(fans('e6'))
    expect(fans('e6')).toBeGreaterThan(0)
  })

  it('ask a question on an empty board', () => {
    for (let seed = 0; seed < 50; seed++)
      expect(nextOnBoard(createRandom(seed), POLL, undefined, [])).toEqual({ ask: [expect.any(String)], up: [] })
  })
})

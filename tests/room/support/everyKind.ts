import type { Answer, PollKind } from '../../../src/polls/protocol.ts'

const LENSES = '[{ id: tech, text: Technical }, { id: money, text: Economic }, { id: world, text: International }]'
const LETTERS = '[{ id: a, text: Alpha }, { id: b, text: Beta }, { id: c, text: Gamma }]'
const CLAIMS = '[{ id: so, text: It is }, { id: not, text: It is not }, { id: partly, text: In part }]'
const OUTCOMES = '[Never, Hardly, Perhaps, Mostly, Surely]'
const AXES = `across: { name: Evidence, ends: [little, much] }, up: { name: Impact, ends: [small, large] }`

/** At least one poll of each kind. Its values are used nowhere else, so that a leaked one can be recognised. */
export const EVERY_KIND = `
- id: pick
  kind: choice
  question: Which one?
  options: [{ id: run, text: One run }, { id: all, text: Everything }]
  answer: [all]
  discuss: 60
- { id: knew, kind: choice, question: And is that so?, answer: [so], confidence: true, options: ${CLAIMS} }
- { id: many, kind: choice, question: Which ones?, several: true, options: ${LENSES} }
- { id: point, kind: scale, question: How well does it fit?, labels: [Not at all, Perfectly] }
- { id: sure, kind: scale, question: Will they work?, labels: ${OUTCOMES}, confidence: true }
- { id: cost, kind: estimate, question: What did it cost?, unit: usd-million, min: 1, max: 10000, reference: 4321.5 }
- { id: word, kind: words, question: Which words come first?, max: 3 }
- { id: held, kind: words, question: And which then?, approve: true }
- { id: order, kind: rank, question: In which order?, options: ${LETTERS} }
- { id: stake, kind: points, question: How much for each?, options: ${LETTERS} }
- { id: plane, kind: grid, question: Where does it lie?, ${AXES}, items: ${LETTERS} }
- { id: board, kind: questions, question: What would you ask? }
`

/** A valid answer to each of these polls, by poll id. */
export const AN_ANSWER: Record<string, { kind: PollKind, answer: Answer }> = {
  pick: { kind: 'choice', answer: ['all'] },
  knew: { kind: 'choice', answer: { value: ['so'], sure: true } },
  many: { kind: 'choice', answer: ['tech', 'world'] },
  point: { kind: 'scale', answer: 4 },
  sure: { kind: 'scale', answer: { value: 2, sure: true } },
  cost: { kind: 'estimate', answer: 250 },
  word: { kind: 'words', answer: ['hype', 'chips'] },
  held: { kind: 'words', answer: ['panic'] },
  order: { kind: 'rank', answer: ['c', 'a', 'b'] },
  stake: { kind: 'points', answer: { points: { a: 35, c: 65 } } },
  plane: { kind: 'grid', answer: { places: { a: [4, 2], c: [1, 5] } } },
  board: { kind: 'questions', answer: { ask: ['Why now?'], up: [] } },
}

import type { KindRehearsal } from './faces.ts'
import type { Answer, AnswerOf, PollKind, PollOf, PublicPoll } from './types.ts'
import { choiceRehearsal } from './choice/rehearse.ts'
import { estimateRehearsal } from './estimate/rehearse.ts'
import { gridRehearsal } from './grid/rehearse.ts'
import { pointsRehearsal } from './points/rehearse.ts'
import { questionsRehearsal } from './questions/rehearse.ts'
import { rankRehearsal } from './rank/rehearse.ts'
import { scaleRehearsal } from './scale/rehearse.ts'
import { wordsRehearsal } from './words/rehearse.ts'

const REHEARSALS: { [K in PollKind]: KindRehearsal<PollOf<K>, AnswerOf<K>> } = {
  choice: choiceRehearsal,
  scale: scaleRehearsal,
  estimate: estimateRehearsal,
  words: wordsRehearsal,
  rank: rankRehearsal,
  points: pointsRehearsal,
  grid: gridRehearsal,
  questions: questionsRehearsal,
}

/** How a rehearsed audience takes part in polls of a kind. */
export function rehearsalOf(kind: PollKind): KindRehearsal<PublicPoll, Answer> {
  return REHEARSALS[kind] as KindRehearsal<PublicPoll, Answer>
}

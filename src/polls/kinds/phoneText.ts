import type { KindPhoneText } from './faces.ts'
import type { PollKind, PollOf, PublicPoll, Tally, TallyOf } from './types.ts'
import { choicePhoneText } from './choice/text.ts'
import { estimatePhoneText } from './estimate/text.ts'
import { questionsPhoneText } from './questions/text.ts'
import { rankPhoneText } from './rank/text.ts'
import { scalePhoneText } from './scale/text.ts'
import { wordsPhoneText } from './words/text.ts'

const TEXTS: { [K in PollKind]: KindPhoneText<PollOf<K>, TallyOf<K>> } = {
  choice: choicePhoneText,
  scale: scalePhoneText,
  estimate: estimatePhoneText,
  words: wordsPhoneText,
  rank: rankPhoneText,
  questions: questionsPhoneText,
}

/** The phone page's texts for polls of a kind. */
export function phoneTextOf(kind: PollKind): KindPhoneText<PublicPoll, Tally> {
  return TEXTS[kind] as KindPhoneText<PublicPoll, Tally>
}

/** Whether this page knows the kind: it may be older than the room that it talks to. */
export function isKnownKind(kind: string): kind is PollKind {
  return kind in TEXTS
}

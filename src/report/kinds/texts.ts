import type { QuestionsTally } from '../../polls/kinds/questions/answer.ts'
import type { WordsTally } from '../../polls/kinds/words/answer.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { Entry, EntryState } from '../../polls/protocol.ts'
import type { Row } from '../model.ts'
import type { CountedRound, Telling } from './telling.ts'
import { MAX_ON_SCREEN } from '../../polls/entries/onScreen.ts'
import { reportTexts } from '../privacy.ts'
import { drawnPoll, shownState } from './telling.ts'

/** A text that the room saw, and whether it may be told how many wrote or supported it. */
interface SeenText extends Entry {
  isTold: boolean
}

/**
 * What people wrote, as the room saw it: what waited or was hidden is not in it. Most people first; then, by the
 * alphabet, those whose number is withheld, since their order would tell something of it.
 */
function seenIn(entries: Entry[]): SeenText[] {
  const seen = entries
    .filter(({ state }) => state !== 'waiting' && state !== 'hidden')
    .toSorted((a, b) => b.people - a.people)
  const told = reportTexts(seen.map(({ people }) => people))
  const [known, rare] = [true, false].map(isTold =>
    seen.filter((_, i) => told[i] === isTold).map(entry => ({ ...entry, isTold })))
  return [...known ?? [], ...(rare ?? []).sort((a, b) => a.text.localeCompare(b.text, 'en'))]
}

/** Texts that the room did not see, as a note; nothing for none. */
function hiddenNote(entries: Entry[], noun: [one: string, many: string]): string[] {
  const count = (state: EntryState) => entries.filter(entry => entry.state === state).length
  const told = (texts: number, what: string) => texts === 0
    ? []
    : [`${texts === 1 ? `One ${noun[0]} was` : `${texts} ${noun[1]} were`} ${what}, and left out here.`]
  return [...told(count('hidden'), 'hidden by the moderator'), ...told(count('waiting'), 'never let through')]
}

/** Words with how many sent each; those of fewer than five people without a number, and of one size in the cloud. */
export function reportWords(
  { poll, round, tally, entries }: CountedRound<Extract<Poll, { kind: 'words' }>, WordsTally>,
): Telling {
  const seen = seenIn(entries)
  const rows = seen.flatMap(({ id, text, people, isTold }): Row[] =>
    isTold ? [{ answers: [id], label: text, cells: { people, share: people / tally.people } }] : [])
  const drawn = seen.slice(0, MAX_ON_SCREEN).map(({ id, text, people, isTold }): Entry =>
    ({ id, text, people: isTold ? people : 1, state: 'shown' }))
  const more = seen.length - drawn.length
  const pictured: WordsTally = {
    kind: 'words',
    people: tally.people,
    entries: drawn,
    ...more > 0 && { more: { shown: more, answered: 0 } },
  }
  return {
    columns: [{ measure: 'people', name: 'People' }, { measure: 'share', name: 'Share' }],
    rows,
    rareTexts: seen.filter(({ isTold }) => !isTold).map(({ text }) => text),
    facts: [],
    notes: hiddenNote(entries, ['word', 'words']),
    ...drawn.length > 0 && { drawing: { poll: drawnPoll(poll), state: shownState(poll, round, pictured) } },
  }
}

/** Questions, the most wanted first, and what became of them. */
export function reportQuestions(
  { entries }: CountedRound<Extract<Poll, { kind: 'questions' }>, QuestionsTally>,
): Telling {
  const seen = seenIn(entries)
  return {
    columns: [{ measure: 'people', name: 'Wanted by' }, { measure: 'state', name: 'Answered' }],
    rows: seen.map(({ id, text, people, state, isTold }): Row => ({
      answers: [id],
      label: text,
      cells: { people: isTold ? people : undefined, state: state === 'answered' ? 'yes' : 'no' },
    })),
    facts: [],
    notes: hiddenNote(entries, ['question', 'questions']),
  }
}

import type { SessionState } from '../polls/phase.ts'
import type { Poll } from '../polls/pollsFile.ts'
import { adhocOptions } from '../polls/adhoc.ts'

/**
 * All polls of a session: those of polls.yaml and those that were typed during the talk. This is the one place that
 * knows that there are two sources.
 *
 * @param polls those of the file; typed ones may be among them already
 * @param session has the typed ones
 */
export function withAdhocPolls(polls: Iterable<Poll>, session: Pick<SessionState, 'polls'>): Poll[] {
  const known = [...polls]
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...adhocPolls(session).filter(({ id }) => !ids.has(id))]
}

/** The polls that were typed in this session, in the order in which they were asked. */
export function adhocPolls({ polls }: Pick<SessionState, 'polls'>): Poll[] {
  const found = [...polls].flatMap(([id, { asked }]): Poll[] => asked
    ? [{
        id,
        kind: 'choice',
        question: asked.question,
        options: adhocOptions(asked.options),
        several: asked.several,
        live: false,
        auto: false,
      }]
    : [])
  return found.sort((a, b) => numberOf(a.id) - numberOf(b.id))
}

/** Stores list polls by their ids as texts, in which 10 comes before 2. */
function numberOf(id: string): number {
  return Number(id.replace(/\D+/g, ''))
}

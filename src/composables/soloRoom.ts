import type { ComputedRef } from 'vue'
import type { Answer, StageState } from '../polls/protocol.ts'
import { useNav } from '@slidev/client'
import polls from 'virtual:polls'
import content from 'virtual:solo'
import { computed, effectScope, shallowReactive } from 'vue'
import { soloStanding } from '../polls/solo.ts'

export interface SoloRoom {
  /** As a room would tell it, had it this reader alone. */
  state: ComputedRef<StageState>
  answerOf: (poll: string) => Answer | undefined
  /** Keeps the reader's answer in this browser; undefined takes it back. */
  answer: (poll: string, answer: Answer | undefined) => void
  /** The session whose results came with this copy of the deck. */
  session: typeof content.session
}

const PREFIX = 'poll/'
let room: SoloRoom | undefined

/** A deck without a room, for one reader. */
export function useSoloRoom(): SoloRoom {
  const { isPrintMode } = useNav()
  return room ??= effectScope(true).run(() => createSoloRoom(() => isPrintMode.value)) as SoloRoom
}

function createSoloRoom(isPrint: () => boolean): SoloRoom {
  const answers = shallowReactive(new Map(polls.flatMap(({ id }) => kept(id))))
  const standing = computed(() => Object.fromEntries(polls.map(poll =>
    [poll.id, soloStanding(poll, isPrint() ? undefined : answers.get(poll.id), content, { brought: isPrint() })])))
  return {
    state: computed(() => ({
      seq: 0,
      session: content.session?.name ?? '',
      current: null,
      joined: 0,
      joinUrl: '',
      polls: standing.value,
    })),
    session: content.session,
    answerOf: poll => answers.get(poll),
    answer(poll, answer) {
      if (answer === undefined)
        answers.delete(poll)
      else
        answers.set(poll, answer)
      keep(poll, answer)
    },
  }
}

/** Private browsing may forbid storage: then an answer lives as long as the page. */
function keep(poll: string, answer: Answer | undefined) {
  try {
    if (answer === undefined)
      localStorage.removeItem(PREFIX + poll)
    else
      localStorage.setItem(PREFIX + poll, JSON.stringify(answer))
  }
  catch {}
}

function kept(poll: string): [string, Answer][] {
  try {
    const text = localStorage.getItem(PREFIX + poll)
    return text === null ? [] : [[poll, JSON.parse(text) as Answer]]
  }
  catch {
    return []
  }
}

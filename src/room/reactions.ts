import type { Reaction, ReactionCounts, ReactionsState } from '../polls/reactions/reactions.ts'
import type { LiveSession } from './liveSession.ts'
import { isTalking } from '../polls/sharedRules.ts'
import { coalesce } from './coalesce.ts'

/** The stage is told at most twice a second, however many people react. */
const TELL_EVERY_MS = 500

export interface ReactionsOptions {
  /** Whether the deck wants reactions at all. */
  isEnabled: boolean
  /** Sends the stage what came since the last time. */
  send: (counts: ReactionCounts) => void
  /** Tells everybody that reactions were muted, or may be sent again. */
  announce: () => void
  onError: (error: unknown) => void
}

/**
 * The reactions of a room. They are numbers in memory for half a second: no store, no export and no voter knows of
 * them.
 */
export interface Reactions {
  /** Undefined where the deck wants none. */
  state: () => ReactionsState | undefined
  /** Whether phones may react now: not while they vote, nor while neighbours talk before they vote again. */
  isTaken: () => boolean
  /** Counts one; what comes while none are taken is dropped. */
  add: (reaction: Reaction) => void
  mute: (isMuted: boolean) => void
  close: () => void
}

export function createReactions(session: LiveSession, options: ReactionsOptions): Reactions {
  const { isEnabled, send, announce, onError } = options
  let isMuted = false
  let counts: ReactionCounts = {}

  const tell = coalesce(TELL_EVERY_MS, async () => {
    const now = counts
    counts = {}
    // Voting may have opened, or the presenter muted them, since they came.
    if (Object.keys(now).length > 0 && isTaken())
      send(now)
  }, onError)

  function isTaken(): boolean {
    if (!isEnabled || isMuted)
      return false
    const { current } = session.state
    if (current === null)
      return true
    const { phase, round } = session.pollState(current)
    return phase !== 'open' && !isTalking({ phase, round, endsIn: session.msLeft(current) })
  }

  return {
    state: () => isEnabled ? (isMuted ? 'muted' : 'on') : undefined,
    isTaken,
    add(reaction) {
      if (!isTaken())
        return
      counts[reaction] = (counts[reaction] ?? 0) + 1
      tell()
    },
    mute(next) {
      isMuted = next
      announce()
    },
    close: tell.stop,
  }
}

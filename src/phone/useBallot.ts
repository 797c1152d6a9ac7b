import type { Ref } from 'vue'
import type { BallotStorage, LocalBallot, Outcome } from '../polls/delivery.ts'
import type { Answer, RoomSnapshot, RoomState } from '../polls/protocol.ts'
import { ref, shallowRef } from 'vue'
import { createDelivery } from '../polls/delivery.ts'
import { roundKey, roundOf } from '../polls/round.ts'

/** `sending` until the room has the answer on disk, then what became of it. */
export type BallotStatus = 'none' | 'sending' | Outcome

export interface UseBallotOptions {
  /** Called where the room answers a late ballot with its state. */
  onRoom: (room: RoomSnapshot) => void
}

export interface UseBallotReturn {
  status: Ref<BallotStatus>
  /** What the voter last chose in the round on screen. */
  chosen: Ref<Answer | undefined>
  send: (ballot: LocalBallot) => void
  /**
   * Brings status and choice in line with the room as the server tells it.
   *
   * @param mine this phone's ballot there, undefined where the message does not say
   * @param asked when the message was asked for: one from before the last receipt may not know of it
   */
  follow: (room: RoomState, mine: Answer | null | undefined, asked?: number) => void
  retryNow: () => void
}

const STORAGE_KEY = 'ballot'

/** As this tab left it: another tab of the phone may have put its own in its place. */
let ownItem: string | null = null

/** Private browsing may forbid storage: then the answer lives as long as the page. */
const storage: BallotStorage<LocalBallot> = {
  load() {
    try {
      ownItem = localStorage.getItem(STORAGE_KEY)
      return JSON.parse(ownItem ?? 'null') as LocalBallot | null ?? undefined
    }
    catch {
      return undefined
    }
  },
  save(ballot) {
    try {
      const before = ownItem
      ownItem = ballot ? JSON.stringify(ballot) : null
      if (ownItem !== null)
        localStorage.setItem(STORAGE_KEY, ownItem)
      // What another tab has not sent yet is kept for it.
      else if (localStorage.getItem(STORAGE_KEY) === before)
        localStorage.removeItem(STORAGE_KEY)
    }
    catch {}
  },
}

/** Calls back once another tab of this phone has brought its answer to the room. */
export function onOtherTab(callback: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === STORAGE_KEY && newValue === null)
      callback()
  })
}

/** This phone's ballot: what was chosen, and how far it has come. */
export function useBallot({ onRoom }: UseBallotOptions): UseBallotReturn {
  const status = ref<BallotStatus>('none')
  const chosen = shallowRef<Answer>()
  /** What the room has of this phone, and when it gave its last receipt, by round. */
  const counted = new Map<string, { answer: Answer | undefined, at: number }>()
  let onScreen = ''

  const { pending, send, retryNow } = createDelivery({
    fetch,
    storage,
    onSettled(ballot, outcome, { answer, room }) {
      // Another answer has taken its place.
      if (pending())
        return
      const key = roundKey(ballot)
      // As it was counted: texts tidied, equal ones merged.
      if (outcome === 'counted')
        counted.set(key, { answer: answer ?? ballot.answer, at: performance.now() })
      if (key === onScreen) {
        // Show the answer that counts, even if the new one does not.
        chosen.value = counted.get(key)?.answer
        status.value = outcome
      }
      if (room)
        onRoom(room)
    },
  })

  function follow(room: RoomState, mine: Answer | null | undefined, asked = Infinity) {
    const round = roundOf(room)
    const key = round ? roundKey(round) : ''
    const at = counted.get(key)?.at ?? 0
    if (key && mine !== undefined && asked > at)
      counted.set(key, { answer: mine ?? undefined, at })
    const ballot = pending()
    const isPending = ballot && roundKey(ballot) === key
    chosen.value = isPending ? ballot.answer : counted.get(key)?.answer
    // That an answer was late or refused stays said until another can be given.
    const isOver = key === onScreen && room.phase !== 'open'
    if (isPending || !(isOver && (status.value === 'late' || status.value === 'refused')))
      status.value = isPending ? 'sending' : chosen.value === undefined ? 'none' : 'counted'
    onScreen = key
  }

  return {
    status,
    chosen,
    send(ballot) {
      chosen.value = ballot.answer
      status.value = 'sending'
      send(ballot)
    },
    follow,
    retryNow,
  }
}

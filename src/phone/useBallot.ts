import type { Ref } from 'vue'
import type { Answer, BallotReceipt, BallotRequest, ErrorBody, RoomSnapshot, RoomState } from '../polls/protocol.ts'
import { ref, shallowRef } from 'vue'
import { ballotPath } from '../polls/protocol.ts'

/** One poll in one round, and what this phone answers there. */
export interface LocalBallot {
  session: string
  poll: string
  round: number
  answer: Answer
  /** When it was given, by this phone's clock. */
  given?: number
}

/**
 * `sending` until the server has the answer on disk, `counted` from then on, `late` when voting had closed before it
 * arrived, `refused` when the server will never take it.
 */
export type BallotStatus = 'none' | 'sending' | 'counted' | 'late' | 'refused'

export interface UseBallotReturn {
  status: Ref<BallotStatus>
  /** What the voter last chose in the round on screen. */
  chosen: Ref<Answer | undefined>
  send: (ballot: Omit<LocalBallot, 'given'>) => void
  /**
   * Brings status and choice in line with the room as the server tells it.
   *
   * @param mine this phone's ballot there, undefined where the message does not say
   * @param asked when the message was asked for: one from before the last receipt may not know of it
   */
  follow: (room: RoomState, mine: Answer | null | undefined, asked?: number) => void
  retryNow: () => void
}

const KEEP = 'ballot'
const TIMEOUT_MS = 8000
const MAX_WAIT_MS = 3000

/**
 * Keeps an answer until the server acknowledges it: through a lost link, a reload, a locked phone.
 * One request at a time, so that an older answer seldom arrives after a newer one; where a slow network lets it, the
 * server knows by `given` which is which.
 */
export function useBallot(onRoom: (room: RoomSnapshot) => void): UseBallotReturn {
  const status = ref<BallotStatus>('none')
  const chosen = shallowRef<Answer>()
  const known = new Map<string, Answer>()
  const countedAt = new Map<string, number>()
  let onScreen = ''
  let pending = kept()
  let busy = false
  let failures = 0
  let lastGiven = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const keyOf = ({ session, poll, round }: Omit<LocalBallot, 'answer' | 'given'>) => `${session}/${poll}/${round}`

  function send(ballot: Omit<LocalBallot, 'given'>) {
    // Later than the one before, also by a clock that was set back meanwhile.
    lastGiven = Math.max(Date.now(), lastGiven + 1)
    pending = { ...ballot, given: lastGiven }
    keep(pending)
    chosen.value = ballot.answer
    status.value = 'sending'
    void deliver()
  }

  async function deliver() {
    clearTimeout(timer)
    if (busy || !pending)
      return
    busy = true
    const ballot = pending
    const body: BallotRequest = {
      session: ballot.session,
      round: ballot.round,
      answer: ballot.answer,
      ...(ballot.given !== undefined && { given: ballot.given }),
    }
    let response: Response | undefined
    try {
      response = await fetch(ballotPath(ballot.poll), {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
    }
    catch {
      // No answer: the ballot may or may not have arrived. Sending it again is safe, it replaces itself.
    }
    const answer
      = response && ((await response.json().catch(() => undefined)) as Partial<BallotReceipt & ErrorBody> | undefined)
    busy = false
    settle(ballot, response, answer)
  }

  function settle(
    ballot: LocalBallot,
    response: Response | undefined,
    body: Partial<BallotReceipt & ErrorBody> | undefined,
  ) {
    // A network's own page can say 200 too: only the receipt means that the ballot is on disk.
    const again
      = !response || (response.ok && body?.counted !== true) || response.status === 429 || response.status >= 500
    if (again || ballot !== pending) {
      // The header may hold a date, which is no number.
      const asked = (Number(response?.headers.get('retry-after')) || 0) * 1000
      const wait = again ? Math.max(asked, Math.min(MAX_WAIT_MS, 300 * 2 ** failures++)) * (0.5 + Math.random() / 2) : 0
      timer = setTimeout(deliver, Math.max(wait, asked))
      return
    }
    failures = 0
    pending = undefined
    keep(undefined)
    if (response.ok) {
      // As it was counted: texts tidied, equal ones merged.
      known.set(keyOf(ballot), body?.answer ?? ballot.answer)
      countedAt.set(keyOf(ballot), performance.now())
    }
    if (keyOf(ballot) === onScreen) {
      // What counts, also where this answer does not.
      chosen.value = known.get(keyOf(ballot))
      status.value = response.ok ? 'counted' : response.status === 409 ? 'late' : 'refused'
    }
    if (body?.room)
      onRoom(body.room)
  }

  function follow(room: RoomState, mine: Answer | null | undefined, asked = Infinity) {
    const key = room.poll ? keyOf({ session: room.session, poll: room.poll.id, round: room.round }) : ''
    if (mine !== undefined && key && asked > (countedAt.get(key) ?? 0)) {
      if (mine === null)
        known.delete(key)
      else
        known.set(key, mine)
    }
    const isPending = pending !== undefined && keyOf(pending) === key
    if (key !== onScreen) {
      onScreen = key
      status.value = 'none'
    }
    if (isPending) {
      chosen.value = pending?.answer
      status.value = 'sending'
      return
    }
    // That an answer was late or refused stays said until another can be given.
    if (room.phase !== 'open' && (status.value === 'late' || status.value === 'refused')) {
      chosen.value = known.get(key)
      return
    }
    chosen.value = known.get(key)
    status.value = known.has(key) ? 'counted' : 'none'
  }

  function retryNow() {
    failures = 0
    void deliver()
  }

  return { status, chosen, send, follow, retryNow }
}

/** Private browsing may forbid storage: then the answer lives as long as the page. */
function keep(ballot: LocalBallot | undefined) {
  try {
    if (ballot)
      localStorage.setItem(KEEP, JSON.stringify(ballot))
    else
      localStorage.removeItem(KEEP)
  }
  catch {}
}

function kept(): LocalBallot | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEEP) ?? 'null') as LocalBallot | null ?? undefined
  }
  catch {
    return undefined
  }
}

import type { Answer, BallotReceipt, BallotRequest, ErrorBody } from './protocol.ts'
import type { RoundId } from './round.ts'
import { backoffMs } from './backoff.ts'
import { ballotPath } from './protocol.ts'

/** One poll in one round, and what a phone answers there. */
export interface LocalBallot extends RoundId {
  answer: Answer
  /** When the voter gave it, milliseconds since 1970 by the phone's clock; set by the delivery. */
  given?: number
}

export type BallotReply = Partial<BallotReceipt & ErrorBody>

/** `late` when voting had closed before it arrived, `refused` when the room will never take it. */
export type Outcome = 'counted' | 'late' | 'refused'

type BallotResponse = Pick<Response, 'ok' | 'status' | 'json'> & { headers: Pick<Headers, 'get'> }

/** As much of `fetch` as a delivery needs. */
export type BallotFetch = (
  path: string,
  init: { method: string, headers: Record<string, string>, body: string, signal: AbortSignal },
) => Promise<BallotResponse>

/** Keeps an answer that is not acknowledged yet over a reload of the page. */
export interface BallotStorage<B> {
  load: () => B | undefined
  /** @param ballot undefined once nothing is pending */
  save: (ballot: B | undefined) => void
}

export interface DeliveryOptions<B extends LocalBallot> {
  fetch: BallotFetch
  /** @default none: a reload loses an answer that is not acknowledged */
  storage?: BallotStorage<B>
  /** @default Math.random */
  random?: () => number
  /** Called once the room has decided on a ballot, even if a newer ballot is pending by then. */
  onSettled: (ballot: B, outcome: Outcome, reply: BallotReply) => void
}

export interface Delivery<B extends LocalBallot> {
  /** The ballot that is not acknowledged yet, if any. */
  pending: () => B | undefined
  /** Sends a ballot in place of one that is still pending. */
  send: (ballot: B) => void
  /** Tries at once: the network is back. */
  retryNow: () => void
}

const TIMEOUT_MS = 8000
const FIRST_BACKOFF_MS = 300

/**
 * Sends an answer again and again until the room acknowledges it: over a lost connection, a reload, a locked phone.
 * There is one request at a time, so that an older answer rarely overtakes a newer one. When a slow network lets it
 * happen all the same, the room keeps the newer one by `given`.
 */
export function createDelivery<B extends LocalBallot>({
  fetch,
  storage,
  random = Math.random,
  onSettled,
}: DeliveryOptions<B>): Delivery<B> {
  let pending = storage?.load()
  let isBusy = false
  let failures = 0
  let lastGiven = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function deliver() {
    clearTimeout(timer)
    if (isBusy || !pending)
      return
    isBusy = true
    const ballot = pending
    const [response, reply] = await put(ballot, fetch)
    isBusy = false
    settle(ballot, response, reply)
  }

  function settle(ballot: B, response: BallotResponse | undefined, reply: BallotReply) {
    const outcome = outcomeOf(response, reply)
    if (outcome && ballot === pending) {
      failures = 0
      pending = undefined
      storage?.save(pending)
    }
    else {
      // Retry-After may hold a date instead of seconds: `Number` then gives NaN.
      const retryAfterMs = (Number(response?.headers.get('retry-after')) || 0) * 1000
      timer = setTimeout(deliver, Math.max(retryAfterMs, outcome ? 0 : backoffMs(FIRST_BACKOFF_MS, failures++, random)))
    }
    if (outcome)
      onSettled(ballot, outcome, reply)
  }

  return {
    pending: () => pending,
    send(ballot) {
      // Must grow with every ballot, even when the phone's clock is set back in between.
      lastGiven = Math.max(Date.now(), lastGiven + 1)
      pending = { ...ballot, given: lastGiven }
      storage?.save(pending)
      void deliver()
    },
    retryNow() {
      failures = 0
      void deliver()
    },
  }
}

async function put(ballot: LocalBallot, fetch: BallotFetch): Promise<[BallotResponse | undefined, BallotReply]> {
  const { session, poll, round, answer, given } = ballot
  let response: BallotResponse | undefined
  let reply: BallotReply = {}
  // Not `AbortSignal.timeout`, which phones of 2020 do not know.
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    response = await fetch(ballotPath(poll), {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ session, round, answer, given } satisfies Record<keyof BallotRequest, unknown>),
      signal: abort.signal,
    })
    reply = await response.json() as BallotReply | null ?? {}
  }
  catch {
    // The ballot may have arrived or not. Sending it again is safe: it replaces itself.
  }
  clearTimeout(timer)
  return [response, reply]
}

/** What the room decided; undefined where the ballot has to be sent again. */
function outcomeOf(response: BallotResponse | undefined, reply: BallotReply): Outcome | undefined {
  if (!response || response.status === 429 || response.status >= 500)
    return undefined
  // The login page of a public network answers 200 too: only a receipt means that the ballot is on disk.
  if (response.ok)
    return reply.counted === true ? 'counted' : undefined
  return response.status === 409 ? 'late' : 'refused'
}

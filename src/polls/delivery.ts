import type { Answer, BallotReceipt, BallotRequest, ErrorBody } from './protocol.ts'
import type { RoundId } from './round.ts'
import { backoffMs } from './backoff.ts'
import { ballotPath } from './protocol.ts'
import { roundKey } from './round.ts'

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

/** As much of `fetch` as a delivery needs. The ballot that is sent comes with it. */
export type BallotFetch<B extends LocalBallot = LocalBallot> = (
  path: string,
  init: { method: string, headers: Record<string, string>, body: string, signal: AbortSignal },
  ballot: B,
) => Promise<BallotResponse>

/** Keeps answers that are not acknowledged yet over a reload of the page. */
export interface BallotStorage<B> {
  load: () => B[]
  /** @param ballots all that are pending, one a round at most */
  save: (ballots: B[]) => void
}

export interface DeliveryOptions<B extends LocalBallot> {
  fetch: BallotFetch<B>
  /** @default none: a reload loses an answer that is not acknowledged */
  storage?: BallotStorage<B>
  /** @default Math.random */
  random?: () => number
  /** Called once the room has decided on a ballot, even if a newer ballot is pending by then. */
  onSettled: (ballot: B, outcome: Outcome, reply: BallotReply) => void
}

export interface Delivery<B extends LocalBallot> {
  /** The ballot of a round that is not acknowledged yet, if any. */
  pending: (round: RoundId) => B | undefined
  /** Every ballot that is not acknowledged yet; the one that was given last is the last. */
  all: () => B[]
  /** Sends a ballot in place of one of the same round that is still pending. */
  send: (ballot: B) => void
  /** Tries at once: the network is back. */
  retryNow: () => void
}

/** The ballot of one round on its way. */
interface Lane<B> {
  ballot: B
  isBusy: boolean
  failures: number
  timer?: ReturnType<typeof setTimeout>
}

const TIMEOUT_MS = 8000
const FIRST_BACKOFF_MS = 300

/**
 * Sends answers again and again until the room acknowledges them: over a lost connection, a reload, a locked phone.
 * Each round has a lane of its own, so that a question to the room does not take the place of a vote. In a lane there
 * is one request at a time, so that an older answer rarely overtakes a newer one. When a slow network lets it happen
 * all the same, the room keeps the newer one by `given`.
 */
export function createDelivery<B extends LocalBallot>({
  fetch,
  storage,
  random = Math.random,
  onSettled,
}: DeliveryOptions<B>): Delivery<B> {
  const lanes = new Map<string, Lane<B>>()
  let lastGiven = 0
  for (const ballot of storage?.load() ?? [])
    lanes.set(roundKey(ballot), { ballot, isBusy: false, failures: 0 })
  const all = () => [...lanes.values()].map(({ ballot }) => ballot)

  async function deliver(lane: Lane<B>) {
    clearTimeout(lane.timer)
    if (lane.isBusy || lanes.get(roundKey(lane.ballot)) !== lane)
      return
    const { ballot } = lane
    lane.isBusy = true
    const [response, reply] = await put(ballot, fetch)
    lane.isBusy = false
    settle(lane, ballot, response, reply)
  }

  function settle(lane: Lane<B>, ballot: B, response: BallotResponse | undefined, reply: BallotReply) {
    const outcome = outcomeOf(response, reply)
    if (outcome && ballot === lane.ballot) {
      lanes.delete(roundKey(ballot))
      storage?.save(all())
    }
    else {
      const waitMs = outcome ? 0 : backoffMs(FIRST_BACKOFF_MS, lane.failures++, random)
      lane.timer = setTimeout(deliver, Math.max(retryAfterMs(response), waitMs), lane)
    }
    if (outcome)
      onSettled(ballot, outcome, reply)
  }

  return {
    pending: round => lanes.get(roundKey(round))?.ballot,
    all,
    send(ballot) {
      // Must grow with every ballot, even when the phone's clock is set back in between.
      lastGiven = Math.max(Date.now(), lastGiven + 1)
      const key = roundKey(ballot)
      const lane = lanes.get(key) ?? { ballot, isBusy: false, failures: 0 }
      lane.ballot = { ...ballot, given: lastGiven }
      // The one that was given last is the last of all.
      lanes.delete(key)
      lanes.set(key, lane)
      storage?.save(all())
      void deliver(lane)
    },
    retryNow() {
      lanes.forEach((lane) => {
        lane.failures = 0
        void deliver(lane)
      })
    },
  }
}

/** What the room asks to wait; 0 also for a date in place of seconds, of which `Number` makes NaN. */
function retryAfterMs(response: BallotResponse | undefined): number {
  return (Number(response?.headers.get('retry-after')) || 0) * 1000
}

async function put<B extends LocalBallot>(
  ballot: B,
  fetch: BallotFetch<B>,
): Promise<[BallotResponse | undefined, BallotReply]> {
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
    }, ballot)
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

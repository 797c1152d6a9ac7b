import type { BallotReceipt, ErrorBody } from '../../polls/protocol.ts'
import type { CastResult } from '../../polls/store.ts'
import type { RoomApp, RouteOptions } from './middleware.ts'
import { checkAnswer } from '../../polls/kinds/rules.ts'
import { BALLOT_RATE_LIMIT, createLimiter } from './limiter.ts'
import { limitedJson, refuse } from './middleware.ts'
import { ballotRequest, MAX_BALLOT_BYTES } from './requests.ts'
import { readVoter } from './voterCookie.ts'

const NOT_COUNTED: Record<Exclude<CastResult, 'counted'>, string> = {
  'closed': 'The poll is closed, so this answer was not counted.',
  'stale-round': 'A new round or session has started, so this answer was not counted.',
  'overtaken': 'A later answer from this phone is counted already.',
}

/** The one call that changes a tally: a phone's ballot, acknowledged only once the store has it. */
export function registerBallotRoute(app: RoomApp, options: RouteOptions): void {
  const { room, ownPagesOnly } = options
  const msUntilNextBallot = createLimiter(BALLOT_RATE_LIMIT.burst, BALLOT_RATE_LIMIT.perSecond)

  app.put('/api/polls/:id/ballot', ownPagesOnly, limitedJson(MAX_BALLOT_BYTES), async (c) => {
    const voter = readVoter(c, options)
    if (!voter)
      return refuse(c, 'forbidden', 'Join the room first: open its start page.')
    const waitMs = msUntilNextBallot(voter)
    if (waitMs > 0) {
      return refuse(c, 'too-many', 'That was too quick; the answer will be taken in a moment.', {
        'Retry-After': String(Math.ceil(waitMs / 1000)),
      })
    }
    const poll = room.polls.get(c.req.param('id'))
    if (!poll)
      return refuse(c, 'not-found', 'There is no such poll in this room.')

    const body = ballotRequest.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success)
      return refuse(c, 'bad-request', 'A ballot is a JSON object with a round and an answer.')
    const { session, round, given } = body.data
    const read = checkAnswer(poll, body.data.answer)
    if ('fault' in read)
      return refuse(c, 'invalid-answer', `The answer does not fit the poll: ${read.fault}.`)

    const { answer } = read
    const result = session === undefined || session === room.session
      ? await room.cast(poll, { voter, round, answer, ...(given !== undefined && { given }) })
      : 'stale-round'
    if (result !== 'counted') {
      return c.json<ErrorBody>(
        { error: { code: result, message: NOT_COUNTED[result] }, room: await room.snapshot(voter) },
        409,
      )
    }
    return c.json<BallotReceipt>({ counted: true, poll: poll.id, round, answer })
  })
}

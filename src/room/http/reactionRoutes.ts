import type { RoomApp, RouteOptions } from './middleware.ts'
import { z } from 'zod'
import { MUTE_PATH, REACTIONS, REACTIONS_PATH } from '../../polls/reactions/reactions.ts'
import { createLimiter } from './limiter.ts'
import { limitedJson, parseJson, refuse } from './middleware.ts'
import { readVoter } from './voterCookie.ts'

/** A name in braces. */
const MAX_BYTES = 64
/** What one phone may send at once, and a second in the long run. */
export const REACTION_RATE_LIMIT = { burst: 4, perSecond: 1 }

const reactionRequest = z.strictObject({ reaction: z.enum(REACTIONS) })
const muteRequest = z.strictObject({ muted: z.boolean() })

/** The call of phones. It is answered from memory, without the store. */
export function registerReactionRoute(app: RoomApp, options: RouteOptions): void {
  const { room: { reactions }, ownPagesOnly } = options
  const msUntilNext = createLimiter(REACTION_RATE_LIMIT.burst, REACTION_RATE_LIMIT.perSecond)

  app.post(REACTIONS_PATH, ownPagesOnly, limitedJson(MAX_BYTES), async (c) => {
    // First what costs least: this is the call that a crowd makes most often.
    if (!reactions.isTaken())
      return refuse(c, 'closed', 'The room takes no reactions now.')
    const voter = readVoter(c, options)
    if (!voter)
      return refuse(c, 'forbidden', 'Join the room first: open its start page.')
    const waitMs = msUntilNext(voter)
    if (waitMs > 0)
      return refuse(c, 'too-many', 'That was too quick.', { 'Retry-After': String(Math.ceil(waitMs / 1000)) })
    const body = reactionRequest.safeParse(parseJson(await c.req.text()))
    if (!body.success)
      return refuse(c, 'bad-request', `A reaction is one of ${REACTIONS.join(', ')}.`)
    reactions.add(body.data.reaction)
    return c.body(null, 204)
  })
}

/** The call of the presenter. */
export function registerMuteRoute(app: RoomApp, { room }: RouteOptions): void {
  app.post(MUTE_PATH, limitedJson(MAX_BYTES), async (c) => {
    if (room.reactions.state() === undefined)
      return refuse(c, 'conflict', 'Reactions are off: write reactions: true into the headmatter of slides.md.')
    const body = muteRequest.safeParse(parseJson(await c.req.text()))
    if (!body.success)
      return refuse(c, 'bad-request', 'Say whether reactions are muted: true or false.')
    room.reactions.mute(body.data.muted)
    return c.json(await room.stageState())
  })
}

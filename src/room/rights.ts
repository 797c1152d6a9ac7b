/** Who may call the stage, the strongest right first. */
export const RIGHTS = ['presenter', 'moderator', 'wall'] as const

/**
 * `presenter` does everything; `moderator` sorts what the room has written; `wall` follows what the wall may show.
 * Each has a key of its own.
 */
export type Right = typeof RIGHTS[number]

/**
 * What each weaker right may call, by method and path as the routes are written; the presenter may call everything. A
 * call that is not listed is refused, so a new route is the presenter's alone until it stands here.
 */
export const MAY_CALL: Record<Exclude<Right, 'presenter'>, readonly string[]> = {
  moderator: [
    'GET /api/stage/session',
    'POST /api/stage/session',
    'GET /api/stage/entries/events',
    'GET /api/stage/polls/:id/entries',
    'POST /api/stage/polls/:id/entries/:entry/:state',
    'PUT /api/stage/polls/:id/entries/:entry/merge',
  ],
  wall: ['GET /api/stage/session', 'POST /api/stage/session', 'GET /api/stage/events'],
}

/** The cookie that a key is traded for. Each right has its own, so that a browser with two of them loses neither. */
export const COOKIE_NAMES: Record<Right, string> = { presenter: 'stage', moderator: 'moderator', wall: 'wall' }

/** @param call such as `GET /api/stage/events`; undefined for an address that there is not */
export function mayCall(right: Right, call: string | undefined): boolean {
  return right === 'presenter' || (call !== undefined && MAY_CALL[right].includes(call))
}

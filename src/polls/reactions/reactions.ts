/**
 * Reactions of the room: small signs that people send while nothing is asked. They are no kind of poll: they have no
 * ballot, no round and no result, and nobody keeps them. Server, phones and deck share this file, so it stays small.
 */

export const REACTIONS = ['nod', 'laugh', 'question', 'slower'] as const
export type Reaction = typeof REACTIONS[number]

/** How often each was sent since the last message; those that were not are left out. */
export type ReactionCounts = Partial<Record<Reaction, number>>

/** `muted` while the presenter wants none. */
export type ReactionsState = 'on' | 'muted'

export interface ReactionRequest {
  reaction: Reaction
}

export const REACTIONS_PATH = '/api/room/reactions'
export const MUTE_PATH = '/api/stage/reactions'

import type { RoomHandle } from '../../src/room/server.ts'
import { renderUnicodeCompact } from 'uqr'

export interface StageLinks {
  /** Does everything. */
  presenter: string
  /** Only shows; for any browser that reaches the deck. */
  slides: string
  /** Sorts what the room writes; for a phone. */
  moderate: string
}

/**
 * The links that carry keys, each in its fragment, which browsers send nowhere.
 *
 * @param deckUrl address of the deck, without a slash at the end
 * @param room the running room
 */
export function stageLinks(deckUrl: string, { keys, joinUrl }: Pick<RoomHandle, 'keys' | 'joinUrl'>): StageLinks {
  return {
    presenter: `${deckUrl}/presenter/1#stage=${encodeURIComponent(keys.presenter)}`,
    slides: `${deckUrl}/#wall=${encodeURIComponent(keys.wall)}`,
    moderate: moderateLink({ keys, joinUrl }),
  }
}

/** The link for an assistant's phone. */
export function moderateLink({ keys, joinUrl }: Pick<RoomHandle, 'keys' | 'joinUrl'>): string {
  return `${joinUrl.replace(/\/*$/, '/')}moderate#key=${encodeURIComponent(keys.moderator)}`
}

/** A QR code as lines for a terminal, black on white whatever its own colours are. */
export function terminalQr(text: string): string[] {
  // The renderer draws light modules, as on a dark terminal; here they are the paper.
  return renderUnicodeCompact(text, { ecc: 'L', border: 2, invert: true })
    .split('\n')
    .map(line => `  \u001B[30;107m${line}\u001B[0m`)
}

import type { Extent } from '../../src/content/tracks.ts'
import type { RoomHandle } from '../../src/room/server.ts'
import process from 'node:process'
import open from 'open'
import { root } from '../../src/cli/paths.ts'
import { checkSlideReferences } from '../../src/deck/check/slideReferences.ts'
import { readShownPolls } from '../../src/deck/shownPolls.ts'

/** Says what of the slides cannot be shown, and closes polls that were left open and cannot be seen any more. */
export async function reportFaults(room: RoomHandle, track: Extent): Promise<void> {
  for (const poll of await room.closeUnseen(await readShownPolls(root, track)))
    console.log(`  Poll "${poll}" was open but has no slide in this track; it is closed now, and its ballots are kept.`)
  for (const fault of await checkSlideReferences(root))
    console.error(`  ${fault}`)
}

/**
 * Opens presenter and slides in the browser. The presenter first: its link stores the stage key, which the slides
 * window of the same browser uses too.
 */
export async function openWindows(presenter: string, slides: string): Promise<void> {
  if (!process.stdout.isTTY)
    return
  if (!hasDesktop())
    return console.log('  This machine has no desktop to open a browser on; use the links above.\n')
  await open(presenter)
    .then(() => open(slides))
    .catch(() => console.log('  No browser could be opened; use the links above.'))
}

/** Without one, the command that opens a browser on Linux fails and nobody hears of it. */
function hasDesktop(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME)
}

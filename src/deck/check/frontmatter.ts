import type { ContentIndex } from './contentIndex.ts'
import { isDate } from '../../content/calendar.ts'
import { LENS_IDS } from '../../content/evidenceSchema.ts'
import { SPARE, TRACK_IDS, trackOf } from '../../content/tracks.ts'
import { checkLayoutName } from './layouts.ts'

/** Faults of the frontmatter of a slide or an entry, without their place. */
export function checkFrontmatter(frontmatter: Record<string, unknown>, content: ContentIndex): string[] {
  const { ledger, polls, exercises } = content
  const { lens, poll, sources = [], asOf, exercise, track, break: isBreak = false } = frontmatter
  const faults = checkLayoutName(frontmatter, content)
  if (lens !== undefined && !(LENS_IDS as readonly unknown[]).includes(lens))
    faults.push(`lens "${String(lens)}" is none of ${LENS_IDS.join(', ')}; name one of them.`)
  if (poll !== undefined && !polls.has(String(poll)))
    faults.push(`poll "${String(poll)}" is not in polls.yaml; mend the id or add the poll.`)
  if (exercise !== undefined && !exercises.has(String(exercise)))
    faults.push(`exercise "${String(exercise)}" is no folder of exercises/; mend the name or add the folder.`)
  for (const id of [sources].flat()) {
    if (!Object.hasOwn(ledger.sources, String(id)))
      faults.push(`source "${String(id)}" is not in evidence/sources.yaml; mend the id or add the source.`)
  }
  if (asOf !== undefined && !(typeof asOf === 'string' && isDate(asOf)))
    faults.push(`asOf "${String(asOf)}" is no date; write a quoted day, month or year such as '2026-11'.`)
  if (track !== undefined && track !== SPARE && !trackOf(track))
    faults.push(`track "${String(track)}" is none of ${[...TRACK_IDS, SPARE].join(', ')}; name one of them.`)
  if (typeof isBreak !== 'boolean')
    faults.push(`break "${String(isBreak)}" is neither true nor false; write one of them.`)
  return faults
}

import type { ContentIndex } from './contentIndex.ts'
import { isDate } from '../../content/calendar.ts'
import { LENS_IDS } from '../../content/evidenceSchema.ts'
import { SPARE, TRACK_IDS, trackOf } from '../../content/tracks.ts'
import { pollIdsOf } from '../../polls/slidePolls.ts'
import { checkLayoutName } from './layouts.ts'
import { formatMissing } from './references.ts'

/** The `late` of a slide that a presenter who is late passes over. */
export const SKIP = 'skip'

/** Faults of the frontmatter of a slide or an entry, without their place. */
export function checkFrontmatter(frontmatter: Record<string, unknown>, content: ContentIndex): string[] {
  const { ledger, polls, exercises } = content
  const { lens, poll, sources = [], asOf, exercise, partOf, track, break: isBreak = false, late, keys } = frontmatter
  const { showcase = false } = frontmatter
  const faults = checkLayoutName(frontmatter, content)
  if (lens !== undefined && !(LENS_IDS as readonly unknown[]).includes(lens))
    faults.push(`lens "${String(lens)}" is none of ${LENS_IDS.join(', ')}; name one of them.`)
  for (const id of pollIdsOf({ poll })) {
    if (!polls.has(id))
      faults.push(formatMissing({ kind: 'poll', id }, content))
  }
  if (exercise !== undefined && !exercises.has(String(exercise)))
    faults.push(`exercise "${String(exercise)}" is no folder of exercises/; mend the name or add the folder.`)
  if (partOf !== undefined && !exercises.has(String(partOf)))
    faults.push(`partOf "${String(partOf)}" is no folder of exercises/; mend the name or add the folder.`)
  if (late !== undefined && late !== SKIP)
    faults.push(`late "${String(late)}" is not ${SKIP}; write late: ${SKIP}, or leave it out.`)
  if (keys !== undefined && !(typeof keys === 'string' && poll !== undefined))
    faults.push(`keys "${String(keys)}" must be text on the slide of a poll, such as keys: v v v.`)
  for (const id of [sources].flat()) {
    if (!Object.hasOwn(ledger.sources, String(id)))
      faults.push(formatMissing({ kind: 'source', id: String(id) }, content))
  }
  if (asOf !== undefined && !(typeof asOf === 'string' && isDate(asOf)))
    faults.push(`asOf "${String(asOf)}" is no date; write a quoted day, month or year such as '2026-11'.`)
  if (track !== undefined && track !== SPARE && !trackOf(track))
    faults.push(`track "${String(track)}" is none of ${[...TRACK_IDS, SPARE].join(', ')}; name one of them.`)
  if (typeof isBreak !== 'boolean')
    faults.push(`break "${String(isBreak)}" is neither true nor false; write one of them.`)
  if (typeof showcase !== 'boolean')
    faults.push(`showcase "${String(showcase)}" is neither true nor false; write one of them.`)
  return faults
}

import type { Person } from './people.ts'
import { absenceOf } from './people.ts'

export interface PresenceOptions {
  person: Person
  /** Times are multiplied by it. */
  pace: number
  onArrive: () => Promise<void>
  onAway: () => void
  onReturn: () => void
}

/**
 * Follows a person who arrives and is out of reach now and again.
 *
 * @returns stops it for good
 */
export function followPresence({ person, pace, onArrive, onAway, onReturn }: PresenceOptions): () => void {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  function stayUntilAbsence(n: number) {
    const { after, lasts } = absenceOf(person, n)
    timer = setTimeout(() => {
      onAway()
      timer = setTimeout(() => {
        onReturn()
        stayUntilAbsence(n + 1)
      }, lasts * pace)
    }, after * pace)
  }

  timer = setTimeout(async () => {
    await onArrive()
    if (isStopped)
      return
    onReturn()
    stayUntilAbsence(0)
  }, person.arrives * pace)

  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

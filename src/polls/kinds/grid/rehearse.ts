import type { Random } from '../../random.ts'
import type { KindRehearsal } from '../faces.ts'
import type { GridAnswer, GridPlace, GridPoll } from './answer.ts'
import { GRID_STEPS } from './answer.ts'

/** So many leave some of the items without a place. */
const IN_A_HURRY = 0.08

const commonPlace = (taste: Random) => ({ across: 1 + 4 * taste.next(), up: 1 + 4 * taste.next() })
const nearest = (value: number) => Math.min(GRID_STEPS, Math.max(1, Math.round(value)))

export const gridRehearsal: KindRehearsal<GridPoll, GridAnswer> = {
  medianMs: 20_000,
  maxTurns: 3,
  staysShare: 0,
  buildsOnBefore: false,

  /** The crowd has a common place for each item, and over some it is more divided than over others. */
  draw({ items }, { taste, random }) {
    const common = items.map(() => ({ ...commonPlace(taste), noise: 0.6 + 0.7 * taste.next() }))
    return () => {
      const most = random.chance(IN_A_HURRY) ? 1 + Math.floor(random.next() * items.length) : items.length
      const places = items.slice(0, most).map(({ id }, i): [string, GridPlace] => {
        const { across, up, noise } = common[i] ?? { across: 3, up: 3, noise: 1 }
        return [id, [nearest(across + noise * random.normal()), nearest(up + noise * random.normal())]]
      })
      return { places: Object.fromEntries(places) }
    }
  },

  questionKey: ({ id }) => id,
}

import type { EstimatePoll } from './answer.ts'
import { formatCount, formatPer100 } from '../../amounts.ts'

/** A button that moves an estimate. */
export interface Step {
  /** What it shows: `×10`. */
  text: string
  from: (value: number) => number
}

const LOG_STEPS: Step[] = [
  { text: '÷10', from: value => value / 10 },
  { text: `−${formatPer100(10)}`, from: value => value * 0.9 },
  { text: `+${formatPer100(10)}`, from: value => value * 1.1 },
  { text: '×10', from: value => value * 10 },
]

/**
 * The buttons beside an estimate: factors where its axis is logarithmic, else about a tenth and a hundredth of the
 * axis. What they lead to may lie beyond its ends.
 */
export function stepsOf({ min, max, log }: Pick<EstimatePoll, 'min' | 'max' | 'log'>): Step[] {
  if (log)
    return LOG_STEPS
  const large = 10 ** Math.floor(Math.log10((max - min) / 5))
  return [-large, -large / 10, large / 10, large].map(by => ({
    text: `${by < 0 ? '−' : '+'}${formatCount(Math.abs(by))}`,
    // Tenths and hundredths add up to numbers such as 0.30000000000000004.
    from: value => Number((value + by).toPrecision(12)),
  }))
}

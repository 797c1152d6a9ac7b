import type { EstimatePoll } from '../../room/protocol.ts'
import type { Flag } from './flag.ts'
import { scaleLinear, scaleLog } from 'd3-scale'
import { readTick } from '../charts/readings.ts'
import { placeOf } from '../estimateAxis.ts'
import { flagAt, spanOf } from './flag.ts'

export const TICK_SIZE = 15
const TICKS = 5
const APART = 12

/** The round numbers of an estimate's axis: decades, or even steps; as many of them as do not meet. */
export function estimateTicks(poll: Pick<EstimatePoll, 'min' | 'max' | 'log' | 'unit'>, width: number): Flag[] {
  const ticks = valuesOf(poll).map(it => flagAt(placeOf(poll, it) * width, readTick(it, poll.unit), TICK_SIZE, width))
  for (let every = 1; every < ticks.length; every++) {
    const some = ticks.filter((_, i) => i % every === 0)
    if (some.every((it, i) => i === 0 || gapBefore(some[i - 1], it) >= APART))
      return some
  }
  return ticks.slice(0, 1)
}

function valuesOf({ min, max, log }: Pick<EstimatePoll, 'min' | 'max' | 'log'>): number[] {
  if (!log)
    return scaleLinear([min, max]).ticks(TICKS)
  const round = scaleLog([min, max]).ticks()
  const decades = round.filter(it => Number.isInteger(Number(Math.log10(it).toFixed(9))))
  return decades.length > 2 ? decades : round
}

function gapBefore(one: Flag | undefined, next: Flag): number {
  return one ? spanOf(next, TICK_SIZE)[0] - spanOf(one, TICK_SIZE)[1] : APART
}

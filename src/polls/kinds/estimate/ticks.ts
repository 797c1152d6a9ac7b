import type { Flag } from '../../../drawing/polls/axisLabel.ts'
import type { EstimatePoll } from './answer.ts'
import { scaleLinear } from 'd3-scale'
import { formatTick } from '../../../drawing/charts/format.ts'
import { flagAt, spanOf } from '../../../drawing/polls/axisLabel.ts'
import { placeOf } from './axis.ts'

type Axis = Pick<EstimatePoll, 'min' | 'max' | 'log'>

/** px */
export const TICK_SIZE = 15
const TICKS = 5
const APART = 12
/** What is counted in a decade of a logarithmic axis, the coarsest first. */
const STEPS = [[1], [1, 2, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9]]
const ENOUGH = 3

/** The round numbers of an estimate's axis: decades, or even steps; as many of them as do not meet. */
export function estimateTicks(poll: Axis & Pick<EstimatePoll, 'unit'>, width: number): Flag[] {
  const ticks = valuesOf(poll).map(value =>
    flagAt(placeOf(poll, value) * width, formatTick(value, poll.unit), TICK_SIZE, width),
  )
  for (let every = 1; every < ticks.length; every++) {
    const some = ticks.filter((_, i) => i % every === 0)
    if (some.every((flag, i) => i === 0 || gapBefore(some[i - 1], flag) >= APART))
      return some
  }
  return ticks.slice(0, 1)
}

/** Steps that are too fine for how numbers of the unit are written would stand there as one another. */
function valuesOf(poll: Axis & Pick<EstimatePoll, 'unit'>): number[] {
  const { min, max, log, unit } = poll
  const even = Array.from({ length: TICKS }, (_, i) => scaleLinear().domain([min, max]).ticks(TICKS - i))
  const decades = log ? STEPS.map(item => roundValues(min, max, item)).filter(item => item.length >= ENOUGH) : []
  const areToldApart = (values: number[]) => new Set(values.map(value => formatTick(value, unit))).size === values.length
  return [...decades, ...even].find(areToldApart) ?? []
}

/** Every step of every decade between two values. */
function roundValues(min: number, max: number, steps: number[]): number[] {
  const [first, last] = [Math.floor(Math.log10(min)), Math.ceil(Math.log10(max))]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .flatMap(decade => steps.map(step => Number(`${step}e${decade}`)))
    .filter(value => value >= min && value <= max)
}

function gapBefore(one: Flag | undefined, next: Flag): number {
  return one ? spanOf(next, TICK_SIZE)[0] - spanOf(one, TICK_SIZE)[1] : APART
}

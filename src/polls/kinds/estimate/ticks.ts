import type { AxisLabel } from '../../../drawing/polls/axisLabel.ts'
import type { EstimatePoll } from './answer.ts'
import { scaleLinear } from 'd3-scale'
import { formatTick } from '../../../drawing/charts/format.ts'
import { axisLabelAt, labelSpan } from '../../../drawing/polls/axisLabel.ts'
import { placeOf } from './axis.ts'

type Axis = Pick<EstimatePoll, 'min' | 'max' | 'log'>

/** Size of the type, px. */
export const TICK_SIZE = 17
const MAX_EVEN_TICKS = 5
const MIN_GAP_PX = 12
/** The multiples that are marked in each decade of a logarithmic axis, the coarsest set first. */
const DECADE_STEPS = [[1], [1, 2, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9]]
const MIN_DECADE_TICKS = 3

/** Whether the round numbers of an axis are powers of ten, so that each step along it is ten times more. */
export function hasDecades(poll: Axis & Pick<EstimatePoll, 'unit'>): boolean {
  const [first, second] = tickValues(poll)
  return poll.log && first !== undefined && second !== undefined && Math.abs(second / first - 10) < 1e-6
}

/**
 * The labelled round numbers of an estimate's axis: within decades, or in even steps; as many as do not overlap.
 *
 * @param poll with the axis
 * @param width of the picture, px
 * @param inset from either end of the picture to the end of the axis, px
 */
export function estimateTicks(poll: Axis & Pick<EstimatePoll, 'unit'>, width: number, inset = 0): AxisLabel[] {
  const ticks = tickValues(poll).map(value =>
    axisLabelAt(
      inset + placeOf(poll, value) * (width - 2 * inset),
      formatTick(value, poll.unit),
      TICK_SIZE,
      width,
    ),
  )
  for (let every = 1; every < ticks.length; every++) {
    const some = ticks.filter((_, i) => i % every === 0)
    if (some.every((tick, i) => i === 0 || gapBefore(some[i - 1], tick) >= MIN_GAP_PX))
      return some
  }
  return ticks.slice(0, 1)
}

/** The round numbers to mark on an axis. Steps so fine that two of them would have the same text are not used. */
export function tickValues(poll: Axis & Pick<EstimatePoll, 'unit'>): number[] {
  const { min, max, log, unit } = poll
  const scale = scaleLinear().domain([min, max])
  const even = Array.from({ length: MAX_EVEN_TICKS }, (_, i) => scale.ticks(MAX_EVEN_TICKS - i))
  const decades = log
    ? DECADE_STEPS.map(steps => roundValues(min, max, steps)).filter(values => values.length >= MIN_DECADE_TICKS)
    : []
  const differ = (values: number[]) => new Set(values.map(value => formatTick(value, unit))).size === values.length
  return [...decades, ...even].find(differ) ?? []
}

/** Every step of every decade between two values. */
function roundValues(min: number, max: number, steps: number[]): number[] {
  const [first, last] = [Math.floor(Math.log10(min)), Math.ceil(Math.log10(max))]
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .flatMap(decade => steps.map(step => Number(`${step}e${decade}`)))
    .filter(value => value >= min && value <= max)
}

function gapBefore(one: AxisLabel | undefined, next: AxisLabel): number {
  return one ? labelSpan(next, TICK_SIZE)[0] - labelSpan(one, TICK_SIZE)[1] : MIN_GAP_PX
}

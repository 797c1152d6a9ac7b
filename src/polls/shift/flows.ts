import type { Space } from '../../drawing/polls/space.ts'
import type { PollOption } from '../kinds/base.ts'
import type { Moves } from '../protocol.ts'
import type { FlowType } from './flowLabels.ts'
import { textWidth } from '../../drawing/textMetrics.ts'
import { FLOW_TYPES, linesOfAnswer } from './flowLabels.ts'

/** People who went from one answer to another, or stayed; `y0` and `y1` are the tops of its ends, px. */
export interface Ribbon {
  from: string
  to: string
  people: number
  stayed: boolean
  thickness: number
  y0: number
  y1: number
  path: string
}

/** An answer at one end of the picture. */
export interface FlowNode { id: string, people: number, y: number, height: number }

/** An answer as a row of the picture: the same on both sides, so that whoever stayed goes straight. */
export interface FlowRow { id: string, lines: string[], middle: number, before: FlowNode, after: FlowNode }

export interface FlowDrawing {
  rows: FlowRow[]
  ribbons: Ribbon[]
  /** How the answers are set. */
  type: FlowType
  /** px between the nodes and the answers, where the numbers stand. */
  numbers: number
  /** Between the nodes, where the ribbons run. */
  left: number
  right: number
  people: number
  moved: number
}

/** px; `near` is between a node and its number, and between number and answer. */
export const FLOWS = { side: 250, node: 10, gap: 8, near: 9, numberSize: 20 } as const
const MOST_PER_PERSON = 30
/** Of what ribbons are with the smallest type: answers may not take more from them. */
const LEAST_THICK = 0.6

/**
 * Lays out who went where between two votes. A pixel of thickness stands for the same number of people everywhere.
 *
 * @param options in the author's order
 * @param moves flows of options that have left the poll since are left out
 * @param moves.flows by pair of answers
 * @param space of the picture, px
 */
export function layOutFlows(options: PollOption[], { flows }: Pick<Moves, 'flows'>, space: Space): FlowDrawing {
  const ids = options.map(option => option.id)
  const known = flows.filter(flow => flow.people > 0 && ids.includes(flow.from) && ids.includes(flow.to))
  const sum = (some: typeof flows) => some.reduce((total, item) => total + item.people, 0)
  const counts = options.map(({ id, text }) => ({
    id,
    text,
    before: sum(known.filter(item => item.from === id)),
    after: sum(known.filter(item => item.to === id)),
  }))
  const numbers
    = FLOWS.near * 2
      + Math.ceil(
        Math.max(
          0,
          ...counts
            .flatMap(count => [count.before, count.after])
            .map(value => textWidth(String(value), FLOWS.numberSize)),
        ),
      )

  const tries = FLOW_TYPES.map((type) => {
    const slots = counts
      .map(count => ({
        ...count,
        lines: linesOfAnswer(count.text, type, { width: FLOWS.side - numbers, height: 0 }).length,
      }))
      .map(item => ({ ...item, label: Math.max(item.lines * type.leading, FLOWS.numberSize) }))
    return { type, slots, perPerson: scaleFor(slots, space.height) }
  })
  const thickest = Math.max(...tries.map(item => item.perPerson))
  const { type, slots, perPerson } = tries.find(item => item.perPerson >= thickest * LEAST_THICK) ?? {
    type: FLOW_TYPES[0],
    slots: [],
    perPerson: 0,
  }

  let top = 0
  const rows = slots.map(({ id, text, before, after, label }): FlowRow => {
    const slot = slotOf({ before, after, label }, perPerson)
    const middle = top + slot / 2
    const node = (people: number): FlowNode => ({
      id,
      people,
      y: middle - (people * perPerson) / 2,
      height: people * perPerson,
    })
    top += slot + FLOWS.gap
    return {
      id,
      lines: linesOfAnswer(text, type, { width: FLOWS.side - numbers, height: slot }),
      middle,
      before: node(before),
      after: node(after),
    }
  })
  const [left, right] = [FLOWS.side + FLOWS.node, space.width - FLOWS.side - FLOWS.node]
  return {
    rows,
    ribbons: ribbonsOf(rows, known, { perPerson, left, right }),
    type,
    numbers,
    left,
    right,
    people: sum(known),
    moved: sum(known.filter(item => item.from !== item.to)),
  }
}

interface Slot { before: number, after: number, label: number }

function slotOf({ before, after, label }: Slot, perPerson: number): number {
  return Math.max(before * perPerson, after * perPerson, label)
}

/** Pixels for a person: as many as let all rows fit, labels included. */
function scaleFor(slots: Slot[], height: number): number {
  const used = (perPerson: number) => slots.reduce((sum, slot) => sum + slotOf(slot, perPerson) + FLOWS.gap, -FLOWS.gap)
  let [fits, tooMuch] = [0, MOST_PER_PERSON]
  for (let i = 0; i < 40; i++) {
    const middle = (fits + tooMuch) / 2
    if (used(middle) <= height)
      fits = middle
    else
      tooMuch = middle
  }
  return fits
}

/** At each end the ribbons lie in the order of where they go, so that no two of one answer cross beside it. */
function ribbonsOf(
  rows: FlowRow[],
  flows: Moves['flows'],
  { perPerson, left, right }: { perPerson: number, left: number, right: number },
): Ribbon[] {
  const leaving = new Map(rows.map(row => [row.id, row.before.y]))
  const arriving = new Map(rows.map(row => [row.id, row.after.y]))
  const take = (tops: Map<string, number>, id: string, thickness: number) => {
    const top = tops.get(id) ?? 0
    tops.set(id, top + thickness)
    return top
  }
  return rows.flatMap(from =>
    rows.flatMap((to) => {
      const people = flows
        .filter(flow => flow.from === from.id && flow.to === to.id)
        .reduce((sum, flow) => sum + flow.people, 0)
      if (people === 0)
        return []
      const thickness = people * perPerson
      const [y0, y1] = [take(leaving, from.id, thickness), take(arriving, to.id, thickness)]
      return [
        {
          from: from.id,
          to: to.id,
          people,
          stayed: from.id === to.id,
          thickness,
          y0,
          y1,
          path: ribbonPath({ left, right, y0, y1, thickness }),
        },
      ]
    }),
  )
}

/** As d3's linkHorizontal draws a link, with an upper and a lower edge: the thickness at both ends is exact. */
function ribbonPath({
  left,
  right,
  y0,
  y1,
  thickness,
}: {
  left: number
  right: number
  y0: number
  y1: number
  thickness: number
}): string {
  const middle = (left + right) / 2
  const [a, b, c, d] = [y0, y1, y1 + thickness, y0 + thickness].map(value => Number(value.toFixed(2)))
  return `M${left},${a}C${middle},${a} ${middle},${b} ${right},${b}V${c}C${middle},${c} ${middle},${d} ${left},${d}Z`
}

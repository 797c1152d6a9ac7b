import type { SpacePx } from '../../drawing/polls/space.ts'
import type { PollOption } from '../kinds/base.ts'
import type { Moves } from '../protocol.ts'
import type { FlowType } from './flowLabels.ts'
import { FLOW_TYPES, linesOfAnswer } from './flowLabels.ts'

/** People who went from one answer to another, or stayed with it. `y0` and `y1` are the tops of the two ends, in px. */
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

/** An answer at one side of the picture; px. */
export interface FlowNode { id: string, people: number, y: number, height: number }

/**
 * A row of the picture: an answer at the same height on both sides, so that those who stayed form a straight ribbon.
 */
export interface FlowRow { id: string, lines: string[], middle: number, before: FlowNode, after: FlowNode }

export interface FlowDrawing {
  rows: FlowRow[]
  ribbons: Ribbon[]
  /** Type of the answers. */
  type: FlowType
  /** Ends of the ribbons, at the inner edges of the nodes, px. */
  left: number
  right: number
  people: number
  moved: number
}

/**
 * Measures in px: what the answers take at the left, with their plates and first numbers, and the second numbers at the
 * right; the ends of the ribbons, the gap between rows.
 */
export const FLOWS = {
  side: 342,
  right: 178,
  node: 14,
  gap: 8,
  numbers: 82,
  plate: 36,
  numberSize: 26,
  toldSize: 34,
} as const
/** Width of an answer's words, px. */
export const WORDS_PX = FLOWS.side - FLOWS.numbers - FLOWS.plate
const MAX_PX_PER_PERSON = 30
/** Larger type, which makes ribbons thinner, is taken only while they keep this share of the thickest they could be. */
const MIN_THICKNESS_SHARE = 0.6

/**
 * Lays out who went where between two votes. One person has the same thickness in px in the whole picture.
 *
 * @param options in the author's order
 * @param moves between the two votes
 * @param moves.flows number of people for each pair of answers; flows of deleted options are left out
 * @param space for the picture
 */
export function layOutFlows(options: PollOption[], { flows }: Pick<Moves, 'flows'>, space: SpacePx): FlowDrawing {
  const ids = options.map(option => option.id)
  const known = flows.filter(flow => flow.people > 0 && ids.includes(flow.from) && ids.includes(flow.to))
  const answers = options.map(({ id, text }): CountedOption => ({
    id,
    text,
    before: sumPeople(known.filter(flow => flow.from === id)),
    after: sumPeople(known.filter(flow => flow.to === id)),
  }))
  const { type, slots, perPerson } = chooseType(answers, WORDS_PX, space.height)
  const rows = rowsOf(slots, { type, perPerson, labelWidth: WORDS_PX })
  const [left, right] = [FLOWS.side + FLOWS.node, space.width - FLOWS.right - FLOWS.node]
  return {
    rows,
    ribbons: ribbonsOf(rows, known, { perPerson, left, right }),
    type,
    left,
    right,
    people: sumPeople(known),
    moved: sumPeople(known.filter(flow => flow.from !== flow.to)),
  }
}

function sumPeople(flows: Moves['flows']): number {
  return flows.reduce((sum, flow) => sum + flow.people, 0)
}

/** The largest group of people who moved together; undefined if nobody did. The first of several as large. */
export function toldFlow(ribbons: readonly Ribbon[]): Ribbon | undefined {
  return ribbons.filter(ribbon => !ribbon.stayed).sort((a, b) => b.people - a.people)[0]
}

/** An option with the people who chose it in each vote. */
interface CountedOption { id: string, text: string, before: number, after: number }

/** `label` is the height in px that the answer's text needs. */
interface Slot { before: number, after: number, label: number }

/** `perPerson` is the thickness of one person in px. */
interface TypeChoice { type: FlowType, slots: (CountedOption & Slot)[], perPerson: number }

/** The largest type that cuts no answer and leaves the ribbons enough of their thickness; else the smallest such. */
function chooseType(answers: CountedOption[], labelWidth: number, height: number): TypeChoice {
  const tries = FLOW_TYPES.map((type): TypeChoice => {
    const slots = answers.map((answer) => {
      const lines = linesOfAnswer(answer.text, type, { width: labelWidth, height: 0 }).length
      return { ...answer, label: Math.max(lines * type.leading, FLOWS.numberSize) }
    })
    return { type, slots, perPerson: scaleFor(slots, height) }
  })
  const thickest = Math.max(...tries.map(({ perPerson }) => perPerson))
  const thickEnough = tries.filter(({ perPerson }) => perPerson >= thickest * MIN_THICKNESS_SHARE)
  const isWhole = ({ type }: TypeChoice) => answers.every(({ text }) =>
    linesOfAnswer(text, type, { width: labelWidth, height: 0 }).join('').length >= text.replace(/\s/g, '').length)
  return thickEnough.find(isWhole) ?? thickEnough.at(-1)
    ?? { type: FLOW_TYPES[0], slots: [], perPerson: 0 }
}

function rowsOf(
  slots: TypeChoice['slots'],
  { type, perPerson, labelWidth }: { type: FlowType, perPerson: number, labelWidth: number },
): FlowRow[] {
  let top = 0
  return slots.map(({ id, text, before, after, label }): FlowRow => {
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
      lines: linesOfAnswer(text, type, { width: labelWidth, height: slot }),
      middle,
      before: node(before),
      after: node(after),
    }
  })
}

/** Height in px of a row without the gap under it. */
function slotOf({ before, after, label }: Slot, perPerson: number): number {
  return Math.max(before * perPerson, after * perPerson, label)
}

/** The largest thickness of one person, in px, with which all rows fit; found by bisection. */
function scaleFor(slots: Slot[], height: number): number {
  const used = (perPerson: number) => slots.reduce((sum, slot) => sum + slotOf(slot, perPerson) + FLOWS.gap, -FLOWS.gap)
  let [fitting, tooLarge] = [0, MAX_PX_PER_PERSON]
  for (let i = 0; i < 40; i++) {
    const middle = (fitting + tooLarge) / 2
    if (used(middle) <= height)
      fitting = middle
    else
      tooLarge = middle
  }
  return fitting
}

/** At each end the ribbons are in the order of their other ends, so that no two of one answer cross beside it. */
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

/**
 * The curve of d3's linkHorizontal as a filled shape: a stroked curve would not have an exact thickness at its ends.
 */
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
  const [a, b, c, d] = [y0, y1, y1 + thickness, y0 + thickness].map(y => Number(y.toFixed(2)))
  return `M${left},${a}C${middle},${a} ${middle},${b} ${right},${b}V${c}C${middle},${c} ${middle},${d} ${left},${d}Z`
}

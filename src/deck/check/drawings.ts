import type { CostModelContent } from '../../content/costModelFile.ts'
import type { Caveat, Claim, Figure, LensId, Series } from '../../content/evidenceSchema.ts'
import type { ChartOptions } from '../../drawing/charts/chart.ts'
import type { ClaimOnBoard } from '../../drawing/claimBoard.ts'
import type { MarkedHeadline } from '../../drawing/corrections.ts'
import type { FlowArrow, FlowBox, FlowSpace } from '../../drawing/flow.ts'
import type { DayNote } from '../../drawing/priceLine.ts'
import type { LabelWords } from '../../drawing/sewnLabel.ts'
import type { Take } from '../../drawing/spread.ts'
import type { Poll } from '../../polls/pollsFile.ts'
import type { ShiftPoll } from '../../polls/shift/shift.ts'
import type { ContentIndex } from './contentIndex.ts'
import type { Page } from './pages.ts'
import { dollarsOf } from '../../content/figures.ts'
import { layOutParameters, modelFromFigures, modelsFromSeries } from '../../drawing/activeParameters.ts'
import { layOutChart } from '../../drawing/charts/chart.ts'
import { claimsOnBoard, layOutClaimBoard, layOutClaimWall } from '../../drawing/claimBoard.ts'
import { layOutCorrections } from '../../drawing/corrections.ts'
import { layOutCaveat } from '../../drawing/costCaveat.ts'
import { layOutBills } from '../../drawing/costModelChart.ts'
import { buildCostModel, peersOf, presetOf } from '../../drawing/costModelPresets.ts'
import { peerBills, viewBill } from '../../drawing/costModelView.ts'
import { layOutExperts } from '../../drawing/experts.ts'
import { layOutFlow } from '../../drawing/flow.ts'
import { layOutLensMap } from '../../drawing/lensMap.ts'
import { layOutNarrowing } from '../../drawing/narrowing.ts'
import { checkStates, closesOf, layOutPrice } from '../../drawing/priceLine.ts'
import { hangLabels } from '../../drawing/sewnLabel.ts'
import { shareWidth } from '../../drawing/shareArea.ts'
import { checkTakes } from '../../drawing/spread.ts'
import { layOutTimeline } from '../../drawing/timeline.ts'
import { eventsOf } from '../../drawing/timelineEvents.ts'
import { layOutArea } from '../../drawing/trueArea.ts'
import { deckPoll } from '../../polls/pollsFile.ts'
import { shiftOf, shiftPollOf } from '../../polls/shift/shift.ts'
import { ownValue } from './references.ts'
import { valuesOf } from './values.ts'

interface Size {
  width?: number
  height?: number
}
interface ParametersProps extends Size {
  series?: string
  pick?: string[]
  models?: { label: string, total: string, active: string }[]
}
interface ExpertsProps extends Size {
  words: string
  routed: string
  groups: string
  awake: string
  reach: string
  shared: string
}
interface PriceProps {
  series: string
  fall: string
  titles: string[]
  notes?: DayNote[]
}
interface TimelineProps extends Size {
  series: string | string[]
  lanes?: string[]
  from?: string
  to?: string
  pick?: string[]
  emphasis?: string[]
  blank?: string[]
}

/** Default size of a picture in px, the same as in the components. */
const SIZE = { width: 864, height: 376 }

/**
 * For each component, the call of the function with which it lays out its picture. When that throws, the slide would be
 * without the picture.
 */
const LAYOUTS: Record<string, (props: never, content: ContentIndex) => unknown> = {
  SeriesChart: ({ id, ...options }: ChartOptions & { id: string }, { ledger: { series } }) =>
    layOutChart(id, series[id] as Series, options),
  CostCaveat: ({ claim }: { claim: string }, { ledger: { claims, figures } }) =>
    layOutCaveat(claims[claim]?.caveat as Caveat, id => figures[id] as Figure),
  CostModel: ({ preset }: { preset?: string }, { ledger, costModel }) => {
    const { figures, series } = ledger
    const content = costModel as CostModelContent
    const peers = peersOf(series[content.peers] as Series)
    const model = buildCostModel(content, id => figures[id] as Figure, peers)
    const { name, values } = presetOf(model, preset)
    const { total, status } = viewBill(model, values)
    return layOutBills([{ label: name, span: total, status }], peerBills(peers, values.rent), model.headline)
  },
  Corrections: ({ headlines }: { headlines: MarkedHeadline[] }) => layOutCorrections(headlines),
  LensMap: ({
    event,
    questions,
    words,
  }: {
    event: string
    questions: Record<LensId, string>
    words?: Partial<Record<LensId, string>>
  }) => layOutLensMap(event, questions, words),
  Spread: ({ takes }: { takes: Take[] }) => checkTakes(takes),
  TurnedLabel: ({ first, second }: { first: LabelWords, second: LabelWords }) => hangLabels(first, second),
  Timeline: ({ series, lanes, blank, ...options }: TimelineProps, { ledger }) => {
    if (lanes && lanes.length !== [series].flat().length)
      throw new Error(`Timeline: ${lanes.length} lanes are named; name one for each series.`)
    if (blank && blank.length !== 2)
      throw new Error('Timeline: blank needs a question and the word for its missing answer; write both.')
    const all = [series].flat().map(id => ({ id, series: eventsOf(id, ledger.series[id] as Series) }))
    return layOutTimeline(
      all.map((item, i) => ({ ...item, name: lanes?.[i] ?? (all.length > 1 ? item.series.title : undefined) })),
      { ...SIZE, ...options },
    )
  },
  ClaimBoard: (
    { claims, blank, reveal, ...size }: Size & { claims?: ClaimOnBoard[], blank?: boolean, reveal?: boolean },
    { ledger },
  ) =>
    [...blank ? [] : [layOutClaimBoard], ...blank || reveal ? [layOutClaimWall] : []].map(layOut =>
      layOut(claims ?? claimsOnBoard(ledger.claims), id => ledger.claims[id] as Claim, { ...SIZE, ...size })),
  ActiveParameters: ({ series = '', pick, models, ...size }: ParametersProps, { ledger }) =>
    layOutParameters(
      models?.map(model =>
        modelFromFigures(model.label, ledger.figures[model.total] as Figure, ledger.figures[model.active] as Figure),
      ) ?? modelsFromSeries(series, ledger.series[series] as Series, pick),
      { ...SIZE, ...size },
    ),
  Experts: ({ words, ...props }: ExpertsProps, { ledger: { figures } }) => {
    const valueOf = (id: string) => figures[id]?.value ?? 0
    const { routed, groups, awake, reach, shared, ...size } = props
    const counts = {
      routed: valueOf(routed),
      groups: valueOf(groups),
      awake: valueOf(awake),
      reach: valueOf(reach),
      shared: valueOf(shared),
    }
    return layOutExperts(words.trim().split(/\s+/), counts, { width: 864, height: 346, ...size })
  },
  ShareArea: ({ part, whole, share }: Record<'part' | 'whole' | 'share', string>, { ledger: { figures } }) =>
    shareWidth(figures[part] as Figure, figures[whole] as Figure, SIZE.width, figures[share] as Figure),
  FlowFigure: ({ boxes, arrows, ...space }: Partial<FlowSpace> & { boxes: FlowBox[], arrows: FlowArrow[] }) =>
    layOutFlow(boxes, arrows, { width: 868, height: 340, gaps: [72, 44], ...space }),
  Narrowing: ({ from, to, ...size }: Size & { from: string, to: string }, { ledger: { figures } }) =>
    layOutNarrowing(figures[from] as Figure, figures[to] as Figure, { width: 864, height: 204, ...size }),
  PriceLine: ({ series: id, fall, ...states }: PriceProps, { ledger: { series } }) => {
    const closes = closesOf(id, series[id] as Series)
    layOutPrice(closes, fall, { width: 864, top: 22, axisY: 284 })
    checkStates(closes, states)
  },
  TrueArea: ({ whole, part }: { whole: string, part: string }, { ledger: { figures } }) => {
    const [all, drawn] = [whole, part].map(id => dollarsOf(figures[id] as Figure)[0]) as [number, number]
    return layOutArea(all, drawn, { width: 980, height: 552 })
  },
  Shift: ({ before, after }: { before: string, after: string }, { polls }) => {
    const [first, later] = [before, after].map(id => shiftPollOf(deckPoll(polls.get(id) as Poll))) as [
      ShiftPoll,
      ShiftPoll,
    ]
    return shiftOf(first, undefined, later, undefined)
  },
}

/** Faults of tags whose picture cannot be drawn although everything that they refer to exists. */
export function checkDrawings({ tags, at }: Page, content: ContentIndex): string[] {
  return tags.flatMap(({ name, attributes, index }) => {
    const draw = ownValue(LAYOUTS, name)
    const props = valuesOf(attributes)
    return draw && props
      ? drawingFaults(() => draw(props as never, content)).map(
          text => `${at(index)}: ${text.startsWith(name) ? text : `<${name}> cannot be drawn: ${text}`}`,
        )
      : []
  })
}

function drawingFaults(draw: () => unknown): string[] {
  try {
    draw()
    return []
  }
  catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

import type { ChoicePoll } from '../../../src/polls/kinds/choice/answer.ts'
import type { EstimateTally } from '../../../src/polls/kinds/estimate/answer.ts'
import type { EstimateDefinition } from '../../../src/polls/kinds/estimate/schema.ts'
import type { RankTally } from '../../../src/polls/kinds/rank/answer.ts'
import type { RankDefinition } from '../../../src/polls/kinds/rank/schema.ts'
import type { ScaleTally } from '../../../src/polls/kinds/scale/answer.ts'
import type { ScaleDefinition } from '../../../src/polls/kinds/scale/schema.ts'
import type { Entry, Slip } from '../../../src/polls/protocol.ts'
import { estimate } from '../../../src/polls/kinds/estimate/answer.ts'
import { rank } from '../../../src/polls/kinds/rank/answer.ts'
import { scale } from '../../../src/polls/kinds/scale/answer.ts'

const asked = { id: 'poll', question: 'What do you say?', live: false, auto: false }

/** A picture as wide as a poll's column, under a title of two lines. */
export const SPACE = { width: 580, height: 300 }

/** px; sums of fractions do not come out even. */
export const SLACK = 1e-6

/** Options `a`, `b`, …: of these texts, or of so many with their ids for a text. */
export function optionsOf(texts: string[] | number): { id: string, text: string }[] {
  const ids = [...'abcdefgh']
  return typeof texts === 'number'
    ? ids.slice(0, texts).map(id => ({ id, text: id }))
    : texts.map((text, i) => ({ id: ids[i] ?? '', text }))
}

/** A text of exactly so many characters, in words. */
export function textOf(length: number): string {
  return 'What everybody in the hall would call a reasonable position to take in such a year, had they the time to '
    .repeat(3)
    .slice(0, length)
    .replace(/ $/, '.')
}

export function choicePoll(texts: string[] | number, over: Partial<ChoicePoll> = {}): ChoicePoll {
  return { ...asked, kind: 'choice', options: optionsOf(texts), several: false, ...over }
}

/** An estimate from 0 to 100 per cent, unless told otherwise. */
export function estimatePoll(over: Partial<EstimateDefinition> = {}): EstimateDefinition {
  return { ...asked, kind: 'estimate', unit: 'percent', min: 0, max: 100, log: false, ...over }
}

/** What the room would count of these estimates. */
export function estimatesOf(poll: EstimateDefinition, values: number[]): EstimateTally {
  return estimate.tally(poll, values.map(answer => ({ answer, people: 1 })), []) as EstimateTally
}

export function rankPoll(texts: string[] | number): RankDefinition {
  return { ...asked, kind: 'rank', options: optionsOf(texts) }
}

/** What the room would count of these orders, each with how many people put the options so. */
export function ranksFrom(poll: RankDefinition, orders: [ids: string[], people: number][]): RankTally {
  return rank.tally(poll, orders.map(([answer, people]) => ({ answer, people })), []) as RankTally
}

export function scalePoll(over: Partial<ScaleDefinition> = {}): ScaleDefinition {
  return { ...asked, kind: 'scale', labels: ['Not at all', '', '', '', 'Perfectly'], confidence: false, ...over }
}

/** What the room would count where so many people chose each of the five points, and so many of them are sure. */
export function scaleFrom(poll: ScaleDefinition, counts: number[], sure: number[] = []): ScaleTally {
  const answers = counts.flatMap((people, i): Slip[] =>
    poll.confidence
      ? [
          { answer: { value: i + 1, sure: true }, people: sure[i] ?? 0 },
          { answer: { value: i + 1, sure: false }, people: people - (sure[i] ?? 0) },
        ]
      : [{ answer: i + 1, people }],
  )
  return scale.tally(poll, answers, []) as ScaleTally
}

/** Entries as the server sends them: most people first. */
export function entriesOf(said: [text: string, people: number, state?: Entry['state']][]): Entry[] {
  return said.map(([text, people, state = 'shown'], i) => ({ id: `entry-${i}`, text, people, state }))
}

/** What a hall of people from everywhere may send. */
export const MANY_WORDS: [text: string, people: number][] = [
  ['hype', 31],
  ['China', 24],
  ['cheap', 19],
  ['Nvidia', 17],
  ['الذكاء الاصطناعي', 12],
  ['人工智能', 11],
  ['open source', 9],
  ['fear', 8],
  ['chips', 7],
  ['🚀🚀🚀', 6],
  ['Überraschung', 5],
  ['дешево', 5],
  ['딥시크', 4],
  ['Donaudampfschifffahrtselektrizitätenhaup', 4],
  ['👩‍🔬 science', 3],
  ['安い', 3],
  ['חכם', 3],
  ['ประหยัด', 2],
  ['चीन', 2],
  ['Sputnik', 2],
  ['distillation', 2],
  ['export controls', 2],
  ['a side project of a hedge fund', 1],
  ['WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW', 1],
  ['深度求索是一家做量化交易起家的人工智能公司它的模型便宜而且开放让整个硅谷都吃了一惊', 1],
  ['i', 1],
  ['0', 1],
  ['résumé', 1],
  ['Jevons', 1],
  ['moat', 1],
]

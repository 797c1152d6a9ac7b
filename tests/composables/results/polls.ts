import type { EstimateDefinition } from '../../../room/kinds/estimate.ts'
import type { EstimateTally } from '../../../room/protocol.ts'
import { estimate } from '../../../room/kinds/estimate.ts'

const asked = { id: 'poll', question: 'What do you say?', live: false, auto: false }

/** An estimate from 0 to 100 per cent, unless told otherwise. */
export function estimatePoll(over: Partial<EstimateDefinition> = {}): EstimateDefinition {
  return { ...asked, kind: 'estimate', unit: 'percent', min: 0, max: 100, log: false, ...over }
}

/** What the room would count of these estimates. */
export function estimatesOf(poll: EstimateDefinition, values: number[]): EstimateTally {
  return estimate.tally(poll, values.map(answer => ({ answer, people: 1 })), []) as EstimateTally
}

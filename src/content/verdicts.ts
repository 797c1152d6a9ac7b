import type { VerdictId } from './evidenceSchema.ts'

/** The text of each verdict's stamp, from weak evidence to strong. */
export const VERDICT_LABELS: Record<VerdictId, string> = {
  inaccurate: 'Inaccurate',
  opinion: 'An opinion',
  contested: 'Contested',
  partly: 'Partly supported',
  supported: 'Supported',
}

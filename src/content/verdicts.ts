import type { VerdictWord } from './evidenceSchema.ts'

/** The verdicts as they are stamped, from weak evidence to strong. */
export const VERDICT_WORDS: Record<VerdictWord, string> = {
  inaccurate: 'Inaccurate',
  opinion: 'An opinion',
  contested: 'Contested',
  partly: 'Partly supported',
  supported: 'Supported',
}

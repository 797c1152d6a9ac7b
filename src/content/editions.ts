export const EDITIONS = ['participant', 'facilitator'] as const
export type Edition = typeof EDITIONS[number]

/** The participant edition is built from `handout.md` alone, so that no answer can leak into it. */
export const SOURCE_OF: Record<Edition, string> = { participant: 'handout.md', facilitator: 'facilitator.md' }

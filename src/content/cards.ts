import { readFileSync } from 'node:fs'
import { isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { LENS_IDS } from './evidenceSchema.ts'
import { readYaml } from './yamlFile.ts'

/** The schema of an exercise's `cards.yaml`. */

const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty')

/** A card for a claim of the ledger, from which it gets its text and its lens. */
const claimCard = z.strictObject({ claim: text })

const ownCard = z.strictObject({
  title: text,
  /** Text under the title. */
  front: text,
  /** Text that only its holder is to read; by default the back of the whole set. */
  back: text.optional(),
  lens: z.enum(LENS_IDS, { error: `must be one of ${LENS_IDS.join(', ')}` }).optional(),
})

const cardSet = z.strictObject({
  title: text,
  /** A sheet holds eight cards of the size of a playing card, or six or four larger ones. */
  perSheet: z.literal([4, 6, 8], { error: 'must be 4, 6 or 8' }),
  /** When they are handed out, such as `Minute 7`; without it they lie on the tables from the start. */
  when: text.optional(),
  /** Whether a note on the cards says that their text is invented. */
  invented: z.boolean({ error: 'must be true or false' }),
  /** Text on the back of every card that has none of its own. */
  back: text,
  cards: z
    .array(z.union([claimCard, ownCard], { error: 'must have claim, or title and front' }))
    .min(1, 'needs at least one card'),
  /** Claims for tables that are done early; they are printed after the others, without a number. */
  spares: z.array(claimCard).default([]),
}).superRefine(({ cards, spares }, { addIssue }) => {
  const seen = new Set<string>()
  for (const [list, all] of [['cards', cards], ['spares', spares]] as const) {
    all.forEach((card, i) => {
      if (!('claim' in card))
        return
      if (seen.has(card.claim))
        addIssue({ code: 'custom', path: [list, i, 'claim'], message: `${card.claim} has a card already; delete one` })
      seen.add(card.claim)
    })
  }
})

export type Card = z.infer<typeof claimCard> | z.infer<typeof ownCard>
export type CardSet = z.infer<typeof cardSet>

/**
 * Reads and validates the cards of an exercise.
 *
 * @param path of a `cards.yaml`
 * @param file name for messages
 * @throws {import('./yamlFile.ts').ContentError} for a bad field
 */
export function readCards(path: string, file: string): CardSet {
  return readYaml(path, cardSet, file)
}

/**
 * Line on which a card begins.
 *
 * @param path of a `cards.yaml`
 * @param number of the card, from 1
 */
export function lineOfCard(path: string, number: number): number {
  const lines = new LineCounter()
  const cards = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines }).get('cards')
  const card = isSeq(cards) ? cards.items[number - 1] : undefined
  return lines.linePos((card as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0).line
}

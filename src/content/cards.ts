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
  /** A sheet holds eight claims or four roles. */
  perSheet: z.literal([4, 8], { error: 'must be 4 or 8' }),
  /** Whether a note on the cards says that their text is invented. */
  invented: z.boolean({ error: 'must be true or false' }),
  /** Text on the back of every card that has none of its own. */
  back: text,
  cards: z
    .array(z.union([claimCard, ownCard], { error: 'must have claim, or title and front' }))
    .min(1, 'needs at least one card'),
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

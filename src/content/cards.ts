import { readFileSync } from 'node:fs'
import { isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { LENS_IDS } from './evidenceSchema.ts'
import { readYaml } from './yamlFile.ts'

/** The one schema of an exercise's `cards.yaml`. */

const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty')

/** A claim of the ledger, which brings its words and its lens. */
const claimCard = z.strictObject({ claim: text })

const ownCard = z.strictObject({
  title: text,
  /** What stands under the title. */
  front: text,
  /** What only its holder is to read; without it, the back of the whole set. */
  back: text.optional(),
  lens: z.enum(LENS_IDS, { error: `must be one of ${LENS_IDS.join(', ')}` }).optional(),
})

const cardSet = z.strictObject({
  title: text,
  /** Eight claims or four roles fit a sheet. */
  perSheet: z.literal([4, 8], { error: 'must be 4 or 8' }),
  /** Whether the cards say that what stands on them is invented. */
  invented: z.boolean({ error: 'must be true or false' }),
  /** On every back that has no text of its own. */
  back: text,
  cards: z
    .array(z.union([claimCard, ownCard], { error: 'must have claim, or title and front' }))
    .min(1, 'needs at least one card'),
})

export type Card = z.infer<typeof claimCard> | z.infer<typeof ownCard>
export type CardSet = z.infer<typeof cardSet>

/**
 * @param path of a `cards.yaml`
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

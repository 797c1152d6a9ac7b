import type { Ledger } from '../../content/evidenceSchema.ts'
import type { ContentIndex } from './contentIndex.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KIT } from '../../content/exercises.ts'
import { GLOSSARY, QUESTIONS, readGlossary, readQuestions, readSiteWords, SITE } from '../../content/kitWords.ts'
import { readYaml } from '../../content/yamlFile.ts'
import { readingFaults } from './readingFaults.ts'

/** Files of the whole kit, and what is made from each. */
const MADE_OF: Record<string, string> = {
  'feedback.md': 'the feedback form',
  'guide.md': 'the facilitator guide',
  'workbook.md': 'the workbook',
  [QUESTIONS]: 'the last slide and the workbook',
  [GLOSSARY]: 'the workbook',
  [SITE]: 'the landing page of the site',
}
const FOLDER = `exercises/${KIT}`

/** Faults of `exercises/kit/`, which would make printing fail. */
export function checkKit({ ledger, root }: ContentIndex): string[] {
  const exercises = join(root, 'exercises')
  const isThere = (file: string) => existsSync(join(exercises, KIT, file))
  const missing = Object.keys(MADE_OF).filter(file => !isThere(file))
  return [
    ...missing.map(
      file =>
        `${FOLDER}/${file}:1: the file is missing, and ${MADE_OF[file]} cannot be made without it; `
        + 'create it or restore it from the repository.',
    ),
    ...(isThere(SITE) ? readingFaults(() => readSiteWords(exercises)) : []),
    ...(isThere(QUESTIONS) ? readingFaults(() => readQuestions(exercises)) : []),
    ...(isThere(GLOSSARY)
      ? readingFaults(
          () =>
            readGlossary(exercises)
            && readYaml(join(exercises, KIT, GLOSSARY), citing(ledger), `${FOLDER}/${GLOSSARY}`),
        )
      : []),
  ]
}

/** A schema of entries whose sources must be in the ledger. */
function citing({ sources }: Ledger): z.ZodType {
  const knownSource = z
    .string()
    .refine(id => Object.hasOwn(sources, id), {
      error: ({ input }) => `source "${String(input)}" is not in evidence/sources.yaml; mend the id or add the source`,
    })
  return z.array(z.object({ sources: z.array(knownSource).optional() }))
}

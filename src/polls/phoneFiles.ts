import type { Language } from './words/languages.ts'

/** In the page for a wrong address, where the room is; the server puts the path of its public address there. */
export const LINK_TO_ROOM = 'href="/"'

/** What phones load, as it was built. */
export interface PhoneFiles {
  /** By language. One that is missing is not offered; English is for all that ask for none of the others. */
  pages: Partial<Record<Language, LanguageFiles>> & { en: LanguageFiles }
  /** Fonts of headlines, which come last and need not come at all; as base64. The path changes with the font. */
  fonts: { path: string, data: string }[]
}

/** What phones of one language load. */
export interface LanguageFiles {
  /** The page, with its script and style inline. */
  html: string
  /** Its second part: a script that the page asks for once it is drawn. The path changes with the script. */
  part: { path: string, script: string }
  /** Answers for a wrong address. */
  lost: string
}

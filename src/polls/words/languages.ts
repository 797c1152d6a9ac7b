/** The languages that a phone may speak, by their tags. The first one is for phones that ask for none of them. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'zh', 'ja', 'ar'] as const

export type Language = typeof LANGUAGES[number]

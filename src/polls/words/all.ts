import type { Language } from './languages.ts'
import type { Words } from './words.ts'
import * as ar from './ar.ts'
import * as de from './de.ts'
import * as en from './en.ts'
import * as es from './es.ts'
import * as fr from './fr.ts'
import * as it from './it.ts'
import * as ja from './ja.ts'
import * as pl from './pl.ts'
import * as pt from './pt.ts'
import * as zh from './zh.ts'

/** Every language. For the build and tests only: a phone gets one. */
export const ALL_WORDS: Record<Language, Words> = { en, de, fr, es, pt, it, pl, zh, ja, ar }

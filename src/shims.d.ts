declare module 'virtual:evidence' {
  const ledger: import('./content/evidenceSchema.ts').Ledger
  export default ledger
}

/** Undefined where a deck has no `evidence/cost-model.yaml`. */
declare module 'virtual:cost-model' {
  const content: import('./content/costModelFile.ts').CostModelContent | undefined
  export default content
}

declare module 'virtual:polls' {
  const polls: import('./polls/protocol.ts').DeckPoll[]
  export default polls
}

/** Empty beside a running room, which alone knows when they may be shown. */
declare module 'virtual:solo' {
  const solo: import('./polls/solo.ts').SoloContent
  export default solo
}

declare module 'virtual:exercises' {
  const exercises: import('./content/exercises.ts').Exercise[]
  export default exercises
}

declare module 'virtual:guide-plan' {
  const plan: import('./deck/guidePlan.ts').GuidePlan
  export default plan
}

declare module 'virtual:five-questions' {
  const questions: import('./content/kitWords.ts').Question[]
  export default questions
}

declare module 'virtual:glossary' {
  const glossary: import('./content/kitWords.ts').GlossaryEntry[]
  export default glossary
}

interface ImportMetaEnv {
  /** Whether the start command runs a room beside the deck. */
  readonly ROOM_LIVE: boolean
  /** What comes before the path of a call: the path of the room without a slash at its end, or `.` in its own pages. */
  readonly ROOM_ROOT: string
  /** The network of the hall, where its name is known. */
  readonly ROOM_WIFI: import('./polls/wifi.ts').Wifi | false
  /** Whether the deck is a part of a site, with a reader view beside it. */
  readonly SITE: boolean
  /** Whether handouts can be previewed: in the dev server, never in a published site. */
  readonly HANDOUT_PREVIEW: boolean
}

/* Slidev's compile-time flags, which its published sources use and do not declare. */
declare const __DEV__: boolean
declare const __SLIDEV_FEATURE_DRAWINGS__: boolean
declare const __SLIDEV_FEATURE_DRAWINGS_PERSIST__: boolean
declare const __SLIDEV_FEATURE_EDITOR__: boolean
declare const __SLIDEV_HASH_ROUTE__: boolean
declare const __SLIDEV_HAS_SERVER__: boolean

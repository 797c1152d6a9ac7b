import type { Unit } from '../../content/evidenceSchema.ts'

/*
 * Everything that a ballot and the phone page say, as each language has to give it. Texts of people and authors are not
 * among it; amounts and shares come as texts, counts as numbers, so that each language has its own plurals.
 */

/** What is said in the bar at the foot: a short sentence, and one that adds to it. */
export type Said = [head: string, more?: string]

/** A text in which `#` stands for a number. */
type NumberText = string

/** Units of neither money nor shares. */
type OtherUnit = Exclude<Unit, `usd${string}` | `percent${string}` | 'count'>

/** How amounts are written. */
export interface AmountWords {
  /** For `Intl`. */
  locale: string
  /** A share or change in per cent. */
  percent: NumberText
  /** Dollars by size, the largest first: from how many on, with how many decimals at most. */
  money: [from: number, digits: number, text: NumberText][]
  /** The unit beside a field in which a number of it is typed. */
  fields: Record<Extract<Unit, `usd${string}`>, NumberText>
  /** Other units; `value` is for plurals. */
  units: Record<OtherUnit, NumberText | ((value: number) => NumberText)>
}

/** What the bar at the foot says of polls of each kind. */
export interface KindTexts {
  /** `prompt` says what to do, `said` what was counted, after `Counted.`, and `change` how to change it. */
  choice: {
    prompt: Said
    promptSeveral: Said
    /** @param numbers of the options, such as `3` */
    said: (numbers: string[]) => string
    change: string
    changeSeveral: string
  }
  scale: {
    prompt: Said
    said: (value: number, sure?: boolean) => string
    change: string
    askSure: string
  }
  estimate: { prompt: Said, said: (amount: string) => string, change: string }
  words: {
    prompt: (max: number) => Said
    said: (count: number) => string
    /** @param hasRoom whether there may be more words */
    change: (hasRoom: boolean) => string
    /** Said of a change that is not sent yet. */
    unsent: string
    /** Said once voting is over and the last answer had not been sent. */
    lost: string
  }
  rank: { prompt: Said, said: string, change: string, unsent: string, lost: string }
  points: { prompt: Said, said: string, change: string, unsent: string, lost: string }
  grid: {
    /** Where there are several things to place; the first one is up. */
    prompt: Said
    promptOne: Said
    said: (placed: number, of: number) => string
    change: string
    /** While not all have a place. */
    changeNext: string
  }
  questions: { prompt: (max: number) => Said, change: string, unsent: string, lost: string, closed: string }
}

/** What the bar at the foot says whatever the kind. */
export interface StatusWords {
  oneMoment: Said
  unreachable: Said
  sending: Said
  kept: Said
  silent: Said
  card: Said
  waiting: Said
  talking: Said
  unknown: Said
  refused: Said
  /** What to do where an answer was refused since the browser keeps no cookies. */
  noCookies: string
  offline: Said
  late: Said
  changeLate: Said
  counted: string
  again: string
  tryingAgain: string
  unsent: string
  closed: string
  revealed: string
  solved: string
  wasCounted: string
  noAnswer: string
  lost: string
}

/** What a phone needs at once. */
export interface FirstWords {
  AMOUNTS: AmountWords
  KIND_TEXTS: KindTexts
  STATUS: StatusWords
  /** Questions that may be asked at any time. */
  ASK: {
    open: string
    /** On a narrow line beside a vote. */
    short: string
    back: string
    kept: string
    prompt: Said
    counted: string
  }
  /** Labels and buttons of a choice, and how sure one is. */
  BALLOT: {
    /** On a card whose answer is only on this phone yet. */
    kept: string
    send: string
    sendChoices: (count: number) => string
    howSure: string
    sure: string
    guess: string
  }
  /** Labels and buttons of the other forms. */
  FORMS: {
    /** @param text an amount */
    sendText: (text: string) => string
    sendWord: (word: string) => string
    estimate: (from: string, to: string) => string
    estimateFault: (from: string, to: string) => string
    slider: string
    notSet: string
    word: (number: number, max: number) => string
    change: string
    yourWords: string
    approve: string
    place: string
    placed: (place: number, of: number) => string
    takenOut: string
    up: (text: string) => string
    down: (text: string) => string
    pointsLeft: (left: number) => string
    take: (points: number, text: string) => string
    /** A step on an axis of a grid. */
    step: (axis: string, step: string, steps: number) => string
    /** Between two steps that are told in a row. */
    comma: string
    /** The number of an item, and where it lies. */
    liesAt: (number: number, place: string) => string
    next: (text: string) => string
    yourQuestion: string
    ask: string
    asked: (max: number) => string
    yourQuestions: string
    waits: string
    withdraw: (question: string) => string
    roomAsks: string
    support: string
    more: (more: number) => string
    /** @param left negative for too many */
    lettersLeft: (left: number) => string
    /** Short words beside a question: one's own, and what the presenter did with it. */
    yours: string
    answered: string
    spotlight: string
  }
  /** What a clock shows; `left` is a text such as `1:05`. */
  TIME: {
    talk: (left?: string) => string
    paused: (left: string) => string
    closing: string
    calm: (left: string) => string
    amber: (left: string) => string
    red: (left: string) => string
    /** For a screen reader. */
    seconds: (seconds: number) => string
  }
  /** While there is no question. */
  WAITING: {
    here: (here: number) => string
    you: string
    strokes: (phonesEach: number) => string
  }
  /** What stands over the page, and its own button. */
  TITLES: { joining: string, ended: string, in: string, card: string, closed: string, reload: string }
}

/** What a phone needs for results. */
export interface LaterWords {
  /** The card at the end. Its sentences judge the word “sure”, never the person; the shorter, the better. */
  CARD: {
    /** Over the score. */
    right: string
    score: (right: number, of: number) => string
    /** Before a score, with the colon and space of the language. */
    whenSure: string
    whenGuessing: string
    /** In place of a card: too few people took part, or this one answered nothing. */
    tooFew: string
    none: string
    coming: string
    /** What “sure” was worth to somebody who never said it, was always right or never, or `wrong` so often of `of`. */
    neverSure: string
    allSure: (of: number) => string
    noneSure: (of: number) => string
    someSure: (wrong: number, of: number) => string
    keep: string
    hold: string
    picture: string
  }
  /** The strip of reactions: its name, and a word or two under each icon. */
  REACTION_WORDS: { label: string, nod: string, laugh: string, question: string, slower: string }
  /** What is said of results. `others` are the people who answered the same, without this one. */
  RESULTS: {
    you: string
    yourPlace: (place: number) => string
    /** @param others undefined before the results are shown */
    said: (others?: number) => string
    /** In its place where the voter has said how sure they are. */
    saidSure: (sure: boolean) => string
    putFirst: (others?: number) => string
    wrote: string
    asked: string
    withMe: (others: number) => string
    wroteToo: (others: number, word: string) => string
    yourPoints: (points: number) => string
    gaveMost: (points: number) => string
    /** After a number of points that people gave on average. */
    pointsOfRoom: (of: number) => string
    count: (count: number, of: number) => string
    placedNear: string
    withinStep: string
    youPlaced: string
    roomPut: (place: string) => string
    youPut: (place: string) => string
    keyOfPlaces: string
    largest: string
    shareOfRoom: string
    firstOfRoom: string
    right: (others: number) => string
    allRight: string
    /** @param not how many were chosen that are not right */
    partly: (hits: number, of: number, not: number) => string
    wrong: string
    record: string
    saidSo: (people: number) => string
    onRecord: string
    within: (percent: string) => string
    /** @param isShare whether the difference is one of points per cent */
    off: (by: number, isShare: boolean, isHigh: boolean) => string
    percentOff: (percent: string, isHigh: boolean) => string
    timesOff: (factor: number, isHigh: boolean) => string
    middleGuess: string
    middleHalf: string
    range: (low: string, high: string) => string
    more: (more: number) => string
    nobody: string
    answered: (people: number) => string
    /** After how many answered. */
    onPaper: (people: number) => string
    /** After that. */
    average: (mean: number) => string
  }
}

/** What stands in the HTML of the page, and of the one for a wrong address. */
export interface PageWords {
  /** As in the `lang` attribute. */
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  /** For a phone on which the page does not run. */
  paper: { title: string, text: string }
  /** For a wrong address. */
  lost: { title: string, text: string, link: string }
}

/** A language, as its file exports it. */
export interface Words { FIRST: FirstWords, LATER: LaterWords, PAGE: PageWords }

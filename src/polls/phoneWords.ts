import type { Answer, PollKind, PollOf, PublicPoll } from './protocol.ts'
import { formatReference } from './kinds/estimate/format.ts'
import { listNames } from './people.ts'

/**
 * Everything that a ballot and the phone page say, in one place. Texts of people and authors are not among it, and
 * amounts and shares come as texts.
 */

/** What is said in the bar at the foot: a short sentence, and one that adds to it. */
export type Said = [head: string, more?: string]

/** What the bar at the foot says of polls of one kind. */
export interface KindWords<P> {
  /** What to do while voting is open. */
  prompt: (poll: P) => Said
  /** What was counted, after `Counted.`; empty for nothing. */
  said: (poll: P, answer: Answer) => string
  /** How to change or complete what was counted. */
  change: (poll: P, answer: Answer) => string
  /** Said of a change that is not sent yet. */
  unsent?: string
  /** Said once voting is over and this phone's last answer had not been sent. */
  lost?: string
  /** Replaces `Voting is closed.` and what else is said of a vote that is over. */
  closed?: string
}

const list = (answer: Answer): string[] => (Array.isArray(answer) ? answer : [])
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const numbersOf = ({ options }: PollOf<'choice'>, answer: Answer): string[] =>
  options.flatMap(({ id }, i) => list(answer).includes(id) ? [`${i + 1}`] : [])

const KIND_WORDS: { [K in PollKind]: KindWords<PollOf<K>> } = {
  choice: {
    prompt: ({ several }) => several
      ? ['Tap any number of them.', 'Then send them with the button.']
      : ['Tap one.', 'That is your vote. You can change it.'],
    said: (poll, answer) => `You said ${listNames(numbersOf(poll, answer))}.`,
    change: ({ several }) => several ? 'Tap others and send to change it.' : 'Tap another to change it.',
  },
  scale: {
    prompt: () => ['Tap a number.', 'That is your answer. You can change it.'],
    said: (_, answer) => typeof answer === 'object' && 'value' in answer
      ? `You said ${answer.value}, ${answer.sure ? 'and sure' : 'a guess'}.`
      : `You said ${answer as number}.`,
    change: ({ confidence }, answer) =>
      confidence && typeof answer === 'number' ? 'How sure are you? You need not say.' : 'Tap another to change it.',
  },
  estimate: {
    prompt: () => ['Type, step or slide.', 'Then send your estimate.'],
    said: (poll, answer) => `You said ${formatReference(poll, [answer as number, answer as number])}.`,
    change: () => 'Send another to change it.',
  },
  words: {
    prompt: ({ max }) => max === 1
      ? ['A word, or a few.', 'Then send them.']
      : [`Up to ${max} words or phrases.`, 'One at a time. One is enough.'],
    said: (_, answer) => list(answer).length === 1 ? 'Your word is in.' : `Your ${list(answer).length} words are in.`,
    change: ({ max }, answer) => list(answer).length < max ? 'Write another, or change one.' : 'Tap one to change it.',
    unsent: 'What you are writing is not sent yet.',
    lost: 'The word that you had not sent does not count.',
  },
  rank: {
    prompt: () => ['Tap them in your order.', 'Sent by itself when all have a place.'],
    said: () => 'Your order is in.',
    change: () => 'Move them to change it.',
    unsent: 'Sent again when all have a place.',
    lost: 'Not all had a place, so your order does not count.',
  },
  questions: {
    prompt: ({ max }) => ['Ask, or support others.', max === 1 ? 'You can ask one.' : `You can ask up to ${max}.`],
    said: () => '',
    change: () => 'Ask or support more.',
    unsent: 'What you are writing is not sent yet.',
    lost: 'The question that you had not sent does not count.',
    closed: 'The board is closed.',
  },
}

/** The words for polls of a kind; they must only be given polls and answers of that kind. */
export function kindWords(kind: PollKind): KindWords<PublicPoll> {
  return KIND_WORDS[kind] as KindWords<PublicPoll>
}

/** Whether this page knows the kind: it may be older than the room that it talks to. */
export function isKnownKind(kind: string): kind is PollKind {
  return kind in KIND_WORDS
}

/** What the bar at the foot says whatever the kind. */
export const STATUS = {
  oneMoment: ['One moment…'],
  unreachable: ['The room cannot be reached.', 'Check the Wi-Fi; this page keeps trying.'],
  sending: ['Sending…', 'Your answer is on its way.'],
  kept: ['Not counted yet.', 'Your answer is safe on this phone and goes out by itself.'],
  silent: ['The room has gone silent.', 'It is probably over. If not, this page comes back.'],
  waiting: ['Look up.', 'The next question will appear here by itself.'],
  talking: ['Ask somebody who chose otherwise why.', 'You vote again in a moment.'],
  unknown: ['This question is newer than the page.', 'Reload it to take part.'],
  refused: ['Not counted.', 'The room did not take your answer.'],
  offline: ['No connection to the room.', 'You can answer meanwhile.'],
  late: ['Too late, so not counted.', 'Voting closed before your answer arrived.'],
  changeLate: ['Your change came too late.', 'Your earlier answer was counted.'],
  counted: 'Counted.',
  again: 'A new vote.',
  tryingAgain: 'No connection. This page keeps trying.',
  unsent: 'Your change is not sent yet.',
  closed: 'Voting is closed.',
  revealed: 'The results are in.',
  solved: 'Here is the answer.',
  wasCounted: 'Your answer was counted.',
  noAnswer: 'You gave no answer.',
  lost: 'What you had not sent does not count.',
} satisfies Record<string, Said | string>

/** Labels and buttons of the ballots. */
export const BALLOT = {
  kept: 'kept',
  send: 'Send',
  sendChoices: (count: number): string => `Send ${plural(count, 'choice', 'choices')}`,
  sendText: (text: string): string => `Send ${text}`,
  howSure: 'How sure are you?',
  sure: 'I am sure',
  guess: 'Just a guess',
  estimate: (from: string, to: string): string => `From ${from} to ${to}`,
  estimateFault: (from: string, to: string): string => `Enter a number from ${from} to ${to}.`,
  slider: 'Your estimate, as a slider',
  notSet: 'not set',
  word: (number: number, max: number): string => max === 1 ? 'Your word' : `Word ${number} of ${max}`,
  change: 'change',
  yourWords: 'Your words',
  approve: 'The presenter reads it before the room does.',
  place: 'place',
  noPlace: 'no place yet',
  placed: (place: number, of: number): string => `place ${place} of ${of}`,
  takenOut: 'taken out',
  up: (text: string): string => `Move ${text} up`,
  down: (text: string): string => `Move ${text} down`,
  yourQuestion: 'Your question',
  ask: 'Ask',
  asked: (max: number): string => max === 1
    ? 'You have asked: withdraw your question to ask another.'
    : `You have asked ${max}: withdraw one to ask another.`,
  yourQuestions: 'Your questions',
  waits: 'waits for the presenter',
  withdraw: (question: string): string => `Withdraw: ${question}`,
  roomAsks: 'The room asks',
  support: 'support',
  more: (more: number): string => `and ${more} more; ask the same to support one of them.`,
  lettersLeft: (left: number): string => left < 0
    ? `${plural(-left, 'character', 'characters')} too many`
    : `${plural(left, 'character', 'characters')} left`,
}

const alsoOthers = (others: number): string => others === 0 ? 'alone' : `and ${plural(others, 'other', 'others')}`

/** What a phone says of results. `others` are the people who answered the same, without this one. */
export const RESULTS = {
  you: 'you',
  yourPlace: (place: number): string => `you: ${place}`,
  /** @param others undefined before the results are shown */
  said: (others?: number): string => others === undefined ? 'You said' : `You ${alsoOthers(others)} said`,
  putFirst: (others?: number): string =>
    others === undefined ? 'You put first' : `You ${alsoOthers(others)} put first`,
  wrote: 'You wrote',
  asked: 'You asked',
  withMe: (others: number): string => `you ${alsoOthers(others)}`,
  wroteToo: (others: number, word: string): string => `${plural(others, 'other', 'others')} wrote “${word}” too`,
  largest: 'the largest group in the room',
  shareOfRoom: 'of the room',
  firstOfRoom: 'of the room put it first',
  right: (others: number): string =>
    others === 0 ? 'Right, and you alone' : `Right, with ${plural(others, 'other', 'others')}`,
  allRight: 'Right',
  /** @param not how many were chosen that are not right */
  partly: (hits: number, of: number, not: number): string =>
    `${hits} of ${of} right${not > 0 ? `, ${not} not` : ''}`,
  wrong: 'Not this time',
  record: 'The record says',
  saidSo: (people: number): string =>
    people === 0 ? 'Nobody said so.' : `${plural(people, 'person', 'people')} said so.`,
  onRecord: 'Exactly right',
  within: (percent: number): string => `Close: within ${percent}%`,
  tooHigh: 'too high',
  tooLow: 'too low',
  off: (by: number, isShare: boolean, side: string): string =>
    `${Number(by.toPrecision(2)).toLocaleString('en-US')}${isShare ? ' points' : ''} ${side}`,
  percentOff: (percent: number, side: string): string => `${percent}% ${side}`,
  timesOff: (factor: number, side: string): string => `${factor.toLocaleString('en-US')} times ${side}`,
  middleGuess: 'The room’s middle guess',
  middleHalf: 'The middle half of the room',
  range: (low: string, high: string): string => `${low} to ${high}`,
  more: (more: number): string => `and ${more} more`,
  nobody: 'Nobody answered',
  answered: (people: number): string => `${plural(people, 'person', 'people')} answered`,
  onPaper: (people: number): string => `, ${people} of them on paper`,
  average: (mean: string): string => `, ${mean} on average`,
}

/** What a phone says while there is no question. */
export const WAITING = {
  here: (here: number): string => `${here.toLocaleString('en-US')} here`,
  you: 'The tall one is you.',
  strokes: (phonesEach: number): string => phonesEach === 1
    ? 'Every line is a phone in this hall.'
    : `Every line is ${phonesEach} phones in this hall.`,
}

/** What stands over the page, and its own button. */
export const TITLES = {
  joining: 'Joining the room',
  ended: 'Thank you',
  in: 'You are in',
  closed: 'closed',
  reload: 'Reload this page',
}

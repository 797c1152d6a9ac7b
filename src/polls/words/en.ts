import type { FirstWords, LaterWords, PageWords } from './words.ts'
import { listWith, numbersIn } from './grammar.ts'

/*
 * English, which the deck speaks too. Plain and spoken, with “you”; sentences end in a full stop, labels do not.
 */

const n = numbersIn('en-US')
const list = listWith(' and ')
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`

export const FIRST: FirstWords = {
  AMOUNTS: {
    locale: 'en-US',
    percent: '#%',
    money: [[1e12, 2, '$#tn'], [1e9, 2, '$#bn'], [1e6, 3, '$#M'], [1, 2, '$#']],
    fields: { 'usd': '$#', 'usd-million': '$#million', 'usd-billion': '$#billion', 'usd-trillion': '$#trillion' },
    units: {
      'thousand': '#K',
      'million': '#M',
      'billion': '#bn',
      'trillion': '#tn',
      'months': '# months',
      'points': '# points',
      'ratio': '# times',
      'gflop': '# GFLOP',
      'gb-per-second': '# GB/s',
    },
  },
  KIND_TEXTS: {
    choice: {
      prompt: ['Tap one.', 'That is your vote. You can change it.'],
      promptSeveral: ['Tap as many as you like.', 'Then send them with the button.'],
      said: numbers => `You said ${list(numbers)}.`,
      change: 'Tap another to change it.',
      changeSeveral: 'Tap others and send to change it.',
    },
    scale: {
      prompt: ['Tap a number.', 'That is your answer. You can change it.'],
      said: (value, sure) => `You ${sure === undefined ? 'said' : sure ? 'are sure of' : 'guess'} ${value}.`,
      change: 'Tap another to change it.',
      askSure: 'How sure are you? You may skip this.',
    },
    estimate: {
      prompt: ['Type a number or slide to it.', 'Then send your estimate.'],
      said: amount => `You said ${amount}.`,
      change: 'Send another to change it.',
    },
    words: {
      prompt: max => max === 1
        ? ['A word, or a few.', 'Then send them.']
        : [`Up to ${max} words or phrases.`, 'Send one at a time. One is enough.'],
      said: count => count === 1 ? 'Your word is in.' : `Your ${count} words are in.`,
      change: hasRoom => hasRoom ? 'Write another, or change one.' : 'Tap one to change it.',
      unsent: 'What you are writing is not sent yet.',
      lost: 'The word that you had not sent does not count.',
    },
    rank: {
      prompt: ['Tap them in your order.', 'It is sent once all have a place.'],
      said: 'Your order is in.',
      change: 'Move them to change it.',
      unsent: 'It is sent again once all have a place.',
      lost: 'Not all had a place, so your order does not count.',
    },
    points: {
      prompt: ['Each tap gives 10 points.', 'They are sent once all 100 are given.'],
      said: 'Your points are in.',
      change: 'Take some back to change it.',
      unsent: 'They are sent again once all 100 are given.',
      lost: 'You had points left to give, so yours do not count.',
    },
    grid: {
      prompt: ['Tap where 1 belongs.', 'It counts at once. You can change it.'],
      promptOne: ['Tap where it belongs.', 'It counts at once. You can change it.'],
      said: (placed, of) => of === 1 ? 'It has its place.' : `${placed} of ${of} placed.`,
      change: 'Tap a number, then its new place.',
      changeNext: 'Place the next one, or stop here.',
    },
    questions: {
      prompt: max => [
        'Ask, or support a question.',
        max === 1 ? 'You can ask one yourself.' : `You can ask up to ${max} yourself.`,
      ],
      change: 'Ask or support more.',
      unsent: 'What you are writing is not sent yet.',
      lost: 'The question that you had not sent does not count.',
      closed: 'Questions are closed.',
    },
  },
  STATUS: {
    oneMoment: ['One moment…'],
    unreachable: ['The room cannot be reached.', 'Check the Wi-Fi; this page keeps trying.'],
    sending: ['Sending…', 'Your answer is on its way.'],
    kept: ['Not counted yet.', 'It is safe on this phone and will be sent by itself.'],
    silent: ['The room has gone silent.', 'It is probably over. If not, this page picks up again.'],
    card: ['This is yours alone.', 'No other phone gets it, and no name is on it.'],
    waiting: ['Look up.', 'The next question will appear here by itself.'],
    talking: ['Ask why others chose differently.', 'You vote again in a moment.'],
    unknown: ['This question is newer than the page.', 'Reload the page to take part.'],
    refused: ['Not counted.', 'The room did not take your answer.'],
    noCookies: 'Allow cookies for this page, or vote on paper.',
    offline: ['No connection to the room.', 'You can answer all the same.'],
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
  },
  ASK: {
    open: 'Ask a question',
    short: 'Ask',
    back: 'Back',
    kept: 'Your question is kept on this phone.',
    prompt: ['Ask at any time.', 'Your question waits for its moment in the talk.'],
    counted: 'The presenter has it, for later in the talk.',
  },
  BALLOT: {
    kept: 'kept',
    send: 'Send',
    sendChoices: count => `Send ${plural(count, 'choice', 'choices')}`,
    howSure: 'How sure are you?',
    sure: 'I am sure',
    guess: 'Just a guess',
  },
  FORMS: {
    sendText: text => `Send ${text}`,
    sendWord: word => `Send “${word}”`,
    estimate: (from, to) => `From ${from} to ${to}`,
    estimateFault: (from, to) => `Enter a number from ${from} to ${to}.`,
    slider: 'Your estimate, as a slider',
    notSet: 'not set',
    word: (number, max) => max === 1 ? 'Your word' : `Word ${number} of ${max}`,
    change: 'change',
    yourWords: 'Your words',
    approve: 'The presenter reads it before the room does.',
    place: 'place',
    placed: (place, of) => `place ${place} of ${of}`,
    takenOut: 'taken out',
    up: text => `Move ${text} up`,
    down: text => `Move ${text} down`,
    pointsLeft: left => `${left} left`,
    take: (points, text) => `Take ${points} from ${text}`,
    step: (axis, step, steps) => `${axis} ${step} of ${steps}`,
    comma: ', ',
    liesAt: (number, place) => `${number} at ${place}.`,
    next: text => `Next: ${text}`,
    yourQuestion: 'Your question',
    ask: 'Ask',
    asked: max => max === 1
      ? 'You have asked. To ask something else, withdraw it.'
      : `You have asked ${max} questions. Withdraw one to ask another.`,
    yourQuestions: 'Your questions',
    waits: 'the presenter reads it first',
    withdraw: question => `Withdraw: ${question}`,
    roomAsks: 'The room asks',
    support: 'support',
    more: more => `Show ${n(more)} more`,
    lettersLeft: left => left < 0
      ? `${plural(-left, 'character', 'characters')} too many`
      : `${plural(left, 'character', 'characters')} left`,
    yours: 'yours',
    answered: 'answered',
    spotlight: 'being answered',
  },
  TIME: {
    talk: left => `Talk it over with your neighbour${left ? `: ${left}` : ''}`,
    paused: left => `${left} left. The clock is stopped.`,
    closing: 'Closing…',
    calm: left => `${left} left`,
    amber: left => `Only ${left} left`,
    red: left => `Last seconds: ${left}`,
    seconds: seconds => `${plural(seconds, 'second', 'seconds')} left.`,
  },
  WAITING: {
    here: here => `${n(here)} here`,
    you: 'The tall line is you.',
    strokes: phonesEach =>
      phonesEach === 1 ? 'Every line is a phone in this room.' : `Every line is ${phonesEach} phones in this room.`,
  },
  TITLES: {
    joining: 'Joining the room',
    ended: 'Thank you',
    in: 'You are in',
    card: 'Your card',
    closed: 'closed',
    reload: 'Reload this page',
  },
}

const alsoOthers = (others: number) => others === 0 ? 'alone' : `and ${plural(others, 'other', 'others')}`
const times = (count: number) => count === 1 ? 'once' : `${count} times`
const side = (isHigh: boolean) => isHigh ? 'too high' : 'too low'

export const LATER: LaterWords = {
  CARD: {
    right: 'You were right',
    score: (right, of) => `${right} of ${of}`,
    whenSure: 'When you were sure: ',
    whenGuessing: 'When you guessed: ',
    tooFew: 'Cards are for five people or more, and fewer took part. You know best how you did.',
    none: 'You answered none of the quizzes, so there is nothing on your card. That is no mistake either.',
    coming: 'Your card is on its way.',
    neverSure: 'You never said that you were sure. Nothing here can have fooled you.',
    allSure: of => of === 1
      ? 'You were sure once, and right. Once proves little.'
      : `You were sure ${of} times, and right each time.`,
    noneSure: of => of === 1
      ? 'You were sure once, and wrong. Once proves little.'
      : `You were sure ${of} times, and wrong each time. Good to know.`,
    someSure: (wrong, of) => wrong * 2 >= of
      ? `Your “sure” fooled you ${times(wrong)} in ${of}. Ask it for its sources.`
      : `Your “sure” is worth something: it fooled you only ${times(wrong)} in ${of}.`,
    keep: 'Save as a picture',
    hold: 'If nothing was saved, press the picture and hold it.',
    picture: 'Your card as a picture',
  },
  REACTION_WORDS: {
    label: 'Reactions, shown on the wall for a moment',
    nod: 'I agree',
    laugh: 'Funny',
    question: 'Unclear',
    slower: 'Slower',
  },
  RESULTS: {
    saidSure: sure => sure ? 'You were sure of' : 'You guessed',
    you: 'you',
    yourPlace: place => `you: ${place}`,
    said: others => others === undefined ? 'You said' : `You ${alsoOthers(others)} said`,
    putFirst: others => others === undefined ? 'You put first' : `You ${alsoOthers(others)} put first`,
    wrote: 'You wrote',
    asked: 'You asked',
    withMe: others => `you ${alsoOthers(others)}`,
    wroteToo: (others, word) => `${plural(others, 'other', 'others')} wrote “${word}” too`,
    yourPoints: points => `you: ${points}`,
    gaveMost: points => `You gave ${points} points to`,
    pointsOfRoom: of => `of ${of} points from the room`,
    count: (count, of) => `${count} of ${of}`,
    placedNear: 'You and the room agree on',
    withinStep: 'no more than a step apart',
    youPlaced: 'You placed',
    roomPut: place => `the room: ${place}`,
    youPut: place => `you: ${place}`,
    keyOfPlaces: 'Filled: the middle of the room. Dashed: you.',
    largest: 'the largest group in the room',
    shareOfRoom: 'of the room',
    firstOfRoom: 'of the room put it first',
    right: others => others === 0 ? 'Right, and only you' : `Right, with ${plural(others, 'other', 'others')}`,
    allRight: 'Right',
    partly: (hits, of, not) => `${hits} of ${of} right${not > 0 ? `, plus ${not} wrong` : ''}`,
    wrong: 'Not this time',
    record: 'The record says',
    saidSo: people => people === 0 ? 'Nobody said so.' : `${plural(people, 'person', 'people')} said so.`,
    onRecord: 'Exactly right',
    within: percent => `Close: within ${percent}`,
    off: (by, isShare, isHigh) => `${n(by)}${isShare ? ' points' : ''} ${side(isHigh)}`,
    percentOff: (percent, isHigh) => `${percent} ${side(isHigh)}`,
    timesOff: (factor, isHigh) => `${n(factor)} times ${side(isHigh)}`,
    middleGuess: 'The room’s middle guess',
    middleHalf: 'The middle half of the room',
    range: (low, high) => `${low} to ${high}`,
    more: more => `and ${n(more)} more`,
    nobody: 'Nobody answered',
    answered: people => `${plural(people, 'person', 'people')} answered`,
    onPaper: people => `, ${n(people)} of them on paper`,
    average: mean => `, ${mean.toFixed(1)} on average`,
  },
}

export const PAGE: PageWords = {
  lang: 'en',
  dir: 'ltr',
  title: 'Vote in the room',
  paper: {
    title: 'Vote on paper',
    text: 'This page does not run in this browser. A paper slip counts just as much: ask for one at the front.',
  },
  lost: {
    title: 'Nothing here',
    text: 'There is nothing at this address. The poll is one tap away.',
    link: 'To the poll',
  },
}

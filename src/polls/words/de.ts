import type { FirstWords, LaterWords, PageWords } from './words.ts'
import { listWith, numbersIn } from './grammar.ts'

/*
 * German. With „Sie“: in a hall of adults who do not know each other it offends nobody. Spoken and short; „der Saal“
 * is the people, „die Abstimmung“ what the phone is connected to, „die Moderation“ whoever presents.
 */

const n = numbersIn('de-DE')
const list = listWith(' und ')
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`

export const FIRST: FirstWords = {
  AMOUNTS: {
    locale: 'de-DE',
    percent: '#\u00A0%',
    money: [
      [1e12, 2, '#\u00A0Bio.\u00A0$'],
      [1e9, 2, '#\u00A0Mrd.\u00A0$'],
      [1e6, 3, '#\u00A0Mio.\u00A0$'],
      [1, 2, '#\u00A0$'],
    ],
    fields: { 'usd': '# $', 'usd-million': '# Mio. $', 'usd-billion': '# Mrd. $', 'usd-trillion': '# Bio. $' },
    units: {
      'thousand': '#\u00A0Tsd.',
      'million': '#\u00A0Mio.',
      'billion': '#\u00A0Mrd.',
      'trillion': '#\u00A0Bio.',
      'months': value => value === 1 ? '#\u00A0Monat' : '#\u00A0Monate',
      'points': value => value === 1 ? '#\u00A0Punkt' : '#\u00A0Punkte',
      'ratio': '#-mal',
      'gflop': '#\u00A0GFLOP',
      'gb-per-second': '#\u00A0GB/s',
    },
  },
  KIND_TEXTS: {
    choice: {
      prompt: ['Tippen Sie eine Antwort an.', 'Das zählt. Ändern geht noch.'],
      promptSeveral: ['Sie können mehrere antippen.', 'Dann unten senden.'],
      said: numbers => `Antwort: ${list(numbers)}.`,
      change: 'Zum Ändern eine andere antippen.',
      changeSeveral: 'Zum Ändern neu wählen und senden.',
    },
    scale: {
      prompt: ['Tippen Sie eine Zahl an.', 'Das zählt. Ändern geht noch.'],
      said: (value, sure) => `Antwort: ${value}${sure === undefined ? '' : sure ? ', sicher' : ', geraten'}.`,
      change: 'Zum Ändern eine andere antippen.',
      askSure: 'Wie sicher sind Sie? Nur wenn Sie mögen.',
    },
    estimate: {
      prompt: ['Zahl eingeben oder schieben.', 'Dann Ihre Schätzung senden.'],
      said: amount => `Antwort: ${amount}.`,
      change: 'Zum Ändern einfach neu senden.',
    },
    words: {
      prompt: max => max === 1
        ? ['Ein Wort oder ein paar Wörter.', 'Dann senden.']
        : [`Bis zu ${max} Wörter oder Stichworte.`, 'Eins nach dem anderen. Eins genügt.'],
      said: count => count === 1 ? 'Ihr Wort ist da.' : `Ihre ${count} Wörter sind da.`,
      change: hasRoom => hasRoom ? 'Noch eins schreiben oder eins ändern.' : 'Zum Ändern eins antippen.',
      unsent: 'Was Sie gerade schreiben, ist noch nicht gesendet.',
      lost: 'Das nicht gesendete Wort zählt nicht.',
    },
    rank: {
      prompt: ['Der Reihe nach antippen.', 'Sind alle platziert, wird gesendet.'],
      said: 'Reihenfolge ist da.',
      change: 'Zum Ändern verschieben.',
      unsent: 'Sind alle platziert, wird neu gesendet.',
      lost: 'Ihre Reihenfolge war unvollständig und zählt nicht.',
    },
    points: {
      prompt: ['Einmal tippen gibt 10 Punkte.', 'Sind 100 vergeben, wird gesendet.'],
      said: 'Ihre Punkte sind da.',
      change: 'Zum Ändern neu verteilen.',
      unsent: 'Sind 100 vergeben, wird neu gesendet.',
      lost: 'Es blieben Punkte übrig, darum zählen Ihre nicht.',
    },
    grid: {
      prompt: ['Wohin gehört 1? Antippen.', 'Das zählt. Ändern geht noch.'],
      promptOne: ['Wohin gehört es? Antippen.', 'Das zählt. Ändern geht noch.'],
      said: (placed, of) => of === 1 ? 'Es hat seinen Platz.' : `${placed} von ${of} platziert.`,
      change: 'Zahl antippen, dann neuen Platz.',
      changeNext: 'Weiter mit der nächsten, oder so lassen.',
    },
    questions: {
      prompt: max => [
        'Fragen stellen oder unterstützen.',
        max === 1 ? 'Eine Frage ist möglich.' : `Bis zu ${max} Fragen sind möglich.`,
      ],
      change: 'Weiter fragen oder unterstützen.',
      unsent: 'Was Sie gerade schreiben, ist noch nicht gesendet.',
      lost: 'Die nicht gesendete Frage zählt nicht.',
      closed: 'Die Fragerunde ist beendet.',
    },
  },
  STATUS: {
    oneMoment: ['Einen Moment\u00A0…'],
    unreachable: ['Die Abstimmung ist nicht erreichbar.', 'Bitte WLAN prüfen; diese Seite versucht es weiter.'],
    sending: ['Wird gesendet\u00A0…', 'Ihre Antwort ist unterwegs.'],
    kept: ['Noch nicht gezählt.', 'Ihre Antwort ist hier sicher und wird von selbst gesendet.'],
    silent: ['Aus dem Saal kommt nichts mehr.', 'Wohl zu Ende. Wenn nicht, geht es hier von selbst weiter.'],
    card: ['Diese Karte gehört nur Ihnen.', 'Kein anderes Handy bekommt sie. Kein Name steht darauf.'],
    waiting: ['Schauen Sie nach vorn.', 'Die nächste Frage erscheint hier.'],
    talking: ['Fragen Sie andere nach dem Warum.', 'Gleich stimmen Sie noch einmal ab.'],
    unknown: ['Diese Frage ist neuer als die Seite.', 'Bitte neu laden, um mitzumachen.'],
    refused: ['Nicht gezählt.', 'Ihre Antwort wurde nicht angenommen.'],
    noCookies: 'Erlauben Sie Cookies, oder stimmen Sie auf Papier ab.',
    offline: ['Keine Verbindung zur Abstimmung.', 'Antworten können Sie trotzdem.'],
    late: ['Zu spät, daher nicht gezählt.', 'Die Abstimmung war schon geschlossen.'],
    changeLate: ['Ihre Änderung kam zu spät.', 'Ihre frühere Antwort zählt.'],
    counted: 'Gezählt.',
    again: 'Neue Runde.',
    tryingAgain: 'Keine Verbindung. Diese Seite versucht es weiter.',
    unsent: 'Ihre Änderung ist noch nicht gesendet.',
    closed: 'Die Abstimmung ist geschlossen.',
    revealed: 'Die Ergebnisse sind da.',
    solved: 'Hier ist die Auflösung.',
    wasCounted: 'Ihre Antwort wurde gezählt.',
    noAnswer: 'Von Ihnen kam keine Antwort.',
    lost: 'Was nicht gesendet war, zählt nicht.',
  },
  ASK: {
    open: 'Frage stellen',
    short: 'Fragen',
    back: 'Zurück',
    kept: 'Ihre Frage ist auf diesem Handy gespeichert.',
    prompt: ['Fragen Sie jederzeit.', 'Ihre Frage wartet, bis sie im Vortrag an der Reihe ist.'],
    counted: 'Die Frage ist angekommen und kommt später im Vortrag dran.',
  },
  BALLOT: {
    kept: 'gespeichert',
    send: 'Senden',
    sendChoices: count => `${plural(count, 'Antwort', 'Antworten')} senden`,
    howSure: 'Wie sicher sind Sie?',
    sure: 'Sicher',
    guess: 'Nur geraten',
  },
  FORMS: {
    sendText: text => `${text} senden`,
    sendWord: word => `„${word}“ senden`,
    estimate: (from, to) => `Von ${from} bis ${to}`,
    estimateFault: (from, to) => `Bitte eine Zahl von ${from} bis ${to} eingeben.`,
    slider: 'Ihre Schätzung als Schieberegler',
    notSet: 'noch nicht gesetzt',
    word: (number, max) => max === 1 ? 'Ihr Wort' : `Wort ${number} von ${max}`,
    change: 'ändern',
    yourWords: 'Ihre Wörter',
    approve: 'Die Moderation liest es, bevor der Saal es sieht.',
    place: 'Platz',
    placed: (place, of) => `Platz ${place} von ${of}`,
    takenOut: 'herausgenommen',
    up: text => `${text} nach oben`,
    down: text => `${text} nach unten`,
    pointsLeft: left => `noch ${left}`,
    take: (points, text) => `${text}: ${points} zurücknehmen`,
    step: (axis, step, steps) => `${axis} ${step} von ${steps}`,
    comma: ', ',
    liesAt: (number, place) => `${number} bei ${place}.`,
    next: text => `Als Nächstes: ${text}`,
    yourQuestion: 'Ihre Frage',
    ask: 'Fragen',
    asked: max => max === 1
      ? 'Sie haben gefragt. Für eine andere Frage ziehen Sie diese zurück.'
      : `Sie haben ${max} Fragen gestellt. Für eine neue ziehen Sie eine zurück.`,
    yourQuestions: 'Ihre Fragen',
    waits: 'wartet auf die Moderation',
    withdraw: question => `Zurückziehen: ${question}`,
    roomAsks: 'Der Saal fragt',
    support: 'unterstützen',
    more: more => `${n(more)} weitere zeigen`,
    lettersLeft: left => left < 0 ? `${n(-left)} Zeichen zu viel` : `noch ${n(left)} Zeichen`,
    yours: 'von Ihnen',
    answered: 'beantwortet',
    spotlight: 'wird gerade beantwortet',
  },
  TIME: {
    talk: left => `Besprechen Sie es mit Ihren Nachbarn${left ? `: ${left}` : ''}`,
    paused: left => `Noch ${left}. Die Uhr ist angehalten.`,
    closing: 'Schließt gleich\u00A0…',
    calm: left => `Noch ${left}`,
    amber: left => `Nur noch ${left}`,
    red: left => `Letzte Sekunden: ${left}`,
    seconds: seconds => seconds === 1 ? 'Noch eine Sekunde.' : `Noch ${seconds} Sekunden.`,
  },
  WAITING: {
    here: here => `${n(here)} dabei`,
    you: 'Der große Strich sind Sie.',
    strokes: phonesEach => phonesEach === 1
      ? 'Jeder Strich ist ein Handy in diesem Saal.'
      : `Jeder Strich steht für ${phonesEach} Handys in diesem Saal.`,
  },
  TITLES: {
    joining: 'Verbindung zum Saal',
    ended: 'Vielen Dank',
    in: 'Sie sind dabei',
    card: 'Ihre Karte',
    closed: 'geschlossen',
    reload: 'Seite neu laden',
  },
}

const alsoOthers = (others: number) => others === 0 ? 'allein' : `und ${plural(others, 'weitere Person', 'andere')}`
const side = (isHigh: boolean) => isHigh ? 'zu hoch' : 'zu niedrig'

export const LATER: LaterWords = {
  CARD: {
    right: 'Richtig waren',
    score: (right, of) => `${right} von ${of}`,
    whenSure: 'Wenn sicher: ',
    whenGuessing: 'Wenn geraten: ',
    tooFew: 'Karten gibt es ab fünf Personen, und so viele waren es nicht.',
    none: 'Sie haben keine der Quizfragen beantwortet, darum ist Ihre Karte leer. Auch das ist kein Fehler.',
    coming: 'Ihre Karte ist unterwegs.',
    neverSure: 'Sie haben nie gesagt, dass Sie sicher sind. Da konnte Sie nichts täuschen.',
    allSure: of => of === 1
      ? 'Einmal waren Sie sicher, und es stimmte. Einmal beweist wenig.'
      : `${of}-mal waren Sie sicher, und jedes Mal stimmte es.`,
    noneSure: of => of === 1
      ? 'Einmal waren Sie sicher, und es stimmte nicht. Einmal beweist wenig.'
      : `${of}-mal waren Sie sicher, und nie stimmte es. Gut zu wissen.`,
    someSure: (wrong, of) => wrong * 2 >= of
      ? `Ihr „sicher“ hat Sie in ${wrong} von ${of} Fällen getäuscht. Fragen Sie es nach Belegen.`
      : `Ihr „sicher“ ist etwas wert. In ${wrong} von ${of} Fällen hat es Sie getäuscht.`,
    keep: 'Als Bild speichern',
    hold: 'Falls nichts gespeichert wurde: auf das Bild drücken und halten.',
    picture: 'Ihre Karte als Bild',
  },
  REACTION_WORDS: {
    label: 'Reaktionen, für einen Moment auf der Leinwand',
    nod: 'Stimmt',
    laugh: 'Lustig',
    question: 'Unklar',
    slower: 'Langsamer',
  },
  RESULTS: {
    saidSure: sure => sure ? 'Ihre Antwort, und Sie waren sicher' : 'Ihre Antwort, geraten',
    you: 'Sie',
    yourPlace: place => `Sie: ${place}`,
    said: others => others === undefined ? 'Ihre Antwort' : `Das sagten Sie ${alsoOthers(others)}`,
    putFirst: others => others === undefined
      ? 'Ihr erster Platz'
      : `Auf Platz 1 setzten Sie ${alsoOthers(others)}`,
    wrote: 'Das schrieben Sie',
    asked: 'Das fragten Sie',
    withMe: others => `Sie ${alsoOthers(others)}`,
    wroteToo: (others, word) =>
      `„${word}“ ${others === 1 ? 'schrieb noch jemand' : `schrieben ${n(others)} andere`} auch`,
    yourPoints: points => `Sie: ${points}`,
    gaveMost: points => `Von Ihnen ${points} Punkte für`,
    pointsOfRoom: of => `von ${of} Punkten aus dem Saal`,
    count: (count, of) => `${count} von ${of}`,
    placedNear: 'Einig mit dem Saal bei',
    withinStep: 'höchstens einen Schritt auseinander',
    youPlaced: 'Von Ihnen platziert',
    roomPut: place => `Saal: ${place}`,
    youPut: place => `Sie: ${place}`,
    keyOfPlaces: 'Gefüllt: Mitte des Saals. Gestrichelt: Sie.',
    largest: 'die größte Gruppe im Saal',
    shareOfRoom: 'des Saals',
    firstOfRoom: 'des Saals setzten es auf Platz 1',
    right: others => others === 0
      ? 'Richtig, und sonst niemand'
      : `Richtig, mit ${others === 1 ? 'einer weiteren Person' : `${n(others)} anderen`}`,
    allRight: 'Richtig',
    partly: (hits, of, not) => `${hits} von ${of} richtig${not > 0 ? `, dazu ${not} falsch` : ''}`,
    wrong: 'Diesmal nicht',
    record: 'Belegt ist',
    saidSo: people => people === 0
      ? 'Das sagte niemand.'
      : `Das ${people === 1 ? 'sagte' : 'sagten'} ${plural(people, 'Person', 'Personen')}.`,
    onRecord: 'Genau richtig',
    within: percent => `Nah dran: höchstens ${percent} daneben`,
    off: (by, isShare, isHigh) => `${n(by)}${isShare ? ` ${by === 1 ? 'Punkt' : 'Punkte'}` : ''} ${side(isHigh)}`,
    percentOff: (percent, isHigh) => `${percent} ${side(isHigh)}`,
    timesOff: (factor, isHigh) => `${n(factor)}-mal ${side(isHigh)}`,
    middleGuess: 'Mittlere Schätzung im Saal',
    middleHalf: 'Mittlere Hälfte des Saals',
    range: (low, high) => `${low} bis ${high}`,
    more: more => `und ${n(more)} weitere`,
    nobody: 'Niemand hat geantwortet',
    answered: people => `${plural(people, 'Person hat', 'Personen haben')} geantwortet`,
    onPaper: people => `, davon ${n(people)} auf Papier`,
    average: mean => `, im Schnitt ${n(mean, 1)}`,
  },
}

export const PAGE: PageWords = {
  lang: 'de',
  dir: 'ltr',
  title: 'Abstimmen im Saal',
  paper: {
    title: 'Auf Papier abstimmen',
    text: 'Diese Seite läuft in diesem Browser nicht. Ein Zettel zählt genauso: Vorn gibt es welche.',
  },
  lost: {
    title: 'Hier ist nichts',
    text: 'Unter dieser Adresse gibt es nichts. Zur Abstimmung geht es hier entlang.',
    link: 'Zur Abstimmung',
  },
}

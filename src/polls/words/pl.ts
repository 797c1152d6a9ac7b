import type { FirstWords, LaterWords, PageWords } from './words.ts'
import { listWith, numbersIn, pluralIn } from './grammar.ts'

/*
 * Polish. In the second person of apps and banks (“Wybierz”, “Twoja”, with a capital), which is polite there;
 * „Pan/Pani“ would ask for a gender. No past tense of the second person, for the same reason. „Sala“ is the people,
 * „głosowanie“ what the phone is connected to.
 */

const n = numbersIn('pl-PL')
const list = listWith(' i ')
const form = pluralIn('pl')
/** As in 1 osoba, 2 osoby, 5 osób. */
const plural = (count: number, one: string, few: string, many: string) =>
  `${n(count)} ${form(count, { one, few, many, other: few })}`
const people = (count: number) => plural(count, 'osoba', 'osoby', 'osób')

export const FIRST: FirstWords = {
  AMOUNTS: {
    locale: 'pl-PL',
    percent: '#%',
    money: [
      [1e12, 2, '#\u00A0bln\u00A0$'],
      [1e9, 2, '#\u00A0mld\u00A0$'],
      [1e6, 3, '#\u00A0mln\u00A0$'],
      [1, 2, '#\u00A0$'],
    ],
    fields: { 'usd': '# $', 'usd-million': '# mln $', 'usd-billion': '# mld $', 'usd-trillion': '# bln $' },
    units: {
      'thousand': '#\u00A0tys.',
      'million': '#\u00A0mln',
      'billion': '#\u00A0mld',
      'trillion': '#\u00A0bln',
      'months': '#\u00A0mies.',
      'points': '#\u00A0pkt',
      'ratio': '#\u00A0×',
      'gflop': '#\u00A0GFLOP',
      'gb-per-second': '#\u00A0GB/s',
    },
  },
  KIND_TEXTS: {
    choice: {
      prompt: ['Dotknij jednej odpowiedzi.', 'To Twój głos. Możesz go zmienić.'],
      promptSeveral: ['Dotknij dowolnej liczby odpowiedzi.', 'Potem wyślij je przyciskiem.'],
      said: numbers => `Wybór: ${list(numbers)}.`,
      change: 'Aby zmienić, dotknij innej.',
      changeSeveral: 'Aby zmienić, wybierz i wyślij ponownie.',
    },
    scale: {
      prompt: ['Dotknij liczby.', 'To Twoja odpowiedź. Możesz ją zmienić.'],
      said: (value, sure) => `Wybór: ${value}${sure === undefined ? '' : sure ? ', na pewno' : ', zgaduję'}.`,
      change: 'Aby zmienić, dotknij innej.',
      askSure: 'Z jaką pewnością? To nieobowiązkowe.',
    },
    estimate: {
      prompt: ['Wpisz liczbę lub przesuń suwak.', 'Potem wyślij swoje oszacowanie.'],
      said: amount => `Liczba: ${amount}.`,
      change: 'Aby zmienić, wyślij inną.',
    },
    words: {
      prompt: max => max === 1
        ? ['Jedno słowo albo kilka.', 'Potem wyślij.']
        : [`Do ${max} słów lub zwrotów.`, 'Po jednym. Jedno wystarczy.'],
      said: count => count === 1
        ? 'Twoje słowo dotarło.'
        : `${form(count, { few: 'Twoje', other: 'Twoich' })} ${
          plural(count, 'słowo dotarło', 'słowa dotarły', 'słów dotarło')}.`,
      change: hasRoom => hasRoom ? 'Dopisz kolejne albo zmień jedno.' : 'Dotknij słowa, aby je zmienić.',
      unsent: 'To, co piszesz, nie jest jeszcze wysłane.',
      lost: 'Niewysłane słowo się nie liczy.',
    },
    rank: {
      prompt: ['Dotykaj w swojej kolejności.', 'Wyśle się samo, gdy będą wszystkie.'],
      said: 'Kolejność dotarła.',
      change: 'Aby zmienić, przesuń je.',
      unsent: 'Wyśle się znowu, gdy będą wszystkie.',
      lost: 'Kolejność była niepełna, więc się nie liczy.',
    },
    points: {
      prompt: ['Dotknięcie daje 10 punktów.', 'Wyśle się samo, gdy rozdasz 100.'],
      said: 'Punkty dotarły.',
      change: 'Aby zmienić, rozdaj je inaczej.',
      unsent: 'Wyśle się znowu, gdy rozdasz 100.',
      lost: 'Zostały nierozdane punkty, więc się nie liczą.',
    },
    grid: {
      prompt: ['Dotknij miejsca dla 1.', 'Liczy się od razu. Możesz zmienić.'],
      promptOne: ['Dotknij właściwego miejsca.', 'Liczy się od razu. Możesz zmienić.'],
      said: (placed, of) => of === 1 ? 'Miejsce dotarło.' : `Ustawione: ${placed} z ${of}.`,
      change: 'Dotknij numeru, potem miejsca.',
      changeNext: 'Ustaw następny albo tak zostaw.',
    },
    questions: {
      prompt: max => [
        'Zapytaj lub poprzyj inne pytania.',
        max === 1 ? 'Możesz zadać jedno.' : `Możesz zadać do ${max}.`,
      ],
      change: 'Możesz pytać i popierać dalej.',
      unsent: 'To, co piszesz, nie jest jeszcze wysłane.',
      lost: 'Niewysłane pytanie się nie liczy.',
      closed: 'Lista pytań jest zamknięta.',
    },
  },
  STATUS: {
    oneMoment: ['Chwileczkę…'],
    unreachable: ['Brak połączenia z głosowaniem.', 'Sprawdź Wi-Fi; ta strona próbuje dalej.'],
    sending: ['Wysyłanie…', 'Twoja odpowiedź jest w drodze.'],
    kept: ['Jeszcze niepoliczona.', 'Twoja odpowiedź jest tu bezpieczna i wyśle się sama.'],
    silent: ['Sala zamilkła.', 'To pewnie koniec. Jeśli nie, ta strona wróci.'],
    card: ['Jest tylko Twoja.', 'Nie trafia na inny telefon i nie ma na niej nazwiska.'],
    waiting: ['Spójrz przed siebie.', 'Następne pytanie pojawi się tu samo.'],
    talking: ['Spytaj, czemu ktoś wybrał inaczej.', 'Za chwilę kolejne głosowanie.'],
    unknown: ['To pytanie jest nowsze niż ta strona.', 'Odśwież ją, aby wziąć udział.'],
    refused: ['Niepoliczona.', 'Twoja odpowiedź nie została przyjęta.'],
    noCookies: 'Zezwól na pliki cookie albo zagłosuj na papierze.',
    offline: ['Brak połączenia z głosowaniem.', 'Mimo to możesz odpowiadać.'],
    late: ['Za późno, więc niepoliczona.', 'Głosowanie zamknięto, zanim dotarła.'],
    changeLate: ['Twoja zmiana dotarła za późno.', 'Liczy się wcześniejsza odpowiedź.'],
    counted: 'Policzona.',
    again: 'Nowe głosowanie.',
    tryingAgain: 'Brak połączenia. Ta strona próbuje dalej.',
    unsent: 'Twoja zmiana nie jest jeszcze wysłana.',
    closed: 'Głosowanie zamknięte.',
    revealed: 'Są już wyniki.',
    solved: 'Oto odpowiedź.',
    wasCounted: 'Twoja odpowiedź została policzona.',
    noAnswer: 'Nie było Twojej odpowiedzi.',
    lost: 'To, co niewysłane, się nie liczy.',
  },
  ASK: {
    open: 'Zadaj pytanie',
    short: 'Zapytaj',
    back: 'Wróć',
    kept: 'Twoje pytanie jest zapisane w tym telefonie.',
    prompt: ['Pytaj w każdej chwili.', 'Twoje pytanie poczeka na swoją kolej.'],
    counted: 'Pytanie dotarło i wróci w dalszej części wystąpienia.',
  },
  BALLOT: {
    kept: 'zapisana',
    send: 'Wyślij',
    sendChoices: count => `Wyślij ${plural(count, 'odpowiedź', 'odpowiedzi', 'odpowiedzi')}`,
    howSure: 'Z jaką pewnością?',
    sure: 'Na pewno',
    guess: 'Zgaduję',
  },
  FORMS: {
    sendText: text => `Wyślij ${text}`,
    sendWord: word => `Wyślij „${word}”`,
    estimate: (from, to) => `Od ${from} do ${to}`,
    estimateFault: (from, to) => `Wpisz liczbę od ${from} do ${to}.`,
    slider: 'Twoje oszacowanie na suwaku',
    notSet: 'nie wybrano',
    word: (number, max) => max === 1 ? 'Twoje słowo' : `Słowo ${number} z ${max}`,
    change: 'zmień',
    yourWords: 'Twoje słowa',
    approve: 'Osoba prowadząca czyta je przed salą.',
    place: 'miejsce',
    placed: (place, of) => `miejsce ${place} z ${of}`,
    takenOut: 'wyjęto',
    up: text => `Przesuń w górę: ${text}`,
    down: text => `Przesuń w dół: ${text}`,
    pointsLeft: left => `zostało ${left}`,
    take: (points, text) => `Zabierz ${points}: ${text}`,
    step: (axis, step, steps) => `${axis} ${step} z ${steps}`,
    comma: ', ',
    liesAt: (number, place) => `${number}: ${place}.`,
    next: text => `Następne: ${text}`,
    yourQuestion: 'Twoje pytanie',
    ask: 'Zapytaj',
    asked: max => max === 1
      ? 'Twoje pytanie już jest. Wycofaj je, aby zadać inne.'
      : `Masz już ${plural(max, 'pytanie', 'pytania', 'pytań')}. Wycofaj jedno, aby zadać inne.`,
    yourQuestions: 'Twoje pytania',
    waits: 'czeka na sprawdzenie',
    withdraw: question => `Wycofaj: ${question}`,
    roomAsks: 'Sala pyta',
    support: 'poparcie',
    more: more => `Pokaż jeszcze ${n(more)}`,
    lettersLeft: left => left < 0
      ? `o ${plural(-left, 'znak', 'znaki', 'znaków')} za dużo`
      : `jeszcze ${plural(left, 'znak', 'znaki', 'znaków')}`,
    yours: 'Twoje',
    answered: 'odpowiedziano',
    spotlight: 'trwa odpowiedź',
  },
  TIME: {
    talk: left => `Porozmawiaj z kimś obok${left ? `: ${left}` : ''}`,
    paused: left => `Jeszcze ${left}. Zegar jest zatrzymany.`,
    closing: 'Zamykanie…',
    calm: left => `Jeszcze ${left}`,
    amber: left => `Już tylko ${left}`,
    red: left => `Ostatnie sekundy: ${left}`,
    seconds: seconds => `Jeszcze ${plural(seconds, 'sekunda', 'sekundy', 'sekund')}.`,
  },
  WAITING: {
    here: here => `${people(here)} na sali`,
    you: 'Wysoka kreska to Ty.',
    strokes: phonesEach => phonesEach === 1
      ? 'Każda kreska to telefon na tej sali.'
      : `Każda kreska to ${plural(phonesEach, 'telefon', 'telefony', 'telefonów')} na tej sali.`,
  },
  TITLES: {
    joining: 'Łączenie z salą',
    ended: 'Dziękujemy',
    in: 'Jesteś na sali',
    card: 'Twoja karta',
    closed: 'zamknięte',
    reload: 'Odśwież stronę',
  },
}

const andOthers = (others: number) => `i ${plural(others, 'inna osoba', 'inne osoby', 'innych osób')}`
/** The same in the genitive. */
const andOfOthers = (others: number) => `i ${n(others)} ${others === 1 ? 'innej osoby' : 'innych osób'}`
const withOthers = (others: number) => others === 1 ? 'z jedną inną osobą' : `z ${n(others)} innymi osobami`
const times = (count: number) => plural(count, 'raz', 'razy', 'razy')
const side = (isHigh: boolean) => isHigh ? 'za dużo' : 'za mało'

export const LATER: LaterWords = {
  CARD: {
    right: 'Dobre odpowiedzi',
    score: (right, of) => `${right} z ${of}`,
    whenSure: 'Na pewno: ',
    whenGuessing: 'Zgadywane: ',
    tooFew: 'Karty są dopiero przy pięciu osobach, a było ich mniej.',
    none: 'Nie było odpowiedzi na żaden quiz, więc karta jest pusta. To też nie błąd.',
    coming: 'Twoja karta jest w drodze.',
    neverSure: 'Ani razu nie było „na pewno”. Nic tu nie mogło zmylić.',
    allSure: of => of === 1
      ? 'Raz na pewno, i dobrze. Jeden raz mało dowodzi.'
      : `Twoje „na pewno” sprawdziło się za każdym razem: ${of} z ${of}.`,
    noneSure: of => of === 1
      ? 'Raz na pewno, i źle. Jeden raz mało dowodzi.'
      : `Twoje „na pewno” nie sprawdziło się ani razu: 0 z ${of}. Dobrze wiedzieć.`,
    someSure: (wrong, of) => wrong * 2 >= of
      ? `Twoje „na pewno” zmyliło Cię ${times(wrong)} na ${of}. Zapytaj je o źródła.`
      : `Twoje „na pewno” jest coś warte. Zmyliło Cię ${times(wrong)} na ${of}.`,
    keep: 'Zapisz jako obraz',
    hold: 'Jeśli nic się nie zapisało, przytrzymaj obraz palcem.',
    picture: 'Twoja karta jako obraz',
  },
  REACTION_WORDS: {
    label: 'Reakcje, przez chwilę na ekranie',
    nod: 'Zgoda',
    laugh: 'Zabawne',
    question: 'Niejasne',
    slower: 'Wolniej',
  },
  RESULTS: {
    saidSure: sure => sure ? 'Twoja odpowiedź, na pewno' : 'Twoja odpowiedź, zgadywana',
    you: 'Ty',
    yourPlace: place => `Ty: ${place}`,
    said: others => others === undefined
      ? 'Twoja odpowiedź'
      : others === 0 ? 'Odpowiedź tylko Twoja' : `Odpowiedź Twoja ${andOfOthers(others)}`,
    putFirst: others => others === undefined
      ? 'Twoje pierwsze miejsce'
      : others === 0 ? 'Pierwsze miejsce tylko u Ciebie' : `Pierwsze miejsce u Ciebie ${andOfOthers(others)}`,
    wrote: 'Twoje słowa',
    asked: 'Twoje pytania',
    withMe: others => others === 0 ? 'tylko Ty' : `Ty ${andOthers(others)}`,
    wroteToo: (others, word) =>
      `„${word}” ${form(others, { one: 'napisała', few: 'napisały', other: 'napisało' })} też ${
        plural(others, 'inna osoba', 'inne osoby', 'innych osób')}`,
    yourPoints: points => `Ty: ${points}`,
    gaveMost: points => `Twoje ${points} punktów dla`,
    pointsOfRoom: of => `na ${of} punktów od sali`,
    count: (count, of) => `${count} z ${of}`,
    placedNear: 'Zgoda z salą',
    withinStep: 'najwyżej o krok od siebie',
    youPlaced: 'Ustawione przez Ciebie',
    roomPut: place => `sala: ${place}`,
    youPut: place => `Ty: ${place}`,
    keyOfPlaces: 'Pełne: środek sali. Przerywane: Ty.',
    largest: 'największa grupa na sali',
    shareOfRoom: 'sali',
    firstOfRoom: 'sali daje pierwsze miejsce',
    right: others => others === 0 ? 'Dobrze, i nikt więcej' : `Dobrze, ${withOthers(others)}`,
    allRight: 'Dobrze',
    partly: (hits, of, not) => `${hits} z ${of} dobrze${not > 0 ? `, ${not} źle` : ''}`,
    wrong: 'Tym razem nie',
    record: 'Według źródeł',
    saidSo: count => count === 0
      ? 'Nikt tak nie odpowiedział.'
      : `Tak ${form(count, { one: 'odpowiedziała', few: 'odpowiedziały', other: 'odpowiedziało' })} ${people(count)}.`,
    onRecord: 'Dokładnie tak',
    within: percent => `Blisko: różnica do ${percent}`,
    off: (by, isShare, isHigh) => `O ${n(by)}${isShare ? ' pkt' : ''} ${side(isHigh)}`,
    percentOff: (percent, isHigh) => `O ${percent} ${side(isHigh)}`,
    timesOff: (factor, isHigh) => `${n(factor)} razy ${side(isHigh)}`,
    middleGuess: 'Środkowe oszacowanie na sali',
    middleHalf: 'Środkowa połowa sali',
    range: (low, high) => `od ${low} do ${high}`,
    more: more => `i jeszcze ${n(more)}`,
    nobody: 'Nikt nie odpowiedział',
    answered: count =>
      `${form(count, { one: 'Odpowiedziała', few: 'Odpowiedziały', other: 'Odpowiedziało' })} ${people(count)}`,
    onPaper: count => `, w tym ${n(count)} na papierze`,
    average: mean => `, średnio ${n(mean, 1)}`,
  },
}

export const PAGE: PageWords = {
  lang: 'pl',
  dir: 'ltr',
  title: 'Głosowanie na sali',
  paper: {
    title: 'Zagłosuj na papierze',
    text: 'Ta strona nie działa w tej przeglądarce. Kartka liczy się tak samo: poproś o nią z przodu.',
  },
  lost: {
    title: 'Nic tu nie ma',
    text: 'Pod tym adresem nic nie ma. Głosowanie jest o jedno dotknięcie stąd.',
    link: 'Do głosowania',
  },
}

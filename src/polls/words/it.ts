import type { FirstWords, LaterWords, PageWords } from './words.ts'
import { listWith, numbersIn } from './grammar.ts'

/*
 * Italian. With “Lei”, in lower case as people write it today, since a hall of adults has not agreed on “tu”; but
 * short, and nothing that asks for a gender. “La sala” is the people, “il voto” what the phone is connected to.
 */

const n = numbersIn('it-IT')
const list = listWith(' e ')
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`

export const FIRST: FirstWords = {
  AMOUNTS: {
    locale: 'it-IT',
    percent: '#%',
    // 10¹² is said as a thousand billions.
    money: [[1e9, 2, '#\u00A0mld\u00A0$'], [1e6, 3, '#\u00A0mln\u00A0$'], [1, 2, '#\u00A0$']],
    fields: {
      'usd': '# $',
      'usd-million': '# milioni di $',
      'usd-billion': '# miliardi di $',
      'usd-trillion': '# mila miliardi di $',
    },
    units: {
      'thousand': '#\u00A0mila',
      'million': '#\u00A0mln',
      'billion': '#\u00A0mld',
      'trillion': '#\u00A0mila mld',
      'months': value => value === 1 ? '#\u00A0mese' : '#\u00A0mesi',
      'points': value => value === 1 ? '#\u00A0punto' : '#\u00A0punti',
      'ratio': value => value === 1 ? '#\u00A0volta' : '#\u00A0volte',
      'gflop': '#\u00A0GFLOP',
      'gb-per-second': '#\u00A0GB/s',
    },
  },
  KIND_TEXTS: {
    choice: {
      prompt: ['Tocchi una risposta.', 'È il suo voto. Può cambiarlo.'],
      promptSeveral: ['Ne tocchi quante vuole.', 'Poi le invii con il pulsante.'],
      said: numbers => `Risposta: ${list(numbers)}.`,
      change: 'Per cambiare, ne tocchi un’altra.',
      changeSeveral: 'Per cambiare, scelga e invii di nuovo.',
    },
    scale: {
      prompt: ['Tocchi un numero.', 'È la sua risposta. Può cambiarla.'],
      said: (value, sure) =>
        `Risposta: ${value}${sure === undefined ? '' : sure ? ', con certezza' : ', a intuito'}.`,
      change: 'Per cambiare, ne tocchi un altro.',
      askSure: 'Con quanta certezza? È facoltativo.',
    },
    estimate: {
      prompt: ['Scriva un numero o usi il cursore.', 'Poi invii la sua stima.'],
      said: amount => `Risposta: ${amount}.`,
      change: 'Per cambiare, ne invii un’altra.',
    },
    words: {
      prompt: max => max === 1
        ? ['Una parola, o poche.', 'Poi le invii.']
        : [`Fino a ${max} parole o frasi brevi.`, 'Una alla volta. Ne basta una.'],
      said: count => count === 1 ? 'Parola ricevuta.' : `${count} parole ricevute.`,
      change: hasRoom => hasRoom ? 'Ne scriva un’altra, o ne cambi una.' : 'Ne tocchi una per cambiarla.',
      unsent: 'Ciò che sta scrivendo non è ancora stato inviato.',
      lost: 'La parola non inviata non conta.',
    },
    rank: {
      prompt: ['Le tocchi nell’ordine che preferisce.', 'Si invia quando tutte hanno un posto.'],
      said: 'Ordine ricevuto.',
      change: 'Per cambiarlo, le sposti.',
      unsent: 'Si reinvia quando tutte hanno un posto.',
      lost: 'Non tutte avevano un posto, quindi l’ordine non conta.',
    },
    points: {
      prompt: ['Ogni tocco dà 10 punti.', 'Si invia quando ha dato tutti i 100.'],
      said: 'Punti ricevuti.',
      change: 'Per cambiare, li distribuisca di nuovo.',
      unsent: 'Si reinvia quando ha dato tutti i 100.',
      lost: 'Restavano punti da dare, quindi i suoi non contano.',
    },
    grid: {
      prompt: ['Tocchi il posto dell’1.', 'Conta subito. Può cambiare.'],
      promptOne: ['Tocchi il suo posto.', 'Conta subito. Può cambiare.'],
      said: (placed, of) => of === 1 ? 'Posto ricevuto.' : `Collocati: ${placed} su ${of}.`,
      change: 'Tocchi un numero, poi il nuovo posto.',
      changeNext: 'Collochi il prossimo, o si fermi qui.',
    },
    questions: {
      prompt: max => [
        'Chieda o sostenga domande.',
        max === 1 ? 'Può farne una.' : `Può farne fino a ${max}.`,
      ],
      change: 'Può continuare.',
      unsent: 'Ciò che sta scrivendo non è ancora stato inviato.',
      lost: 'La domanda non inviata non conta.',
      closed: 'Le domande sono chiuse.',
    },
  },
  STATUS: {
    oneMoment: ['Un momento…'],
    unreachable: ['Nessun collegamento con il voto.', 'Controlli il Wi-Fi; questa pagina riprova da sola.'],
    sending: ['Invio in corso…', 'La sua risposta è in viaggio.'],
    kept: ['Non ancora contata.', 'La sua risposta è al sicuro qui e partirà da sola.'],
    silent: ['La sala non risponde più.', 'Forse è finita. Se no, questa pagina riprende.'],
    card: ['È solo sua.', 'Nessun altro telefono la riceve, e non porta nomi.'],
    waiting: ['Guardi davanti a sé.', 'La prossima domanda arriva qui da sola.'],
    talking: ['Chieda perché a chi ha scelto altro.', 'Tra poco si vota di nuovo.'],
    unknown: ['Questa domanda è più nuova della pagina.', 'La ricarichi per partecipare.'],
    refused: ['Non contata.', 'La sua risposta non è stata accettata.'],
    noCookies: 'Consenta i cookie, o voti su carta.',
    offline: ['Nessun collegamento con il voto.', 'Intanto può rispondere.'],
    late: ['Troppo tardi: non contata.', 'Il voto si è chiuso prima che arrivasse.'],
    changeLate: ['La modifica è arrivata tardi.', 'Vale la sua risposta precedente.'],
    counted: 'Contata.',
    again: 'Nuovo voto.',
    tryingAgain: 'Nessun collegamento. Questa pagina riprova da sola.',
    unsent: 'La modifica non è ancora stata inviata.',
    closed: 'Il voto è chiuso.',
    revealed: 'Ecco i risultati.',
    solved: 'Ecco la risposta.',
    wasCounted: 'La sua risposta è stata contata.',
    noAnswer: 'Non ha risposto.',
    lost: 'Ciò che non aveva inviato non conta.',
  },
  ASK: {
    open: 'Fare una domanda',
    short: 'Domanda',
    back: 'Indietro',
    kept: 'La sua domanda è al sicuro su questo telefono.',
    prompt: ['Chieda quando vuole.', 'La sua domanda aspetta il suo momento nell’incontro.'],
    counted: 'La domanda è arrivata; se ne parlerà più avanti.',
  },
  BALLOT: {
    kept: 'salvata',
    send: 'Invia',
    sendChoices: count => `Invia ${plural(count, 'risposta', 'risposte')}`,
    howSure: 'Con quanta certezza?',
    sure: 'Con certezza',
    guess: 'A intuito',
  },
  FORMS: {
    sendText: text => `Invia ${text}`,
    sendWord: word => `Invia “${word}”`,
    estimate: (from, to) => `Da ${from} a ${to}`,
    estimateFault: (from, to) => `Scriva un numero da ${from} a ${to}.`,
    slider: 'La sua stima, con il cursore',
    notSet: 'non ancora scelta',
    word: (number, max) => max === 1 ? 'La sua parola' : `Parola ${number} di ${max}`,
    change: 'cambia',
    yourWords: 'Le sue parole',
    approve: 'Chi presenta la legge prima della sala.',
    place: 'posto',
    placed: (place, of) => `posto ${place} di ${of}`,
    takenOut: 'tolta',
    up: text => `Sposta su ${text}`,
    down: text => `Sposta giù ${text}`,
    pointsLeft: left => `restano ${left}`,
    take: (points, text) => `Togli ${points} a ${text}`,
    step: (axis, step, steps) => `${axis} ${step} di ${steps}`,
    comma: ', ',
    liesAt: (number, place) => `${number} in ${place}.`,
    next: text => `Poi: ${text}`,
    yourQuestion: 'La sua domanda',
    ask: 'Chiedi',
    asked: max => max === 1
      ? 'Ha già chiesto. Per fare un’altra domanda, ritiri questa.'
      : `Ha fatto ${max} domande. Per farne un’altra, ne ritiri una.`,
    yourQuestions: 'Le sue domande',
    waits: 'in attesa di lettura',
    withdraw: question => `Ritira: ${question}`,
    roomAsks: 'La sala chiede',
    support: 'sostieni',
    more: more => `Mostra altre ${n(more)}`,
    lettersLeft: left => left < 0
      ? `${plural(-left, 'carattere', 'caratteri')} di troppo`
      : `ancora ${plural(left, 'carattere', 'caratteri')}`,
    yours: 'sua',
    answered: 'ha avuto risposta',
    spotlight: 'si risponde ora',
  },
  TIME: {
    talk: left => `Ne parli con chi le sta accanto${left ? `: ${left}` : ''}`,
    paused: left => `Ancora ${left}. Il tempo è fermo.`,
    closing: 'Si chiude…',
    calm: left => `Ancora ${left}`,
    amber: left => `Solo ${left}`,
    red: left => `Ultimi secondi: ${left}`,
    seconds: seconds => seconds === 1 ? 'Ancora un secondo.' : `Ancora ${seconds} secondi.`,
  },
  WAITING: {
    here: here => plural(here, 'presente', 'presenti'),
    you: 'La linea alta è lei.',
    strokes: phonesEach => phonesEach === 1
      ? 'Ogni linea è un telefono in sala.'
      : `Ogni linea vale ${phonesEach} telefoni in sala.`,
  },
  TITLES: {
    joining: 'Ingresso in sala',
    ended: 'Grazie',
    in: 'È in sala',
    card: 'La sua scheda',
    closed: 'chiuso',
    reload: 'Ricarica la pagina',
  },
}

const otherPeople = (count: number) => count === 1 ? 'un’altra persona' : `altre ${n(count)} persone`
const side = (isHigh: boolean) => isHigh ? 'di troppo' : 'in meno'

export const LATER: LaterWords = {
  CARD: {
    right: 'Risposte giuste',
    score: (right, of) => `${right} su ${of}`,
    whenSure: 'Con certezza: ',
    whenGuessing: 'A intuito: ',
    tooFew: 'Le schede ci sono da cinque persone in su, ed erano meno.',
    none: 'Non ha risposto a nessun quiz, quindi la sua scheda è vuota. Nemmeno questo è un errore.',
    coming: 'La sua scheda sta arrivando.',
    neverSure: 'Non ha mai risposto con certezza. Qui niente può ingannare.',
    allSure: of => of === 1
      ? 'Una sola certezza, ed era giusta. Una volta dimostra poco.'
      : `Le sue ${of} certezze erano tutte giuste.`,
    noneSure: of => of === 1
      ? 'Una sola certezza, ed era sbagliata. Una volta dimostra poco.'
      : `Le sue ${of} certezze erano tutte sbagliate. Buono a sapersi.`,
    someSure: (wrong, of) => wrong * 2 >= of
      ? `Certezze sbagliate: ${wrong} su ${of}. Chieda loro le fonti.`
      : `Le sue certezze valgono qualcosa. Sbagliate: ${wrong} su ${of}.`,
    keep: 'Salva come immagine',
    hold: 'Se non è stato salvato niente, tenga premuta l’immagine.',
    picture: 'La sua scheda come immagine',
  },
  REACTION_WORDS: {
    label: 'Reazioni, per un momento sullo schermo',
    nod: 'D’accordo',
    laugh: 'Divertente',
    question: 'Poco chiaro',
    slower: 'Più piano',
  },
  RESULTS: {
    saidSure: sure => sure ? 'La sua risposta, con certezza' : 'La sua risposta, a intuito',
    you: 'lei',
    yourPlace: place => `lei: ${place}`,
    said: others => others === undefined
      ? 'La sua risposta'
      : others === 0 ? 'La sua risposta, e di nessun altro' : `Lei e ${otherPeople(others)} avete risposto`,
    putFirst: others => others === undefined
      ? 'Il suo primo posto'
      : others === 0 ? 'Primo posto solo per lei' : `Primo posto per lei e ${otherPeople(others)}`,
    wrote: 'Ha scritto',
    asked: 'Ha chiesto',
    withMe: others => others === 0 ? 'solo lei' : `lei e ${otherPeople(others)}`,
    wroteToo: (others, word) =>
      `“${word}”: l’${others === 1 ? 'ha' : 'hanno'} scritto anche ${otherPeople(others)}`,
    yourPoints: points => `lei: ${points}`,
    gaveMost: points => `Ha dato ${points} punti a`,
    pointsOfRoom: of => `su ${of} punti della sala`,
    count: (count, of) => `${count} su ${of}`,
    placedNear: 'Lei e la sala concordate su',
    withinStep: 'a un passo di distanza al massimo',
    youPlaced: 'Ha collocato',
    roomPut: place => `la sala: ${place}`,
    youPut: place => `lei: ${place}`,
    keyOfPlaces: 'Pieno: il centro della sala. Tratteggio: lei.',
    largest: 'il gruppo più grande in sala',
    shareOfRoom: 'della sala',
    firstOfRoom: 'della sala lo mette al primo posto',
    right: others => others === 0 ? 'Giusto, e solo lei' : `Giusto, con ${otherPeople(others)}`,
    allRight: 'Giusto',
    partly: (hits, of, not) =>
      `${hits} su ${of} ${hits === 1 ? 'giusta' : 'giuste'}${
        not > 0 ? `, più ${plural(not, 'sbagliata', 'sbagliate')}` : ''}`,
    wrong: 'Questa volta no',
    record: 'Secondo le fonti',
    saidSo: people =>
      people === 0 ? 'Non l’ha detto nessuno.' : `${plural(people, 'persona l’ha detto', 'persone l’hanno detto')}.`,
    onRecord: 'Esatto',
    within: percent => `Vicino: scarto entro il ${percent}`,
    off: (by, isShare, isHigh) => `${isShare ? plural(by, 'punto', 'punti') : n(by)} ${side(isHigh)}`,
    percentOff: (percent, isHigh) => `${percent} ${side(isHigh)}`,
    timesOff: (factor, isHigh) => `${n(factor)} volte ${isHigh ? 'troppo alta' : 'troppo bassa'}`,
    middleGuess: 'Stima centrale della sala',
    middleHalf: 'La metà centrale della sala',
    range: (low, high) => `da ${low} a ${high}`,
    more: more => `e ${n(more)} in più`,
    nobody: 'Nessuno ha risposto',
    answered: people => `${plural(people, 'persona ha', 'persone hanno')} risposto`,
    onPaper: people => `, ${n(people)} su carta`,
    average: mean => `, ${n(mean, 1)} in media`,
  },
}

export const PAGE: PageWords = {
  lang: 'it',
  dir: 'ltr',
  title: 'Votare in sala',
  paper: {
    title: 'Votare su carta',
    text: 'Questa pagina non funziona in questo browser. Una scheda di carta conta lo stesso: ne chieda una davanti.',
  },
  lost: {
    title: 'Qui non c’è niente',
    text: 'A questo indirizzo non c’è niente. Il voto è a un tocco.',
    link: 'Vai al voto',
  },
}

import type { FirstWords, LaterWords, PageWords } from './words.ts'
import { listWith, numbersIn } from './grammar.ts'

/*
 * Spanish. With «usted» where a person must be named, and without anybody where it can be left out: it suits adults in
 * Spain and in America alike. «La sala» is the people, «la votación» what the phone is connected to.
 */

const n = numbersIn('es')
const list = listWith(' y ')
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`

export const FIRST: FirstWords = {
  AMOUNTS: {
    locale: 'es',
    percent: '#\u00A0%',
    // 10⁹ is said as a thousand millions.
    money: [[1e12, 2, '#\u00A0billones\u00A0de\u00A0$'], [1e6, 3, '#\u00A0M$'], [1, 2, '#\u00A0$']],
    fields: {
      'usd': '# $',
      'usd-million': '# millones de $',
      'usd-billion': '# mil millones de $',
      'usd-trillion': '# billones de $',
    },
    units: {
      'thousand': '#\u00A0mil',
      'million': '#\u00A0M',
      'billion': '#\u00A0mil\u00A0M',
      'trillion': value => value === 1 ? '#\u00A0billón' : '#\u00A0billones',
      'months': value => value === 1 ? '#\u00A0mes' : '#\u00A0meses',
      'points': value => value === 1 ? '#\u00A0punto' : '#\u00A0puntos',
      'ratio': value => value === 1 ? '#\u00A0vez' : '#\u00A0veces',
      'gflop': '#\u00A0GFLOP',
      'gb-per-second': '#\u00A0GB/s',
    },
  },
  KIND_TEXTS: {
    choice: {
      prompt: ['Toque una respuesta.', 'Ese es su voto. Puede cambiarlo.'],
      promptSeveral: ['Toque todas las que quiera.', 'Después, envíelas con el botón.'],
      said: numbers => `Voto: ${list(numbers)}.`,
      change: 'Para cambiarla, toque otra.',
      changeSeveral: 'Para cambiar, elija y envíe de nuevo.',
    },
    scale: {
      prompt: ['Toque un número.', 'Esa es su respuesta. Puede cambiarla.'],
      said: (value, sure) =>
        `Voto: ${value}${sure === undefined ? '' : sure ? ', sin duda' : ', por intuición'}.`,
      change: 'Para cambiarla, toque otro.',
      askSure: '¿Con cuánta seguridad? Es opcional.',
    },
    estimate: {
      prompt: ['Escriba un número o deslice.', 'Después, envíe su estimación.'],
      said: amount => `Respuesta: ${amount}.`,
      change: 'Para cambiarla, envíe otra.',
    },
    words: {
      prompt: max => max === 1
        ? ['Una palabra, o unas pocas.', 'Después, envíe.']
        : [`Hasta ${max} palabras o frases.`, 'De una en una. Con una basta.'],
      said: count => count === 1 ? 'Palabra recibida.' : `${count} palabras recibidas.`,
      change: hasRoom => hasRoom ? 'Escriba otra o cambie una.' : 'Toque una para cambiarla.',
      unsent: 'Lo que está escribiendo aún no se ha enviado.',
      lost: 'La palabra que no envió no cuenta.',
    },
    rank: {
      prompt: ['Tóquelas en su orden.', 'Se envía al colocarlas todas.'],
      said: 'Orden recibido.',
      change: 'Muévalas para cambiarlo.',
      unsent: 'Se reenvía al colocarlas todas.',
      lost: 'No todas tenían puesto, así que su orden no cuenta.',
    },
    points: {
      prompt: ['Cada toque da 10 puntos.', 'Se envía al repartir los 100.'],
      said: 'Puntos recibidos.',
      change: 'Repártalos de nuevo para cambiar.',
      unsent: 'Se reenvía al repartir los 100.',
      lost: 'Le quedaban puntos, así que los suyos no cuentan.',
    },
    grid: {
      prompt: ['Toque donde va el 1.', 'Ya cuenta. Puede cambiarlo.'],
      promptOne: ['Toque donde va.', 'Ya cuenta. Puede cambiarlo.'],
      said: (placed, of) => of === 1 ? 'Lugar recibido.' : `${placed} de ${of} colocados.`,
      change: 'Toque un número y su nuevo lugar.',
      changeNext: 'Coloque el siguiente, o déjelo así.',
    },
    questions: {
      prompt: max => [
        'Pregunte o apoye preguntas.',
        max === 1 ? 'Puede hacer una pregunta.' : `Puede hacer hasta ${max} preguntas.`,
      ],
      change: 'Puede preguntar o apoyar más.',
      unsent: 'Lo que está escribiendo aún no se ha enviado.',
      lost: 'La pregunta que no envió no cuenta.',
      closed: 'El turno de preguntas está cerrado.',
    },
  },
  STATUS: {
    oneMoment: ['Un momento…'],
    unreachable: ['No se puede conectar con la votación.', 'Revise el wifi; esta página lo sigue intentando.'],
    sending: ['Enviando…', 'Su respuesta está en camino.'],
    kept: ['Aún no cuenta.', 'Su respuesta está a salvo aquí y se enviará sola.'],
    silent: ['La sala ya no responde.', 'Quizá haya terminado. Si no, esta página seguirá.'],
    card: ['Es solo suya.', 'Ningún otro teléfono la recibe, y no lleva nombre.'],
    waiting: ['Mire al frente.', 'La próxima pregunta aparecerá aquí sola.'],
    talking: ['Pregunte por qué a quien eligió otra cosa.', 'En un momento se vota otra vez.'],
    unknown: ['Esta pregunta es más nueva que la página.', 'Recárguela para participar.'],
    refused: ['No cuenta.', 'La sala no aceptó su respuesta.'],
    noCookies: 'Permita las cookies, o vote en papel.',
    offline: ['Sin conexión con la votación.', 'Puede responder mientras tanto.'],
    late: ['Demasiado tarde: no cuenta.', 'La votación se cerró antes de llegar su respuesta.'],
    changeLate: ['Su cambio llegó demasiado tarde.', 'Cuenta su respuesta anterior.'],
    counted: 'Contada.',
    again: 'Nueva votación.',
    tryingAgain: 'Sin conexión. Esta página lo sigue intentando.',
    unsent: 'Su cambio aún no se ha enviado.',
    closed: 'La votación está cerrada.',
    revealed: 'Ya hay resultados.',
    solved: 'Esta es la respuesta.',
    wasCounted: 'Su respuesta se ha contado.',
    noAnswer: 'No hubo respuesta suya.',
    lost: 'Lo que no envió no cuenta.',
  },
  ASK: {
    open: 'Hacer una pregunta',
    short: 'Preguntar',
    back: 'Volver',
    kept: 'Su pregunta está guardada en este teléfono.',
    prompt: ['Pregunte cuando quiera.', 'Su pregunta espera su momento en la charla.'],
    counted: 'Ya ha llegado; se verá más adelante en la charla.',
  },
  BALLOT: {
    kept: 'guardada',
    send: 'Enviar',
    sendChoices: count => `Enviar ${plural(count, 'respuesta', 'respuestas')}`,
    howSure: '¿Con cuánta seguridad?',
    sure: 'Sin duda',
    guess: 'Por intuición',
  },
  FORMS: {
    sendText: text => `Enviar ${text}`,
    sendWord: word => `Enviar «${word}»`,
    estimate: (from, to) => `De ${from} a ${to}`,
    estimateFault: (from, to) => `Escriba un número de ${from} a ${to}.`,
    slider: 'Su estimación, con el control deslizante',
    notSet: 'sin elegir',
    word: (number, max) => max === 1 ? 'Su palabra' : `Palabra ${number} de ${max}`,
    change: 'cambiar',
    yourWords: 'Sus palabras',
    approve: 'Quien presenta la lee antes que la sala.',
    place: 'puesto',
    placed: (place, of) => `puesto ${place} de ${of}`,
    takenOut: 'quitada',
    up: text => `Subir ${text}`,
    down: text => `Bajar ${text}`,
    pointsLeft: left => `quedan ${left}`,
    take: (points, text) => `Quitar ${points} a ${text}`,
    step: (axis, step, steps) => `${axis} ${step} de ${steps}`,
    comma: ', ',
    liesAt: (number, place) => `${number} en ${place}.`,
    next: text => `Siguiente: ${text}`,
    yourQuestion: 'Su pregunta',
    ask: 'Preguntar',
    asked: max => max === 1
      ? 'Ya ha preguntado. Retire su pregunta para hacer otra.'
      : `Ya ha hecho ${max} preguntas. Retire una para hacer otra.`,
    yourQuestions: 'Sus preguntas',
    waits: 'pendiente de lectura',
    withdraw: question => `Retirar: ${question}`,
    roomAsks: 'La sala pregunta',
    support: 'apoyar',
    more: more => `Mostrar ${n(more)} más`,
    lettersLeft: left => left < 0
      ? `${plural(-left, 'carácter', 'caracteres')} de más`
      : `${left === 1 ? 'queda' : 'quedan'} ${plural(left, 'carácter', 'caracteres')}`,
    yours: 'suya',
    answered: 'respondida',
    spotlight: 'se está respondiendo',
  },
  TIME: {
    talk: left => `Coméntelo con quien tenga al lado${left ? `: ${left}` : ''}`,
    paused: left => `Quedan ${left}. El reloj está en pausa.`,
    closing: 'Cerrando…',
    calm: left => `Quedan ${left}`,
    amber: left => `Solo quedan ${left}`,
    red: left => `Últimos segundos: ${left}`,
    seconds: seconds => seconds === 1 ? 'Queda un segundo.' : `Quedan ${seconds} segundos.`,
  },
  WAITING: {
    here: here => `${n(here)} en la sala`,
    you: 'La raya alta es usted.',
    strokes: phonesEach => phonesEach === 1
      ? 'Cada raya es un teléfono de esta sala.'
      : `Cada raya representa ${phonesEach} teléfonos de esta sala.`,
  },
  TITLES: {
    joining: 'Entrando en la sala',
    ended: 'Gracias',
    in: 'Ya está en la sala',
    card: 'Su tarjeta',
    closed: 'cerrada',
    reload: 'Recargar la página',
  },
}

const andOthers = (others: number) => `y ${plural(others, 'persona más', 'personas más')}`
const side = (isHigh: boolean) => isHigh ? 'por encima' : 'por debajo'

export const LATER: LaterWords = {
  CARD: {
    right: 'Respuestas correctas',
    score: (right, of) => `${right} de ${of}`,
    whenSure: 'Sin duda: ',
    whenGuessing: 'Por intuición: ',
    tooFew: 'Hay tarjetas a partir de cinco personas, y hubo menos.',
    none: 'No respondió a ninguna pregunta con solución, así que su tarjeta está vacía. Tampoco es un error.',
    coming: 'Su tarjeta está en camino.',
    neverSure: 'Nunca dijo que no tenía dudas. Aquí nada pudo engañarle.',
    allSure: of => of === 1
      ? 'Una vez no tuvo dudas, y acertó. Una vez prueba poco.'
      : `Las ${of} veces que no tuvo dudas, acertó.`,
    noneSure: of => of === 1
      ? 'Una vez no tuvo dudas, y se equivocó. Una vez prueba poco.'
      : `Las ${of} veces que no tuvo dudas, se equivocó. Es bueno saberlo.`,
    someSure: (wrong, of) => wrong * 2 >= of
      ? `Su seguridad le engañó ${wrong} de ${of} veces. Pídale sus fuentes.`
      : `Su seguridad vale algo. Le engañó ${wrong} de ${of} veces.`,
    keep: 'Guardar como imagen',
    hold: 'Si no se guardó nada, mantenga pulsada la imagen.',
    picture: 'Su tarjeta como imagen',
  },
  REACTION_WORDS: {
    label: 'Reacciones, un momento en la pantalla',
    nod: 'De acuerdo',
    laugh: 'Divertido',
    question: 'Poco claro',
    slower: 'Más despacio',
  },
  RESULTS: {
    saidSure: sure => sure ? 'Su respuesta, sin duda' : 'Su respuesta, por intuición',
    you: 'usted',
    yourPlace: place => `usted: ${place}`,
    said: others => others === undefined
      ? 'Su respuesta'
      : others === 0 ? 'Solo usted respondió' : `Usted ${andOthers(others)} respondieron`,
    putFirst: others => others === undefined
      ? 'Su primer puesto'
      : others === 0 ? 'Solo usted puso primero' : `Usted ${andOthers(others)} pusieron primero`,
    wrote: 'Usted escribió',
    asked: 'Usted preguntó',
    withMe: others => others === 0 ? 'solo usted' : `usted ${andOthers(others)}`,
    wroteToo: (others, word) => `${plural(others, 'persona más escribió', 'personas más escribieron')} «${word}»`,
    yourPoints: points => `usted: ${points}`,
    gaveMost: points => `Usted dio ${points} puntos a`,
    pointsOfRoom: of => `de ${of} puntos de la sala`,
    count: (count, of) => `${count} de ${of}`,
    placedNear: 'Coincide con la sala en',
    withinStep: 'a un paso como mucho',
    youPlaced: 'Usted colocó',
    roomPut: place => `la sala: ${place}`,
    youPut: place => `usted: ${place}`,
    keyOfPlaces: 'Relleno: el centro de la sala. Discontinuo: usted.',
    largest: 'el grupo más grande de la sala',
    shareOfRoom: 'de la sala',
    firstOfRoom: 'de la sala lo puso primero',
    right: others => others === 0
      ? 'Correcto, y solo usted'
      : `Correcto, con ${plural(others, 'persona más', 'personas más')}`,
    allRight: 'Correcto',
    partly: (hits, of, not) =>
      `${hits} de ${of} ${hits === 1 ? 'correcta' : 'correctas'}${
        not > 0 ? `, y ${plural(not, 'incorrecta', 'incorrectas')}` : ''}`,
    wrong: 'Esta vez no',
    record: 'Según las fuentes',
    saidSo: people => people === 0
      ? 'Nadie lo dijo.'
      : `Lo ${people === 1 ? 'dijo' : 'dijeron'} ${plural(people, 'persona', 'personas')}.`,
    onRecord: 'Exacto',
    within: percent => `Cerca: a un ${percent} o menos`,
    off: (by, isShare, isHigh) => `${isShare ? plural(by, 'punto', 'puntos') : n(by)} ${side(isHigh)}`,
    percentOff: (percent, isHigh) => `${percent} ${side(isHigh)}`,
    timesOff: (factor, isHigh) => `${n(factor)} veces ${isHigh ? 'mayor' : 'menor'}`,
    middleGuess: 'Estimación central de la sala',
    middleHalf: 'La mitad central de la sala',
    range: (low, high) => `de ${low} a ${high}`,
    more: more => `y ${n(more)} más`,
    nobody: 'Nadie ha respondido',
    answered: people => `${people === 1 ? 'Ha respondido' : 'Han respondido'} ${plural(people, 'persona', 'personas')}`,
    onPaper: people => `, ${n(people)} en papel`,
    average: mean => `, ${n(mean, 1)} de media`,
  },
}

export const PAGE: PageWords = {
  lang: 'es',
  dir: 'ltr',
  title: 'Votar en la sala',
  paper: {
    title: 'Vote en papel',
    text: 'Esta página no funciona en este navegador. Una papeleta cuenta lo mismo: pida una delante.',
  },
  lost: {
    title: 'Aquí no hay nada',
    text: 'No hay nada en esta dirección. La votación está a un toque.',
    link: 'Ir a la votación',
  },
}

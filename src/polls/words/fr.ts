import type { FirstWords, LaterWords, PageWords } from './words.ts'
import { listWith, numbersIn } from './grammar.ts'

/*
 * French. With « vous », as any app does for adults, and buttons in the infinitive. « La salle » is the people, « le
 * vote » what the phone is connected to, and whoever presents is not named. No-break spaces before a colon and inside
 * « », narrow ones before ; ! ? and between digits; 0 is singular. Nothing asks for a gender.
 */

const n = numbersIn('fr-FR')
const list = listWith(' et ')
const plural = (count: number, one: string, many: string) => `${n(count)} ${count < 2 ? one : many}`

export const FIRST: FirstWords = {
  AMOUNTS: {
    locale: 'fr-FR',
    percent: '#\u202F%',
    // No word for 10¹² that everybody reads the same.
    money: [[1e9, 2, '#\u00A0Md\u00A0$'], [1e6, 3, '#\u00A0M\u00A0$'], [1, 2, '#\u00A0$']],
    fields: {
      'usd': '# $',
      'usd-million': '# millions de $',
      'usd-billion': '# milliards de $',
      'usd-trillion': '# mille milliards de $',
    },
    units: {
      'thousand': '#\u00A0k',
      'million': '#\u00A0M',
      'billion': '#\u00A0Md',
      'trillion': '#\u00A0mille\u00A0Md',
      'months': '#\u00A0mois',
      'points': value => value < 2 ? '#\u00A0point' : '#\u00A0points',
      'ratio': '#\u00A0fois',
      'gflop': '#\u00A0GFLOP',
      'gb-per-second': '#\u00A0Go/s',
    },
  },
  KIND_TEXTS: {
    choice: {
      prompt: ['Touchez une réponse.', 'C’est votre vote. Vous pouvez changer.'],
      promptSeveral: ['Plusieurs choix possibles.', 'Puis envoyez avec le bouton.'],
      said: numbers => `Réponse\u00A0: ${list(numbers)}.`,
      change: 'Touchez-en une autre pour changer.',
      changeSeveral: 'Pour changer, choisissez et renvoyez.',
    },
    scale: {
      prompt: ['Touchez un chiffre.', 'C’est noté. Vous pouvez changer.'],
      said: (value, sure) =>
        `Réponse\u00A0: ${value}${sure === undefined ? '' : sure ? ', certaine' : ', au jugé'}.`,
      change: 'Touchez-en un autre pour changer.',
      askSure: 'Avec quelle certitude\u202F? C’est facultatif.',
    },
    estimate: {
      prompt: ['Saisissez un nombre ou bougez le curseur.', 'Puis envoyez votre estimation.'],
      said: amount => `Réponse\u00A0: ${amount}.`,
      change: 'Renvoyez-en une autre pour changer.',
    },
    words: {
      prompt: max => max === 1
        ? ['Un mot, ou quelques-uns.', 'Puis envoyez.']
        : [`Jusqu’à ${max} mots ou expressions.`, 'Un à la fois. Un seul suffit.'],
      said: count => count === 1 ? 'Mot reçu.' : `${count} mots reçus.`,
      change: hasRoom => hasRoom ? 'Ajoutez-en un, ou changez-en un.' : 'Touchez-en un pour le changer.',
      unsent: 'Ce que vous écrivez n’est pas encore envoyé.',
      lost: 'Le mot que vous n’aviez pas envoyé ne compte pas.',
    },
    rank: {
      prompt: ['Touchez-les dans votre ordre.', 'L’envoi se fait une fois tout classé.'],
      said: 'Classement reçu.',
      change: 'Déplacez-les pour changer.',
      unsent: 'Nouvel envoi une fois tout classé.',
      lost: 'Tout n’était pas classé\u00A0: ce classement ne compte pas.',
    },
    points: {
      prompt: ['Chaque appui donne 10 points.', 'L’envoi se fait une fois les 100 donnés.'],
      said: 'Points reçus.',
      change: 'Répartissez-les autrement pour changer.',
      unsent: 'Nouvel envoi une fois les 100 donnés.',
      lost: 'Il restait des points\u00A0: ils ne comptent pas.',
    },
    grid: {
      prompt: ['Touchez la place du 1.', 'C’est compté. Vous pouvez changer.'],
      promptOne: ['Touchez sa place.', 'C’est compté. Vous pouvez changer.'],
      said: (placed, of) => of === 1 ? 'Place reçue.' : `${placed} sur ${of} placés.`,
      change: 'Touchez un numéro, puis sa nouvelle place.',
      changeNext: 'Placez le suivant, ou arrêtez ici.',
    },
    questions: {
      prompt: max => [
        'Posez ou soutenez une question.',
        max === 1 ? 'Vous pouvez en poser une.' : `Vous pouvez en poser jusqu’à ${max}.`,
      ],
      change: 'Vous pouvez continuer.',
      unsent: 'Ce que vous écrivez n’est pas encore envoyé.',
      lost: 'La question que vous n’aviez pas envoyée ne compte pas.',
      closed: 'Les questions sont closes.',
    },
  },
  STATUS: {
    oneMoment: ['Un instant…'],
    unreachable: ['Impossible de se connecter au vote.', 'Vérifiez le Wi-Fi\u202F; cette page réessaie.'],
    sending: ['Envoi…', 'Votre réponse est en route.'],
    kept: ['Pas encore comptée.', 'Votre réponse est gardée ici et partira toute seule.'],
    silent: ['La salle ne répond plus.', 'C’est sans doute fini. Sinon, cette page reprendra.'],
    card: ['Cette carte n’est qu’à vous.', 'Aucun autre téléphone ne la reçoit, et elle est sans nom.'],
    waiting: ['Levez les yeux.', 'La suite s’affichera ici toute seule.'],
    talking: ['Demandez à l’autre camp pourquoi.', 'Vous revoterez dans un instant.'],
    unknown: ['Cette question est plus récente que la page.', 'Rechargez-la pour participer.'],
    refused: ['Pas comptée.', 'Votre réponse n’a pas été acceptée.'],
    noCookies: 'Autorisez les cookies, ou votez sur papier.',
    offline: ['Pas de connexion au vote.', 'Vous pouvez répondre quand même.'],
    late: ['Trop tard\u00A0: pas comptée.', 'Le vote était clos à l’arrivée de votre réponse.'],
    changeLate: ['Votre changement arrive trop tard.', 'Votre réponse précédente compte.'],
    counted: 'Comptée.',
    again: 'Nouveau vote.',
    tryingAgain: 'Pas de connexion. Cette page réessaie.',
    unsent: 'Ce changement n’est pas encore envoyé.',
    closed: 'Le vote est clos.',
    revealed: 'Voici les résultats.',
    solved: 'Voici la réponse.',
    wasCounted: 'Votre réponse a été comptée.',
    noAnswer: 'Vous n’avez pas répondu.',
    lost: 'Ce que vous n’aviez pas envoyé ne compte pas.',
  },
  ASK: {
    open: 'Poser une question',
    short: 'Question',
    back: 'Retour',
    kept: 'Votre question est gardée sur ce téléphone.',
    prompt: ['Posez vos questions à tout moment.', 'Votre question attend son tour dans l’exposé.'],
    counted: 'La question est arrivée\u202F; elle viendra plus tard dans l’exposé.',
  },
  BALLOT: {
    kept: 'gardée',
    send: 'Envoyer',
    sendChoices: count => `Envoyer ${plural(count, 'choix', 'choix')}`,
    howSure: 'Avec quelle certitude\u202F?',
    sure: 'C’est certain',
    guess: 'Au jugé',
  },
  FORMS: {
    sendText: text => `Envoyer ${text}`,
    sendWord: word => `Envoyer «\u00A0${word}\u00A0»`,
    estimate: (from, to) => `De ${from} à ${to}`,
    estimateFault: (from, to) => `Saisissez un nombre de ${from} à ${to}.`,
    slider: 'Votre estimation, avec le curseur',
    notSet: 'pas encore choisie',
    word: (number, max) => max === 1 ? 'Votre mot' : `Mot ${number} sur ${max}`,
    change: 'changer',
    yourWords: 'Vos mots',
    approve: 'Relu avant d’être montré à la salle.',
    place: 'place',
    placed: (place, of) => `place ${place} sur ${of}`,
    takenOut: 'retiré',
    up: text => `Monter ${text}`,
    down: text => `Descendre ${text}`,
    pointsLeft: left => `reste ${left}`,
    take: (points, text) => `Reprendre ${points} à ${text}`,
    step: (axis, step, steps) => `${axis} ${step} sur ${steps}`,
    comma: ', ',
    liesAt: (number, place) => `${number}\u00A0: ${place}.`,
    next: text => `Ensuite\u00A0: ${text}`,
    yourQuestion: 'Votre question',
    ask: 'Poser la question',
    asked: max => max === 1
      ? 'Question posée. Retirez-la pour en poser une autre.'
      : `Vous avez posé ${max} questions. Retirez-en une pour en poser une autre.`,
    yourQuestions: 'Vos questions',
    waits: 'en attente de relecture',
    withdraw: question => `Retirer\u00A0: ${question}`,
    roomAsks: 'La salle demande',
    support: 'soutenir',
    more: more => `Afficher ${n(more)} de plus`,
    lettersLeft: left => left < 0
      ? `${plural(-left, 'caractère', 'caractères')} de trop`
      : `encore ${plural(left, 'caractère', 'caractères')}`,
    yours: 'la vôtre',
    answered: 'traitée',
    spotlight: 'en cours de réponse',
  },
  TIME: {
    talk: left => `Parlez-en avec vos voisins${left ? `\u00A0: ${left}` : ''}`,
    paused: left => `Encore ${left}. Le chronomètre est arrêté.`,
    closing: 'Clôture…',
    calm: left => `Encore ${left}`,
    amber: left => `Plus que ${left}`,
    red: left => `Dernières secondes\u00A0: ${left}`,
    seconds: seconds => seconds < 2 ? 'Encore une seconde.' : `Encore ${seconds} secondes.`,
  },
  WAITING: {
    here: here => `${n(here)} dans la salle`,
    you: 'Le grand trait, c’est vous.',
    strokes: phonesEach => phonesEach === 1
      ? 'Chaque trait est un téléphone dans cette salle.'
      : `Chaque trait représente ${phonesEach} téléphones dans cette salle.`,
  },
  TITLES: {
    joining: 'Connexion à la salle',
    ended: 'Merci',
    in: 'Vous y êtes',
    card: 'Votre carte',
    closed: 'clos',
    reload: 'Recharger cette page',
  },
}

const andOthers = (others: number) => `et ${plural(others, 'autre personne', 'autres personnes')}`
const side = (isHigh: boolean) => isHigh ? 'trop haut' : 'trop bas'

export const LATER: LaterWords = {
  CARD: {
    right: 'Bonnes réponses',
    score: (right, of) => `${right} sur ${of}`,
    whenSure: 'Avec certitude\u00A0: ',
    whenGuessing: 'Au jugé\u00A0: ',
    tooFew: 'Il y a des cartes à partir de cinq personnes, et il y en avait moins.',
    none: 'Vous n’avez répondu à aucun quiz, votre carte est donc vide. Ce n’est pas une erreur non plus.',
    coming: 'Votre carte arrive.',
    neverSure: 'Vous n’avez jamais répondu avec certitude. Rien ici n’a donc pu vous induire en erreur.',
    allSure: of => of === 1
      ? 'Une seule certitude, et elle était juste. Une fois prouve peu.'
      : `Vos ${of} certitudes étaient toutes justes.`,
    noneSure: of => of === 1
      ? 'Une seule certitude, et elle était fausse. Une fois prouve peu.'
      : `Vos ${of} certitudes étaient toutes fausses. C’est bon à savoir.`,
    someSure: (wrong, of) => wrong * 2 >= of
      ? `Certitudes fausses\u00A0: ${wrong} sur ${of}. Demandez-leur leurs sources.`
      : `Vos certitudes valent quelque chose. Fausses\u00A0: ${wrong} sur ${of}.`,
    keep: 'Enregistrer en image',
    hold: 'Si rien n’est enregistré, appuyez longuement sur l’image.',
    picture: 'Votre carte en image',
  },
  REACTION_WORDS: {
    label: 'Réactions, affichées un instant à l’écran',
    nod: 'D’accord',
    laugh: 'Drôle',
    question: 'Pas clair',
    slower: 'Moins vite',
  },
  RESULTS: {
    saidSure: sure => sure ? 'Votre réponse, avec certitude' : 'Votre réponse, au jugé',
    you: 'vous',
    yourPlace: place => `vous\u00A0: ${place}`,
    said: others => others === undefined
      ? 'Votre réponse'
      : others === 0 ? 'Vous, et personne d’autre' : `Vous ${andOthers(others)} avez répondu`,
    putFirst: others => others === undefined
      ? 'Votre premier choix'
      : others === 0 ? 'En premier pour vous uniquement' : `En premier pour vous ${andOthers(others)}`,
    wrote: 'Vous avez écrit',
    asked: 'Vous avez demandé',
    withMe: others => others === 0 ? 'vous uniquement' : `vous ${andOthers(others)}`,
    wroteToo: (others, word) =>
      `${plural(others, 'autre personne a', 'autres personnes ont')} aussi écrit «\u00A0${word}\u00A0»`,
    yourPoints: points => `vous\u00A0: ${points}`,
    gaveMost: points => `Vous avez donné ${points} points à`,
    pointsOfRoom: of => `sur ${of} points de la salle`,
    count: (count, of) => `${count} sur ${of}`,
    placedNear: 'D’accord avec la salle',
    withinStep: 'à un cran d’écart au plus',
    youPlaced: 'Vous avez placé',
    roomPut: place => `la salle\u00A0: ${place}`,
    youPut: place => `vous\u00A0: ${place}`,
    keyOfPlaces: 'Plein\u00A0: le milieu de la salle. Pointillés\u00A0: vous.',
    largest: 'le plus grand groupe de la salle',
    shareOfRoom: 'de la salle',
    firstOfRoom: 'de la salle le placent en premier',
    right: others => others === 0
      ? 'Juste, et personne d’autre'
      : `Juste, avec ${plural(others, 'autre personne', 'autres personnes')}`,
    allRight: 'Juste',
    partly: (hits, of, not) =>
      `${hits} sur ${of} ${hits < 2 ? 'juste' : 'justes'}${
        not > 0 ? `, plus ${plural(not, 'fausse', 'fausses')}` : ''}`,
    wrong: 'Pas cette fois',
    record: 'Selon les sources',
    saidSo: people =>
      people === 0 ? 'Personne ne l’a dit.' : `${plural(people, 'personne l’a dit', 'personnes l’ont dit')}.`,
    onRecord: 'Exactement',
    within: percent => `Tout près\u00A0: à ${percent} près`,
    off: (by, isShare, isHigh) => `${isShare ? plural(by, 'point', 'points') : n(by)} ${side(isHigh)}`,
    percentOff: (percent, isHigh) => `${percent} ${side(isHigh)}`,
    timesOff: (factor, isHigh) => `${n(factor)} fois ${side(isHigh)}`,
    middleGuess: 'Estimation médiane de la salle',
    middleHalf: 'La moitié centrale de la salle',
    range: (low, high) => `de ${low} à ${high}`,
    more: more => `et ${plural(more, 'autre', 'autres')}`,
    nobody: 'Personne n’a répondu',
    answered: people => `${plural(people, 'personne a', 'personnes ont')} répondu`,
    onPaper: people => `, dont ${n(people)} sur papier`,
    average: mean => `, ${n(mean, 1)} en moyenne`,
  },
}

export const PAGE: PageWords = {
  lang: 'fr',
  dir: 'ltr',
  title: 'Voter dans la salle',
  paper: {
    title: 'Voter sur papier',
    text: 'Votre navigateur ne lit pas cette page. Un bulletin papier compte tout autant\u00A0: demandez-en un devant.',
  },
  lost: {
    title: 'Rien ici',
    text: 'Il n’y a rien à cette adresse. Le vote est à portée de main.',
    link: 'Aller au vote',
  },
}

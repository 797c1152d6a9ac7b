import type { FirstWords, LaterWords, PageWords } from './words.ts'
import { listWith, numbersIn } from './grammar.ts'

/*
 * Portuguese, as in Brazil, in words that are read without a stumble in Portugal too. With “você” where a person must
 * be named: polite enough for a hall, and what apps say. “A sala” is the people, “a votação” what the phone is
 * connected to.
 */

const n = numbersIn('pt-BR')
const list = listWith(' e ')
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`

export const FIRST: FirstWords = {
  AMOUNTS: {
    locale: 'pt-BR',
    percent: '#%',
    money: [
      [1e12, 2, 'US$\u00A0#\u00A0tri'],
      [1e9, 2, 'US$\u00A0#\u00A0bi'],
      [1e6, 3, 'US$\u00A0#\u00A0mi'],
      [1, 2, 'US$\u00A0#'],
    ],
    fields: {
      'usd': 'US$ #',
      'usd-million': 'US$ # milhões',
      'usd-billion': 'US$ # bilhões',
      'usd-trillion': 'US$ # trilhões',
    },
    units: {
      'thousand': '#\u00A0mil',
      'million': '#\u00A0mi',
      'billion': '#\u00A0bi',
      'trillion': '#\u00A0tri',
      'months': value => value === 1 ? '#\u00A0mês' : '#\u00A0meses',
      'points': value => value === 1 ? '#\u00A0ponto' : '#\u00A0pontos',
      'ratio': value => value === 1 ? '#\u00A0vez' : '#\u00A0vezes',
      'gflop': '#\u00A0GFLOP',
      'gb-per-second': '#\u00A0GB/s',
    },
  },
  KIND_TEXTS: {
    choice: {
      prompt: ['Toque em uma resposta.', 'Esse é o seu voto. Você pode mudar.'],
      promptSeveral: ['Toque em quantas quiser.', 'Depois, envie com o botão.'],
      said: numbers => `Voto: ${list(numbers)}.`,
      change: 'Toque em outra para mudar.',
      changeSeveral: 'Para mudar, escolha e envie de novo.',
    },
    scale: {
      prompt: ['Toque em um número.', 'Essa é a sua resposta. Você pode mudar.'],
      said: (value, sure) =>
        `Voto: ${value}${sure === undefined ? '' : sure ? ', com certeza' : ', um palpite'}.`,
      change: 'Toque em outro para mudar.',
      askSure: 'Com quanta certeza? É opcional.',
    },
    estimate: {
      prompt: ['Digite um número ou deslize.', 'Depois, envie sua estimativa.'],
      said: amount => `Resposta: ${amount}.`,
      change: 'Envie outra para mudar.',
    },
    words: {
      prompt: max => max === 1
        ? ['Uma palavra, ou poucas.', 'Depois, envie.']
        : [`Até ${max} palavras ou expressões.`, 'Uma de cada vez. Uma já basta.'],
      said: count => count === 1 ? 'Palavra recebida.' : `${count} palavras recebidas.`,
      change: hasRoom => hasRoom ? 'Escreva outra ou mude uma.' : 'Toque em uma para mudar.',
      unsent: 'O que você está escrevendo ainda não foi enviado.',
      lost: 'A palavra que não foi enviada não conta.',
    },
    rank: {
      prompt: ['Toque na ordem que preferir.', 'É enviada com todas em posição.'],
      said: 'Sua ordem chegou.',
      change: 'Mova para mudar.',
      unsent: 'É reenviada com todas em posição.',
      lost: 'Nem todas tinham posição, por isso a ordem não conta.',
    },
    points: {
      prompt: ['Cada toque dá 10 pontos.', 'São enviados quando os 100 forem dados.'],
      said: 'Pontos recebidos.',
      change: 'Distribua de novo para mudar.',
      unsent: 'São reenviados quando os 100 forem dados.',
      lost: 'Sobraram pontos, por isso os seus não contam.',
    },
    grid: {
      prompt: ['Toque onde fica o 1.', 'Já conta. Você pode mudar.'],
      promptOne: ['Toque onde fica.', 'Já conta. Você pode mudar.'],
      said: (placed, of) => of === 1 ? 'Lugar recebido.' : `${placed} de ${of} colocados.`,
      change: 'Toque em um número e no novo lugar.',
      changeNext: 'Coloque o próximo ou pare aqui.',
    },
    questions: {
      prompt: max => [
        'Pergunte ou apoie perguntas.',
        max === 1 ? 'Você pode fazer uma.' : `Você pode fazer até ${max}.`,
      ],
      change: 'Você pode perguntar ou apoiar mais.',
      unsent: 'O que você está escrevendo ainda não foi enviado.',
      lost: 'A pergunta que não foi enviada não conta.',
      closed: 'As perguntas estão encerradas.',
    },
  },
  STATUS: {
    oneMoment: ['Um momento…'],
    unreachable: ['Não há conexão com a votação.', 'Confira o Wi-Fi; esta página continua tentando.'],
    sending: ['Enviando…', 'Sua resposta está a caminho.'],
    kept: ['Ainda não contada.', 'Sua resposta está guardada aqui e será enviada sozinha.'],
    silent: ['A sala não responde mais.', 'Deve ter acabado. Se não, esta página volta.'],
    card: ['Este cartão é só seu.', 'Nenhum outro telefone o recebe, e não traz nome.'],
    waiting: ['Olhe para a frente.', 'A próxima pergunta aparece aqui sozinha.'],
    talking: ['Fale com quem escolheu diferente.', 'Daqui a pouco há nova votação.'],
    unknown: ['Esta pergunta é mais nova que a página.', 'Recarregue para participar.'],
    refused: ['Não contada.', 'A sala não aceitou sua resposta.'],
    noCookies: 'Permita os cookies, ou vote em papel.',
    offline: ['Sem conexão com a votação.', 'Mesmo assim, você pode responder.'],
    late: ['Tarde demais: não contada.', 'A votação fechou antes de sua resposta chegar.'],
    changeLate: ['Sua mudança chegou tarde demais.', 'Vale a resposta anterior.'],
    counted: 'Contada.',
    again: 'Nova votação.',
    tryingAgain: 'Sem conexão. Esta página continua tentando.',
    unsent: 'Sua mudança ainda não foi enviada.',
    closed: 'A votação está encerrada.',
    revealed: 'Saíram os resultados.',
    solved: 'Aqui está a resposta.',
    wasCounted: 'Sua resposta foi contada.',
    noAnswer: 'Você não respondeu.',
    lost: 'O que não foi enviado não conta.',
  },
  ASK: {
    open: 'Fazer uma pergunta',
    short: 'Perguntar',
    back: 'Voltar',
    kept: 'Sua pergunta está guardada neste telefone.',
    prompt: ['Pergunte quando quiser.', 'Sua pergunta espera a hora dela na palestra.'],
    counted: 'A pergunta chegou e fica para mais adiante na palestra.',
  },
  BALLOT: {
    kept: 'guardada',
    send: 'Enviar',
    sendChoices: count => `Enviar ${plural(count, 'resposta', 'respostas')}`,
    howSure: 'Com quanta certeza?',
    sure: 'Com certeza',
    guess: 'É um palpite',
  },
  FORMS: {
    sendText: text => `Enviar ${text}`,
    sendWord: word => `Enviar “${word}”`,
    estimate: (from, to) => `De ${from} a ${to}`,
    estimateFault: (from, to) => `Digite um número de ${from} a ${to}.`,
    slider: 'Sua estimativa, no controle deslizante',
    notSet: 'sem valor',
    word: (number, max) => max === 1 ? 'Sua palavra' : `Palavra ${number} de ${max}`,
    change: 'mudar',
    yourWords: 'Suas palavras',
    approve: 'Quem apresenta lê antes da sala.',
    place: 'posição',
    placed: (place, of) => `posição ${place} de ${of}`,
    takenOut: 'retirada',
    up: text => `Subir ${text}`,
    down: text => `Descer ${text}`,
    pointsLeft: left => `restam ${left}`,
    take: (points, text) => `Tirar ${points} de ${text}`,
    step: (axis, step, steps) => `${axis} ${step} de ${steps}`,
    comma: ', ',
    liesAt: (number, place) => `${number} em ${place}.`,
    next: text => `A seguir: ${text}`,
    yourQuestion: 'Sua pergunta',
    ask: 'Perguntar',
    asked: max => max === 1
      ? 'Você já perguntou. Retire sua pergunta para fazer outra.'
      : `Você já fez ${max} perguntas. Retire uma para fazer outra.`,
    yourQuestions: 'Suas perguntas',
    waits: 'aguarda leitura',
    withdraw: question => `Retirar: ${question}`,
    roomAsks: 'A sala pergunta',
    support: 'apoiar',
    more: more => `Mostrar mais ${n(more)}`,
    lettersLeft: left => left < 0
      ? `${plural(-left, 'caractere', 'caracteres')} a mais`
      : `${left === 1 ? 'resta' : 'restam'} ${plural(left, 'caractere', 'caracteres')}`,
    yours: 'sua',
    answered: 'respondida',
    spotlight: 'sendo respondida',
  },
  TIME: {
    talk: left => `Converse com quem está ao lado${left ? `: ${left}` : ''}`,
    paused: left => `Faltam ${left}. O relógio está pausado.`,
    closing: 'Encerrando…',
    calm: left => `Faltam ${left}`,
    amber: left => `Só faltam ${left}`,
    red: left => `Últimos segundos: ${left}`,
    seconds: seconds => seconds === 1 ? 'Falta um segundo.' : `Faltam ${seconds} segundos.`,
  },
  WAITING: {
    here: here => `${n(here)} na sala`,
    you: 'O traço alto é você.',
    strokes: phonesEach => phonesEach === 1
      ? 'Cada traço é um telefone nesta sala.'
      : `Cada traço representa ${phonesEach} telefones nesta sala.`,
  },
  TITLES: {
    joining: 'Entrando na sala',
    ended: 'Agradecemos',
    in: 'Você está na sala',
    card: 'Seu cartão',
    closed: 'encerrada',
    reload: 'Recarregar a página',
  },
}

const andOthers = (others: number) => `e mais ${plural(others, 'pessoa', 'pessoas')}`
const side = (isHigh: boolean) => isHigh ? 'acima' : 'abaixo'

export const LATER: LaterWords = {
  CARD: {
    right: 'Respostas certas',
    score: (right, of) => `${right} de ${of}`,
    whenSure: 'Com certeza: ',
    whenGuessing: 'Por palpite: ',
    tooFew: 'Há cartões a partir de cinco pessoas, e foram menos.',
    none: 'Você não respondeu a nenhuma pergunta do quiz, então seu cartão está vazio. Também não é erro.',
    coming: 'Seu cartão está a caminho.',
    neverSure: 'Você nunca respondeu com certeza. Nada aqui pode ter enganado você.',
    allSure: of => of === 1
      ? 'Uma vez você teve certeza, e acertou. Uma vez prova pouco.'
      : `Nas ${of} vezes em que teve certeza, você acertou.`,
    noneSure: of => of === 1
      ? 'Uma vez você teve certeza, e errou. Uma vez prova pouco.'
      : `Nas ${of} vezes em que teve certeza, você errou. Bom saber.`,
    someSure: (wrong, of) => wrong * 2 >= of
      ? `Sua certeza enganou você ${wrong} de ${of} vezes. Peça as fontes a ela.`
      : `Sua certeza vale alguma coisa. Enganou você ${wrong} de ${of} vezes.`,
    keep: 'Salvar como imagem',
    hold: 'Se nada foi salvo, toque na imagem e segure.',
    picture: 'Seu cartão como imagem',
  },
  REACTION_WORDS: {
    label: 'Reações, por um momento na tela',
    nod: 'Concordo',
    laugh: 'Engraçado',
    question: 'Pouco claro',
    slower: 'Mais devagar',
  },
  RESULTS: {
    saidSure: sure => sure ? 'Sua resposta, com certeza' : 'Sua resposta, um palpite',
    you: 'você',
    yourPlace: place => `você: ${place}`,
    said: others => others === undefined
      ? 'Sua resposta'
      : others === 0 ? 'Só você respondeu' : `Você ${andOthers(others)} responderam`,
    putFirst: others => others === undefined
      ? 'Seu primeiro lugar'
      : others === 0 ? 'Só você pôs em primeiro' : `Você ${andOthers(others)} puseram em primeiro`,
    wrote: 'Você escreveu',
    asked: 'Você perguntou',
    withMe: others => others === 0 ? 'só você' : `você ${andOthers(others)}`,
    wroteToo: (others, word) => `mais ${plural(others, 'pessoa escreveu', 'pessoas escreveram')} “${word}”`,
    yourPoints: points => `você: ${points}`,
    gaveMost: points => `Você deu ${points} pontos a`,
    pointsOfRoom: of => `de ${of} pontos da sala`,
    count: (count, of) => `${count} de ${of}`,
    placedNear: 'Você e a sala concordam em',
    withinStep: 'no máximo um passo de diferença',
    youPlaced: 'Você colocou',
    roomPut: place => `a sala: ${place}`,
    youPut: place => `você: ${place}`,
    keyOfPlaces: 'Cheio: o meio da sala. Tracejado: você.',
    largest: 'o maior grupo da sala',
    shareOfRoom: 'da sala',
    firstOfRoom: 'da sala pôs em primeiro',
    right: others => others === 0 ? 'Certo, e só você' : `Certo, com mais ${plural(others, 'pessoa', 'pessoas')}`,
    allRight: 'Certo',
    partly: (hits, of, not) =>
      `${hits} de ${of} ${hits === 1 ? 'certa' : 'certas'}${
        not > 0 ? `, mais ${plural(not, 'errada', 'erradas')}` : ''}`,
    wrong: 'Desta vez não',
    record: 'Segundo as fontes',
    saidSo: people =>
      people === 0 ? 'Ninguém disse isso.' : `${plural(people, 'pessoa disse', 'pessoas disseram')} isso.`,
    onRecord: 'Exato',
    within: percent => `Perto: diferença de até ${percent}`,
    off: (by, isShare, isHigh) => `${isShare ? plural(by, 'ponto', 'pontos') : n(by)} ${side(isHigh)}`,
    percentOff: (percent, isHigh) => `${percent} ${side(isHigh)}`,
    timesOff: (factor, isHigh) => `${n(factor)} vezes ${isHigh ? 'maior' : 'menor'}`,
    middleGuess: 'Estimativa central da sala',
    middleHalf: 'A metade central da sala',
    range: (low, high) => `de ${low} a ${high}`,
    more: more => `e mais ${n(more)}`,
    nobody: 'Ninguém respondeu',
    answered: people => plural(people, 'pessoa respondeu', 'pessoas responderam'),
    onPaper: people => `, ${n(people)} em papel`,
    average: mean => `, ${n(mean, 1)} em média`,
  },
}

export const PAGE: PageWords = {
  lang: 'pt',
  dir: 'ltr',
  title: 'Votar na sala',
  paper: {
    title: 'Vote em papel',
    text: 'Esta página não funciona neste navegador. Uma cédula em papel vale o mesmo: peça uma lá na frente.',
  },
  lost: {
    title: 'Nada aqui',
    text: 'Não há nada neste endereço. A votação está a um toque.',
    link: 'Ir para a votação',
  },
}

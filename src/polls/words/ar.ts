import type { FirstWords, LaterWords, PageWords } from './words.ts'
import { listWith, numbersIn, pluralIn } from './grammar.ts'

/*
 * Modern Standard Arabic. Instructions to everybody in the polite plural („اضغطوا“), which asks for no gender; buttons
 * are nouns. Digits as on the wall, 1 2 3, which readers from Morocco to Oman read; signs beside them are kept in
 * place by isolates. „القاعة“ is the people, „التصويت“ what the phone is connected to.
 */

const LOCALE = 'ar-u-nu-latn'
const n = numbersIn(LOCALE)
const list = listWith(' و', '، ')
const form = pluralIn('ar')

/** The six forms of a counted thing; with one and two the number is in the word. */
const plural = (count: number, one: string, two: string, few: string, many: string, other: string) =>
  form(count, {
    one,
    two,
    few: `${n(count)} ${few}`,
    many: `${n(count)} ${many}`,
    other: `${n(count)} ${other}`,
  })
const people = (count: number) => plural(count, 'شخص واحد', 'شخصان', 'أشخاص', 'شخصًا', 'شخص')
const withOthers = (count: number) => plural(count, 'شخص آخر', 'شخصين آخرين', 'آخرين', 'آخرين', 'آخرين')

export const FIRST: FirstWords = {
  AMOUNTS: {
    locale: LOCALE,
    percent: '\u2066#%\u2069',
    money: [
      [1e12, 2, '# تريليون دولار'],
      [1e9, 2, '# مليار دولار'],
      [1e6, 3, '# مليون دولار'],
      [1, 2, '# دولار'],
    ],
    fields: {
      'usd': '# دولار',
      'usd-million': '# مليون دولار',
      'usd-billion': '# مليار دولار',
      'usd-trillion': '# تريليون دولار',
    },
    units: {
      'thousand': '# ألف',
      'million': '# مليون',
      'billion': '# مليار',
      'trillion': '# تريليون',
      'months': value => form(value, { few: '# أشهر', many: '# شهرًا', other: '# شهر' }),
      'points': value => form(value, { few: '# نقاط', other: '# نقطة' }),
      'ratio': value => form(value, { few: '# مرات', other: '# مرة' }),
      'gflop': '\u2066# GFLOP\u2069',
      'gb-per-second': '\u2066# GB/s\u2069',
    },
  },
  KIND_TEXTS: {
    choice: {
      prompt: ['اضغطوا على إجابة واحدة.', 'هذا صوتكم، ويمكن تغييره.'],
      promptSeveral: ['اضغطوا على ما تشاؤون منها.', 'ثم أرسلوها بالزر.'],
      said: numbers => `إجابتكم: ${list(numbers)}.`,
      change: 'للتغيير اضغطوا على غيرها.',
      changeSeveral: 'للتغيير اختاروا وأرسلوا من جديد.',
    },
    scale: {
      prompt: ['اضغطوا على رقم.', 'هذه إجابتكم، ويمكن تغييرها.'],
      said: (value, sure) => `إجابتكم: ${value}${sure === undefined ? '' : sure ? '، بثقة' : '، تخمينًا'}.`,
      change: 'للتغيير اضغطوا على رقم آخر.',
      askSure: 'ما مدى ثقتكم؟ الإجابة اختيارية.',
    },
    estimate: {
      prompt: ['اكتبوا رقمًا أو حرّكوا المؤشر.', 'ثم أرسلوا تقديركم.'],
      said: amount => `إجابتكم: ${amount}.`,
      change: 'للتغيير أرسلوا تقديرًا آخر.',
    },
    words: {
      prompt: max => max === 1
        ? ['كلمة أو بضع كلمات.', 'ثم أرسلوها.']
        : [
            `حتى ${plural(max, 'كلمة واحدة', 'كلمتين', 'كلمات', 'كلمة', 'كلمة')} أو عبارات.`,
            'واحدة كل مرة، وواحدة تكفي.',
          ],
      said: count => `وصلت ${plural(count, 'كلمتكم', 'كلمتاكم', 'كلمات منكم', 'كلمة منكم', 'كلمة منكم')}.`,
      change: hasRoom => hasRoom ? 'أضيفوا كلمة أو غيّروا واحدة.' : 'اضغطوا على كلمة لتغييرها.',
      unsent: 'ما تكتبونه لم يُرسل بعد.',
      lost: 'الكلمة التي لم تُرسل لا تُحتسب.',
    },
    rank: {
      prompt: ['اضغطوا عليها بترتيبكم.', 'يُرسل الترتيب وحده حين يكتمل.'],
      said: 'وصل ترتيبكم.',
      change: 'للتغيير حرّكوها.',
      unsent: 'يُرسل من جديد حين يكتمل.',
      lost: 'لم يكتمل الترتيب، لذا لا يُحتسب.',
    },
    points: {
      prompt: ['كل ضغطة تعطي 10 نقاط.', 'تُرسل وحدها حين توزَّع النقاط الـ100.'],
      said: 'وصلت نقاطكم.',
      change: 'للتغيير أعيدوا توزيعها.',
      unsent: 'تُرسل من جديد حين توزَّع النقاط الـ100.',
      lost: 'بقيت نقاط، لذا لا تُحتسب.',
    },
    grid: {
      prompt: ['اضغطوا حيث مكان 1.', 'يُحتسب فورًا، ويمكن تغييره.'],
      promptOne: ['اضغطوا حيث مكانه.', 'يُحتسب فورًا، ويمكن تغييره.'],
      said: (placed, of) => of === 1 ? 'وصل المكان.' : `وُضع ${placed} من ${of}.`,
      change: 'اضغطوا على رقم ثم على مكانه الجديد.',
      changeNext: 'ضعوا التالي، أو اكتفوا بهذا.',
    },
    questions: {
      prompt: max => [
        'اسألوا أو ادعموا أسئلة غيركم.',
        `يمكنكم طرح ${plural(max, 'سؤال واحد', 'سؤالين', 'أسئلة', 'سؤالًا', 'سؤال')}.`,
      ],
      change: 'يمكنكم السؤال والدعم أكثر.',
      unsent: 'ما تكتبونه لم يُرسل بعد.',
      lost: 'السؤال الذي لم يُرسل لا يُحتسب.',
      closed: 'أُغلق باب الأسئلة.',
    },
  },
  STATUS: {
    oneMoment: ['لحظة من فضلكم…'],
    unreachable: ['تعذّر الوصول إلى التصويت.', 'تحققوا من شبكة Wi-Fi؛ هذه الصفحة تواصل المحاولة.'],
    sending: ['جارٍ الإرسال…', 'إجابتكم في الطريق.'],
    kept: ['لم تُحتسب بعد.', 'إجابتكم محفوظة هنا وستُرسل وحدها.'],
    silent: ['لا رد من القاعة.', 'لعل الجلسة انتهت. وإن لم تنتهِ تعود هذه الصفحة.'],
    card: ['هذه البطاقة لكم وحدكم.', 'لا تصل إلى هاتف آخر، ولا اسم عليها.'],
    waiting: ['انظروا إلى الأمام.', 'سيظهر السؤال التالي هنا وحده.'],
    talking: ['اسألوا من اختار غير ذلك عن السبب.', 'بعد قليل تصوّتون من جديد.'],
    unknown: ['هذا السؤال أحدث من الصفحة.', 'أعيدوا تحميلها للمشاركة.'],
    refused: ['لم تُحتسب.', 'لم تُقبل إجابتكم.'],
    noCookies: 'اسمحوا بملفات تعريف الارتباط، أو صوّتوا على الورق.',
    offline: ['لا اتصال بالتصويت.', 'يمكنكم الإجابة في هذه الأثناء.'],
    late: ['فات الأوان، فلم تُحتسب.', 'أُغلق التصويت قبل وصول إجابتكم.'],
    changeLate: ['وصل تغييركم متأخرًا.', 'احتُسبت إجابتكم السابقة.'],
    counted: 'احتُسبت.',
    again: 'تصويت جديد.',
    tryingAgain: 'لا اتصال. هذه الصفحة تواصل المحاولة.',
    unsent: 'تغييركم لم يُرسل بعد.',
    closed: 'أُغلق التصويت.',
    revealed: 'ظهرت النتائج.',
    solved: 'هذه هي الإجابة.',
    wasCounted: 'احتُسبت إجابتكم.',
    noAnswer: 'لم تصل منكم إجابة.',
    lost: 'ما لم يُرسل لا يُحتسب.',
  },
  ASK: {
    open: 'طرح سؤال',
    short: 'سؤال',
    back: 'رجوع',
    kept: 'سؤالكم محفوظ على هذا الهاتف.',
    prompt: ['اسألوا في أي وقت.', 'ينتظر سؤالكم دوره في العرض.'],
    counted: 'وصل السؤال، وسيأتي دوره لاحقًا في العرض.',
  },
  BALLOT: {
    kept: 'محفوظة',
    send: 'إرسال',
    sendChoices: count =>
      `إرسال ${plural(count, 'إجابة واحدة', 'إجابتين', 'إجابات', 'إجابة', 'إجابة')}`,
    howSure: 'ما مدى ثقتكم؟',
    sure: 'بثقة',
    guess: 'مجرد تخمين',
  },
  FORMS: {
    sendText: text => `إرسال \u2068${text}\u2069`,
    sendWord: word => `إرسال «\u2068${word}\u2069»`,
    estimate: (from, to) => `من ${from} إلى ${to}`,
    estimateFault: (from, to) => `أدخلوا رقمًا من ${from} إلى ${to}.`,
    slider: 'تقديركم بالمؤشر',
    notSet: 'لم يُحدد',
    word: (number, max) => max === 1 ? 'كلمتكم' : `الكلمة ${number} من ${max}`,
    change: 'تغيير',
    yourWords: 'كلماتكم',
    approve: 'يقرؤها مدير الجلسة قبل القاعة.',
    place: 'المرتبة',
    placed: (place, of) => `المرتبة ${place} من ${of}`,
    takenOut: 'أُزيلت',
    up: text => `إلى أعلى: \u2068${text}\u2069`,
    down: text => `إلى أسفل: \u2068${text}\u2069`,
    pointsLeft: left => `بقي ${left}`,
    take: (points, text) => `سحب ${points} من \u2068${text}\u2069`,
    step: (axis, step, steps) => `\u2068${axis}\u2069 ${step} من ${steps}`,
    comma: '، ',
    liesAt: (number, place) => `${number} عند ${place}.`,
    next: text => `التالي: \u2068${text}\u2069`,
    yourQuestion: 'سؤالكم',
    ask: 'طرح السؤال',
    asked: max => max === 1
      ? 'طرحتم سؤالكم. اسحبوه لتطرحوا غيره.'
      : `طرحتم ${plural(max, 'سؤالًا', 'سؤالين', 'أسئلة', 'سؤالًا', 'سؤال')}. اسحبوا واحدًا لتطرحوا غيره.`,
    yourQuestions: 'أسئلتكم',
    waits: 'بانتظار الاطلاع',
    withdraw: question => `سحب: \u2068${question}\u2069`,
    roomAsks: 'القاعة تسأل',
    support: 'دعم',
    more: more => `عرض ${n(more)} أخرى`,
    lettersLeft: left => left < 0
      ? `الزيادة: ${plural(-left, 'حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف')}`
      : `بقي ${plural(left, 'حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف')}`,
    yours: 'سؤالكم',
    answered: 'أُجيب عنه',
    spotlight: 'تجري الإجابة عنه',
  },
  TIME: {
    talk: left => `ناقشوا الأمر مع من بجانبكم${left ? `: ${left}` : ''}`,
    paused: left => `بقي ${left}. الساعة متوقفة.`,
    closing: 'يُغلق الآن…',
    calm: left => `بقي ${left}`,
    amber: left => `بقي فقط ${left}`,
    red: left => `الثواني الأخيرة: ${left}`,
    seconds: seconds => `بقيت ${plural(seconds, 'ثانية واحدة', 'ثانيتان', 'ثوانٍ', 'ثانية', 'ثانية')}.`,
  },
  WAITING: {
    here: here => `الحضور: ${n(here)}`,
    you: 'الخط الطويل هو أنتم.',
    strokes: phonesEach => phonesEach === 1
      ? 'كل خط هاتف في هذه القاعة.'
      : `كل خط يمثل ${plural(phonesEach, 'هاتفًا', 'هاتفين', 'هواتف', 'هاتفًا', 'هاتف')} في هذه القاعة.`,
  },
  TITLES: {
    joining: 'الدخول إلى القاعة',
    ended: 'شكرًا لكم',
    in: 'أنتم معنا',
    card: 'بطاقتكم',
    closed: 'مغلق',
    reload: 'إعادة تحميل الصفحة',
  },
}

const alsoOthers = (others: number) => others === 0
  ? 'أنتم وحدكم'
  : `أنتم و${plural(others, 'شخص آخر', 'شخصان آخران', 'آخرون', 'آخرون', 'آخرون')}`
const side = (isHigh: boolean) => isHigh ? 'أعلى' : 'أقل'

export const LATER: LaterWords = {
  CARD: {
    right: 'الإجابات الصحيحة',
    score: (right, of) => `${right} من ${of}`,
    whenSure: 'بثقة: ',
    whenGuessing: 'تخمينًا: ',
    tooFew: 'البطاقات لخمسة أشخاص أو أكثر، وكان العدد أقل.',
    none: 'لم تجيبوا عن أي سؤال له حل، فبطاقتكم فارغة. وهذا ليس خطأ أيضًا.',
    coming: 'بطاقتكم في الطريق.',
    neverSure: 'لم تجيبوا بثقة قط، فلا شيء هنا يخدع.',
    allSure: of => of === 1
      ? 'وثقتم مرة واحدة، وأصبتم. مرة واحدة لا تثبت الكثير.'
      : `كلما وثقتم أصبتم: ${of} من ${of}.`,
    noneSure: of => of === 1
      ? 'وثقتم مرة واحدة، ولم تصيبوا. مرة واحدة لا تثبت الكثير.'
      : `كلما وثقتم لم تصيبوا: 0 من ${of}. من الجيد معرفة ذلك.`,
    someSure: (wrong, of) => wrong * 2 >= of
      ? `خدعتكم ثقتكم في ${wrong} من ${of}. اسألوها عن مصادرها.`
      : `لثقتكم قيمة. خدعتكم في ${wrong} من ${of}.`,
    keep: 'حفظ كصورة',
    hold: 'إن لم يُحفظ شيء، فاضغطوا على الصورة مطوّلًا.',
    picture: 'صورة بطاقتكم',
  },
  REACTION_WORDS: {
    label: 'ردود فعل تظهر على الشاشة للحظة',
    nod: 'أوافق',
    laugh: 'طريف',
    question: 'غير واضح',
    slower: 'أبطأ',
  },
  RESULTS: {
    saidSure: sure => sure ? 'إجابتكم، بثقة' : 'إجابتكم، تخمينًا',
    you: 'أنتم',
    yourPlace: place => `أنتم: ${place}`,
    said: others => others === undefined
      ? 'إجابتكم'
      : `هكذا أجبتم ${others === 0 ? 'وحدكم' : `مع ${withOthers(others)}`}`,
    putFirst: others => others === undefined
      ? 'وضعتم أولًا'
      : `وضعتم أولًا ${others === 0 ? 'وحدكم' : `مع ${withOthers(others)}`}`,
    wrote: 'كتبتم',
    asked: 'سألتم',
    withMe: alsoOthers,
    wroteToo: (others, word) => `\u2068${word}\u2069: كتبها أيضًا ${people(others)}`,
    yourPoints: points => `أنتم: ${points}`,
    gaveMost: points =>
      `أعطيتم ${plural(points, 'نقطة واحدة', 'نقطتين', 'نقاط', 'نقطة', 'نقطة')} إلى`,
    pointsOfRoom: of => `من ${of} نقطة من القاعة`,
    count: (count, of) => `${count} من ${of}`,
    placedNear: 'تتفقون مع القاعة على',
    withinStep: 'بفارق خطوة على الأكثر',
    youPlaced: 'وضعتم',
    roomPut: place => `القاعة: ${place}`,
    youPut: place => `أنتم: ${place}`,
    keyOfPlaces: 'الممتلئ: وسط القاعة. المتقطع: أنتم.',
    largest: 'أكبر مجموعة في القاعة',
    shareOfRoom: 'من القاعة',
    firstOfRoom: 'من القاعة وضعوها أولًا',
    right: others => others === 0 ? 'صحيح، وأنتم وحدكم' : `صحيح، مع ${withOthers(others)}`,
    allRight: 'صحيح',
    partly: (hits, of, not) => `${hits} من ${of} صحيحة${not > 0 ? `، و${not} غير صحيحة` : ''}`,
    wrong: 'ليس هذه المرة',
    record: 'بحسب المصادر',
    saidSo: count => count === 0 ? 'لم يقل ذلك أحد.' : `قال ذلك ${people(count)}.`,
    onRecord: 'صحيح تمامًا',
    within: percent => `قريب: بفارق لا يتجاوز ${percent}`,
    off: (by, isShare, isHigh) => `${side(isHigh)} بمقدار ${isShare
      ? plural(by, 'نقطة واحدة', 'نقطتين', 'نقاط', 'نقطة', 'نقطة')
      : n(by)}`,
    percentOff: (percent, isHigh) => `${side(isHigh)} بنسبة ${percent}`,
    timesOff: (factor, isHigh) => `${side(isHigh)} بنحو ${plural(factor, 'مرة', 'مرتين', 'مرات', 'مرة', 'مرة')}`,
    middleGuess: 'أوسط تقديرات القاعة',
    middleHalf: 'النصف الأوسط من القاعة',
    range: (low, high) => `من ${low} إلى ${high}`,
    more: more => `و${n(more)} غيرها`,
    nobody: 'لم يُجب أحد',
    answered: count => `أجاب ${people(count)}`,
    onPaper: count => `، منهم ${n(count)} على الورق`,
    average: mean => `، بمتوسط ${n(mean, 1)}`,
  },
}

export const PAGE: PageWords = {
  lang: 'ar',
  dir: 'rtl',
  title: 'التصويت في القاعة',
  paper: {
    title: 'صوّتوا على الورق',
    text: 'لا تعمل هذه الصفحة في هذا المتصفح. الورقة تُحتسب مثلها تمامًا: اطلبوا واحدة في الأمام.',
  },
  lost: {
    title: 'لا شيء هنا',
    text: 'لا يوجد شيء على هذا العنوان. التصويت على بُعد ضغطة.',
    link: 'إلى التصويت',
  },
}

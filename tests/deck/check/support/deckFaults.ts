import type { Seed } from '../../../support/tempFiles.ts'
import { GUIDE, HANDOUT, MONEY, OPENING, PICTURES, TASK } from './smallDeck.ts'

/**
 * `near` is a text that begins on the line that the message names; a fault in frontmatter is named by the line that
 * opens it.
 */
export interface Fault extends Seed {
  what: string
  near: string
  says: string
  /** Where the message points, when not at `near` in the seeded file. */
  at?: string
  /** A fault that comes with it. */
  also?: string
}

const CLAIMS = 'evidence/claims.yaml'
const SOURCES = 'evidence/sources.yaml'
const SERIES = 'evidence/series.yaml'
const POLLS = 'polls.yaml'

type MissingEntry = [what: string, file: string, from: string, to: string, near: string, entry: string, list: string]

/** References to an entry that its data file does not list. */
const MISSING_ENTRIES: MissingEntry[] = [
  ['unknown figure', OPENING, 'run-cost', 'walk-cost', 'walk-cost', 'figure "walk-cost"', CLAIMS],
  ['unknown figure on a handout', HANDOUT, 'run-cost', 'walk-cost', 'walk-cost', 'figure "walk-cost"', CLAIMS],
  ['unknown figure on a facilitator page', GUIDE, 'fleet-cost', 'boat-cost', 'boat-cost', 'figure "boat-cost"', CLAIMS],
  ['unknown claim', MONEY, 'A02', 'A09', 'A09', 'claim "A09"', CLAIMS],
  ['unknown claim of a caveat', OPENING, 'A01', 'A09', 'A09', 'claim with a caveat "A09"', CLAIMS],
  ['claim without a caveat', OPENING, 'A01', 'A02', 'A02', 'claim with a caveat "A02"', CLAIMS],
  ['unknown source on a slide', MONEY, '\'analyst\'', '\'oracle\'', 'oracle', 'source "oracle"', SOURCES],
  ['unknown source on a facilitator page', GUIDE, '\'analyst\'', '\'oracle\'', 'oracle', 'source "oracle"', SOURCES],
  ['unknown poll on a slide', MONEY, '"bill"', '"bull"', 'bull', 'poll "bull"', POLLS],
  ['unknown claim on a slide', PICTURES, '<Claim id="A01"', '<Claim id="A09"', '<Claim ', 'claim "A09"', CLAIMS],
  ['unknown claim of a reading', PICTURES, 'A02', 'A09', 'A09', 'claim "A09"', CLAIMS],
  ['unknown series', PICTURES, 'id="costs"', 'id="prices"', 'prices', 'series of points "prices"', SERIES],
  ['chart of events', PICTURES, 'id="costs"', 'id="release"', '<SeriesChart', 'series of points "release"', SERIES],
  ['unknown poll before', PICTURES, 'before="bill"', 'before="bull"', 'bull', 'poll "bull"', POLLS],
  ['unknown poll after', PICTURES, 'after="bill-again"', 'after="bull"', 'bull', 'poll "bull"', POLLS],
]

const OTHER_FAULTS: Fault[] = [
  {
    what: 'unknown figure in single quotes',
    file: OPENING,
    from: '"run-cost"',
    to: '\'walk-cost\'',
    near: 'walk-cost',
    says: 'there is no figure "walk-cost" in evidence/claims.yaml; mend the id or add the entry.',
  },
  {
    what: 'unknown claim over two lines',
    file: MONEY,
    from: '<Verdict claim="A02"',
    to: '<Verdict\n  claim="A09"',
    near: '<Verdict',
    says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.',
  },
  {
    what: 'unknown source in frontmatter',
    file: OPENING,
    from: '[paper]',
    to: '[paper, oracle]',
    near: '---',
    says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.',
  },
  {
    what: 'unknown poll in frontmatter',
    file: OPENING,
    from: 'lens: technical\npoll: bill',
    to: 'poll: bull',
    near: '---\npoll: bull',
    says: 'there is no poll "bull" in polls.yaml; write bill or add the entry.',
  },
  {
    what: 'unknown lens',
    file: OPENING,
    from: 'lens: technical',
    to: 'lens: legal',
    near: '---\nlens: legal',
    says: 'lens "legal" is none of technical, economic, domestic, international; name one of them.',
  },
  {
    what: 'unknown lens of a whole section',
    file: 'slides.md',
    from: 'lens: economic',
    to: 'lens: legal',
    near: '---\nsrc: ./pages/10',
    says: 'lens "legal" is none of technical, economic, domestic, international; name one of them.',
  },
  {
    what: 'date in words',
    file: OPENING,
    from: 'lens: technical\npoll: bill\nasOf: \'2026-11\'',
    to: 'asOf: November',
    near: '---\nasOf: November',
    says: 'asOf "November" is no date; write a quoted day, month or year such as \'2026-11\'.',
  },
  {
    what: 'showcase in words',
    file: OPENING,
    from: 'lens: technical\npoll: bill\nasOf: \'2026-11\'',
    to: 'lens: technical\npoll: bill\nasOf: \'2026-11\'\nshowcase: perhaps',
    near: '---\nlens: technical\npoll: bill',
    says: 'showcase "perhaps" is neither true nor false; write one of them.',
  },
  {
    what: 'year without quotes',
    file: OPENING,
    from: 'lens: technical\npoll: bill\nasOf: \'2026-11\'',
    to: 'asOf: 2026',
    near: '---\nasOf: 2026',
    says: 'asOf "2026" is no date; write a quoted day, month or year such as \'2026-11\'.',
  },
  {
    what: 'unknown poll of an exercise',
    file: HANDOUT,
    from: 'polls: [bill]',
    to: 'polls: [bull]',
    near: 'polls:',
    says: 'there is no poll "bull" in polls.yaml; write bill or add the entry.',
  },
  {
    what: 'unknown claim of an answer key',
    file: GUIDE,
    from: 'Machines:',
    to: 'Machines (<ClaimRef :ids="[\'A01\', \'A09\']" />):',
    near: 'Machines',
    says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.',
  },
  {
    what: 'answer key that names no claim',
    file: GUIDE,
    from: 'Machines:',
    to: 'Machines (<ClaimRef />):',
    near: 'Machines',
    says: '<ClaimRef> has no id and no ids; give it one of them.',
  },
  {
    what: 'exercise without a slide',
    file: TASK,
    from: 'layout: exercise\nexercise: 01-bill\n',
    to: '',
    near: '',
    says: 'no slide shows this exercise; add one with layout: exercise and exercise: 01-bill.',
    at: `${HANDOUT}:1`,
  },
  {
    what: 'exercise that takes longer than its slide',
    file: HANDOUT,
    from: 'minutes: 8.5',
    to: 'minutes: 9',
    near: '',
    says: `the slide takes 10.5 minutes and the steps in ${HANDOUT} take 11; make them one.`,
    at: `${TASK}:1`,
  },
  {
    what: 'exercise of another track than its slide',
    file: HANDOUT,
    from: 'track: half-day',
    to: 'track: spare',
    near: '',
    says: `the slide is of track half-day and ${HANDOUT} of spare; make them one.`,
    at: `${TASK}:1`,
  },
  {
    what: 'notes with the list of sources that the deck adds',
    file: MONEY,
    from: '<!-- Point at the last line. -->',
    to: '<!--\nPoint at it.\n\nSources:\n\n- A report. A laboratory, 2024.\n-->',
    near: '# The machines',
    says: 'the notes end with a list of sources, which the deck adds by itself; delete the list.',
  },
  {
    what: 'notes with a component',
    file: MONEY,
    from: '<!-- Point at the last line. -->',
    to: '<!-- Point at <Figure id="run-cost" />. -->',
    near: '# The machines',
    says: '<Figure> in the notes is not drawn there; write in words what it would show.',
  },
  {
    what: 'no notes',
    file: MONEY,
    from: '<!-- Point at the last line. -->',
    to: '',
    near: '# The machines',
    says: 'the slide has no speaker notes; end it with a comment that holds them.',
  },
  {
    what: 'empty notes',
    file: MONEY,
    from: '<!-- Point at the last line. -->',
    to: '<!-- -->',
    near: '# The machines',
    says: 'the slide has no speaker notes; end it with a comment that holds them.',
  },
  {
    what: 'unknown claim on the board',
    file: PICTURES,
    from: '{ id: \'A01\'',
    to: '{ id: \'A01\', label: \'Same\' }, { id: \'A09\'',
    near: '<ClaimBoard',
    says: 'there is no claim "A09" in evidence/claims.yaml; mend the id or add the entry.',
  },
  {
    what: 'unknown source of a sentence',
    file: PICTURES,
    from: '<Cite id="analyst" />',
    to: '<Cite id="oracle" />',
    near: 'oracle',
    says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.',
  },
  {
    what: 'unknown source among several',
    file: PICTURES,
    from: '<Cite id="analyst" />',
    to: '<Cite :ids="[\'analyst\', \'oracle\']" />',
    near: 'oracle',
    says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.',
  },
  {
    what: 'unknown source of a line',
    file: PICTURES,
    from: '"$frontmatter.sources"',
    to: '"[`oracle`]"',
    near: 'oracle',
    says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.',
  },
  {
    what: 'parameters of events',
    file: PICTURES,
    from: 'series="models"',
    to: 'series="release"',
    near: '<ActiveParameters',
    says: 'there is no series of points "release" in evidence/series.yaml; mend the id or add the entry.',
  },
  {
    what: 'timeline of points',
    file: PICTURES,
    from: '[\'release\']',
    to: '[\'release\', \'costs\']',
    near: '<Timeline',
    says: 'there is no series of events "costs" in evidence/series.yaml; mend the id or add the entry.',
  },
  {
    what: 'unknown figure of a model',
    file: PICTURES,
    from: 'series="models" :pick="[\'Dense\', \'Sparse\']"',
    to: ':models="[{ label: \'One\', total: \'run-cost\', active: \'walk-cost\' }]"',
    near: '<ActiveParameters',
    says: 'there is no figure "walk-cost" in evidence/claims.yaml; mend the id or add the entry.',
  },
  {
    what: 'neither series nor models of the parameters',
    file: PICTURES,
    from: ' series="models" :pick="[\'Dense\', \'Sparse\']"',
    to: '',
    near: '<ActiveParameters',
    says: '<ActiveParameters> has no series and no models; give it one of them.',
  },
  {
    what: 'citation of nothing',
    file: PICTURES,
    from: '<Cite id="analyst" />',
    to: '<Cite />',
    near: '<Cite',
    says: '<Cite> has no id and no ids; give it one of them.',
  },
  {
    what: 'what every object has',
    file: PICTURES,
    from: 'after="bill-again"',
    to: 'after="constructor"',
    near: '<Shift',
    says: 'there is no poll "constructor" in polls.yaml; mend the id or add the entry.',
  },
  {
    what: 'tag in another spelling',
    file: PICTURES,
    from: '<Cite id="analyst" />',
    to: '<source-line v-bind:ids="[\'oracle\']"></source-line>',
    near: 'oracle',
    says: 'there is no source "oracle" in evidence/sources.yaml; mend the id or add the entry.',
  },
  {
    what: 'no id',
    file: HANDOUT,
    from: ' id="run-cost"',
    to: '',
    near: '<Figure',
    says: '<Figure> has no id that can be checked; write it out in the tag.',
  },
  {
    what: 'id that only a run would know',
    file: HANDOUT,
    from: ' id="run-cost"',
    to: ' :id="runCost"',
    near: '<Figure',
    says: '<Figure> has no id that can be checked; write it out in the tag.',
  },
  {
    what: 'unknown point',
    file: PICTURES,
    from: '\'Guess\'',
    to: '\'Hunch\'',
    near: 'Hunch',
    says: 'there is no point "Hunch" in series costs; name some of Run, Fleet, Guess.',
  },
  {
    what: 'unknown point of the parameters',
    file: PICTURES,
    from: '\'Sparse\'',
    to: '\'Navy\'',
    near: 'Navy',
    says: 'there is no point "Navy" in series models; name some of Dense, Sparse.',
  },
  {
    what: 'unknown measure',
    file: PICTURES,
    from: '[\'value\']',
    to: '[\'weight\']',
    near: 'weight',
    says: 'there is no measure "weight" in series costs; name some of value.',
  },
  {
    what: 'unknown event',
    file: PICTURES,
    from: '\'Estimate\'',
    to: '\'Rumour\'',
    near: 'Rumour',
    says: 'there is no event "Rumour" in series release; name some of Report, Estimate.',
  },
  {
    what: 'unknown event to emphasise',
    file: PICTURES,
    from: ':emphasis="[\'Report\']"',
    to: ':emphasis="[\'Rumour\']"',
    near: 'Rumour',
    says: 'there is no event "Rumour" in series release; name some of Report, Estimate.',
  },
  {
    what: 'unknown unit',
    file: OPENING,
    from: 'as="usd"',
    to: 'as="euro"',
    near: 'euro',
    says:
      '"euro" is no unit; write as="…" with one of usd, usd-million, usd-billion, usd-trillion, percent, '
      + 'percent-change, count, thousand, million, billion, trillion, months, '
      + 'points, gb-per-second, gflop, ratio.',
  },
  {
    what: 'unit of another kind',
    file: OPENING,
    from: 'as="usd"',
    to: 'as="million"',
    near: 'as="million"',
    says: 'figure "run-cost" is in usd-million, which cannot be shown as million.',
  },
  {
    what: 'unknown exercise',
    file: TASK,
    from: 'exercise: 01-bill',
    to: 'exercise: 02-bill',
    near: '---\nlayout',
    also: `${HANDOUT}:1: no slide shows this exercise; add one with layout: exercise and exercise: 01-bill.`,
    says: 'exercise "02-bill" is no folder of exercises/; mend the name or add the folder.',
  },
  {
    what: 'unknown track',
    file: OPENING,
    from: 'track: workshop',
    to: 'track: lecture',
    near: '---\nlens: technical',
    says: 'track "lecture" is none of talk, workshop, half-day, spare; name one of them.',
  },
]

/** Each seeds the small deck with one fault. */
export const FAULTS: Fault[] = [
  ...MISSING_ENTRIES.map(([what, file, from, to, near, entry, list]) => ({
    what,
    file,
    from,
    to,
    near,
    // Only "bull" is like an id that there is.
    says: `there is no ${entry} in ${list}; ${entry.includes('bull') ? 'write bill' : 'mend the id'} or add the entry.`,
  })),
  ...OTHER_FAULTS,
]

import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot, root } from '../../src/cli/paths.ts'
import { LENSES } from '../../src/content/lenses.ts'
import { contrast } from '../support/checks/colour.ts'

const AA = 4.5
const lenses = LENSES.map(lens => lens.id)

type Pair = readonly [light: string, dark: string]
const tokens = tokensOf(readFileSync(inRoot('styles', 'tokens.css'), 'utf8'))

/** Colour tokens in both schemes, as `#rrggbb`. */
function tokensOf(css: string): ReadonlyMap<string, Pair> {
  return new Map(
    [...css.matchAll(/--([\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, [light, dark]],
    ),
  )
}

function ratio(text: string, ground: string, scheme: 0 | 1): number {
  return contrast(rgb(text, scheme), rgb(ground, scheme))
}

function rgb(token: string, scheme: 0 | 1): readonly [number, number, number, 1] {
  const hex = tokens.get(token)?.[scheme]
  if (!hex) {
    throw new Error(
      `styles/tokens.css: --${token} is no light-dark() pair of colours; write it as light-dark(#rrggbb, #rrggbb).`,
    )
  }
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5), 1]
}

describe('contrast', () => {
  // Worked examples of WCAG's own techniques: https://www.w3.org/TR/WCAG20-TECHS/G18.html
  it.each([
    [[0, 0, 0, 1], [255, 255, 255, 1], 21],
    [[255, 255, 255, 1], [255, 255, 255, 1], 1],
    [[0x76, 0x76, 0x76, 1], [255, 255, 255, 1], 4.54],
  ] as const)('of %j and %j is %d to 1', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2)
    expect(contrast(other, one)).toBeCloseTo(expected, 2)
  })
})

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in %s colours', (_, scheme) => {
  it.each(['ground', 'paper'].flatMap(ground => ['ink', 'quiet', ...lenses].map(text => [text, ground] as const)))(
    '%s can be read on %s',
    (text, ground) => {
      expect(ratio(text, ground, scheme)).toBeGreaterThanOrEqual(AA)
    },
  )

  const options = Array.from({ length: 8 }, (_, i) => `option-${i + 1}`)
  it.each(options)('%s can be text on the ground, and words can be read on it', (option) => {
    expect(ratio(option, 'ground', scheme)).toBeGreaterThanOrEqual(AA)
    expect(ratio('on-lens', option, scheme)).toBeGreaterThanOrEqual(AA)
    expect(ratio('on-lens', 'dim-plate', scheme)).toBeGreaterThanOrEqual(AA)
  })

  it.each(lenses)('words can be read on a slide full of %s', (lens) => {
    expect(ratio('on-lens', lens, scheme)).toBeGreaterThanOrEqual(AA)
  })
})

describe('components, layouts and their geometry', () => {
  /** Colours that are not for the eye of the room. */
  const OWN_COLOURS: Record<string, string> = {
    'components/polls/QrCode.vue': 'a QR code is black on white for every camera',
    'components/WriteIn.vue': 'write-in lines are on paper only',
    'components/CostCaveat.vue': 'a mask: what is black stays',
    'components/Pen.vue': 'a mask: what is white shows',
    'src/polls/results/PenStrokes.vue': 'a mask: what is white shows',
  }
  const COLOUR = new RegExp(
    [
      /(?<!&)#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b/,
      /\b(?:rgb|hsl|oklch|lab)a?\(/,
      /(?:fill|stroke|color|background)(?:=["']|:\s*["']?)(?:white|black|gr[ae]y|red|green|blue|orange|yellow)\b/,
    ].map(({ source }) => source).join('|'),
    'gi',
  )
  const coloursOf = (file: string) => readFileSync(inRoot(file), 'utf8').match(COLOUR) ?? []

  it('use no colour but the tokens', () => {
    const files = globSync(
      ['components/**/*.{vue,ts}', 'src/{content,drawing,polls,composables}/**/*.{ts,vue}', 'layouts/*.vue'],
      { cwd: root },
    ).sort()
    expect(files.length).toBeGreaterThan(20)
    expect(
      files
        .filter(file => !OWN_COLOURS[file])
        .map(file => [file, ...coloursOf(file)])
        .filter(row => row.length > 1),
    ).toEqual([])
  })

  it.each(Object.entries(OWN_COLOURS))('%s needs its exception: %s', (file) => {
    expect(coloursOf(file)).not.toEqual([])
  })
})

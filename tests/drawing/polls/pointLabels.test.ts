import { describe, expect, it } from 'vitest'
import { layOutPointBoxes } from '../../../src/drawing/polls/pointBoxes.ts'
import { layOutPointLabels } from '../../../src/drawing/polls/pointLabels.ts'
import { textWidthAnyScript } from '../../../src/drawing/textWidthAnyScript.ts'
import { SLACK, textOf } from '../../polls/support/drawnPolls.ts'

const SETS: [what: string, labels: string[]][] = [
  ['two short ends', ['Not at all', '', '', '', 'Perfectly']],
  ['two long ends', [textOf(40), '', '', '', textOf(40)]],
  ['five short', ['Never', 'Hardly', 'Perhaps', 'Mostly', 'Surely']],
  ['five long', Array.from<string>({ length: 5 }).fill(textOf(40))],
  [
    'words wider than a point',
    ['Unequivocally', 'Incomprehensibly', 'Counterrevolutionarily', 'Disproportionately', 'Overwhelmingly'],
  ],
  ['forty letters in a word', Array.from<string>({ length: 5 }).fill('W'.repeat(40))],
  ['five in Chinese', Array.from<string>({ length: 5 }).fill('这个问题实在太难了我们谁也说不清楚到底怎么回事')],
  ['from the right to the left', ['على الإطلاق', '', '', '', 'تمامًا 🚀']],
]

/** From where to where the lines of each label run. */
function spansOf({ labels, size, condensed }: ReturnType<typeof layOutPointLabels>) {
  return labels.map(({ x, anchor, lines }) => {
    const wide = Math.max(...lines.map(line => textWidthAnyScript(line, size, condensed)))
    return anchor === 'start' ? [x, x + wide] : anchor === 'end' ? [x - wide, x] : [x - wide / 2, x + wide / 2]
  })
}

describe.each(SETS)('the words of a scale: %s', (_, texts) => {
  it.each([
    [656, 0, 150],
    [672, 196, 100],
  ])('stay in %d px, apart, readable and in their height', (width, left, most) => {
    const set = layOutPointLabels(texts, { left, width }, most)
    const spans = spansOf(set)
    expect(spans.flat().filter(x => x < left - SLACK || x > left + width + SLACK)).toEqual([])
    expect(spans.filter(([from = 0], i) => i > 0 && from <= (spans[i - 1]?.[1] ?? 0))).toEqual([])
    expect(set.size).toBeGreaterThanOrEqual(18)
    expect(set.height).toBeLessThanOrEqual(most + SLACK)
  })

  it('leave tall boxes to choose from', () => {
    for (const height of [200, 240, 300]) {
      const { height: box, labels, width, gap, numberSize } = layOutPointBoxes(texts, { width: 656, height })
      expect(box).toBeGreaterThanOrEqual(64)
      expect(box + 12 + labels.height).toBeLessThanOrEqual(height + SLACK)
      expect(5 * width + 4 * gap).toBeCloseTo(656, 6)
      expect(numberSize).toBeLessThan(box)
    }
  })
})

it('breaks no word where smaller type holds it', () => {
  const { labels, size } = layOutPointLabels(
    ['Unequivocally', 'Hardly', 'Perhaps', 'Mostly', 'Surely'],
    { left: 0, width: 656 },
    90,
  )
  expect(labels[0]?.lines).toEqual(['Unequivocally'])
  expect(size).toBeLessThan(24)
})

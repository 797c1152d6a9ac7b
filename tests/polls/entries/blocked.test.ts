import { describe, expect, it } from 'vitest'
import { isBlocked } from '../../../src/polls/entries/blocked.ts'

describe('the blocked list', () => {
  it.each([
    ['plainly', 'shit'],
    ['among others', 'what a shit show'],
    ['in capitals', 'SHIT'],
    ['with accents', 'shît'],
    ['with accents apart', 'shi\u0301t'],
    ['struck through', 's\u0336h\u0336i\u0336t\u0336'],
    ['wide', 'ｓｈｉｔ'],
    ['in letters for mathematics', '𝓈𝒽𝒾𝓉'],
    ['with look-alikes', '$h1t'],
    ['kept apart by what is not seen', 's\u200Bh\u00ADi\u2060t'],
    ['without its dot', 'shıt'],
    ['with a sharp s', 'AẞHOLE'],
    ['drawn out', 'shiiiiit'],
    ['after a harmless one', 'cockpit, fuck'],
  ])('finds a word written %s', (_, text) => {
    expect(isBlocked(text)).toBe(true)
  })

  it.each([
    'hype',
    'Scunthorpe',
    'cockpit',
    'Fukushima',
    'FUKUSHIMA',
    'Mr Cummings',
    'rapeseed oil',
    'assess',
    'class',
    'analysis',
    'Dickens',
    'export controls',
    'Huawei',
    '芯片',
    'मेहनत',
    '',
    '😀',
  ])('lets %j pass', (text) => {
    expect(isBlocked(text)).toBe(false)
  })
})

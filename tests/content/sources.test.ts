import type { Source } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { formatMonth, formatSource } from '../../src/content/sources.ts'

describe('formatMonth', () => {
  it.each([
    ['2025-01-27', 'Jan 2025'],
    ['2024-12', 'Dec 2024'],
    ['2024-12-26 (arXiv 2024-12-27)', 'Dec 2024'],
    ['2025', '2025'],
    ['n.d.', 'n.d.'],
  ])('formats %s as %s', (date, read) => {
    expect(formatMonth(date)).toBe(read)
  })

  it('names each month of a year once', () => {
    const months = Array.from({ length: 12 }, (_, i) => formatMonth(`2025-${String(i + 1).padStart(2, '0')}`))
    expect(months.join()).toBe(
      'Jan 2025,Feb 2025,Mar 2025,Apr 2025,May 2025,Jun 2025,Jul 2025,Aug 2025,Sep 2025,Oct 2025,Nov 2025,Dec 2025',
    )
  })
})

describe('sourceLine', () => {
  const source: Source = {
    title: 'A short title',
    publisher: 'A laboratory',
    date: '2024-12-26',
    short: 'Report',
    kind: 'primary',
    read: true,
  }

  it.each<[what: string, change: Partial<Source>, line: string]>([
    ['names a source by its title', {}, 'A short title (Dec 2024)'],
    ['keeps a title of 48 characters', { title: 'x'.repeat(48) }, `${'x'.repeat(48)} (Dec 2024)`],
    ['names the publisher where the title is long', { title: 'x'.repeat(49) }, 'A laboratory (Dec 2024)'],
    ['says what was not read', { read: false }, 'A short title (Dec 2024, not read by us)'],
  ])('%s', (_, change, line) => {
    expect(formatSource({ ...source, ...change })).toBe(line)
  })
})

import type { Source } from '../../src/content/evidenceSchema.ts'
import { describe, expect, it } from 'vitest'
import { formatAccess, formatMonth, formatReference } from '../../src/content/sources.ts'

describe('formatMonth', () => {
  it.each([
    ['2025-01-27', 'Jan 2025'],
    ['2024-12', 'Dec 2024'],
    ['2024-12-26 (arXiv 2024-12-27)', 'Dec 2024'],
    ['2025', '2025'],
    ['2022-2024', '2022–2024'],
    ['2022-2024 (three reports)', '2022–2024'],
    ['2025-2', '2025'],
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

describe('a reference', () => {
  const source: Source = {
    title: 'A title',
    publisher: 'A laboratory',
    date: '2024-12-26',
    short: 'Report',
    kind: 'primary',
    read: true,
  }
  const copy = 'https://www.example.org/copies/1'

  it.each<[what: string, change: Partial<Source>, access: string]>([
    ['of a source that was read adds nothing', {}, ''],
    ['says where a copy was read', { copy }, 'read in a copy at example.org'],
    ['says what is known through reports', { read: false }, 'known through reports'],
    ['marks a mirror, also one with a copy', { kind: 'mirror', copy }, 'a copy or digest, its original not found'],
  ])('%s', (_, change, access) => {
    expect(formatAccess({ ...source, ...change })).toBe(access)
    expect(formatReference({ ...source, ...change })).toBe(
      `A title. A laboratory, 2024-12-26${access === '' ? '' : ` (${access})`}.`,
    )
  })

  it('has no full stop after a title with a mark of its own', () => {
    expect(formatReference({ ...source, title: 'Who paid?' })).toMatch(/^Who paid\? A laboratory, /)
  })
})

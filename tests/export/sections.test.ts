import { expect, it } from 'vitest'
import { outlineOf } from '../../src/export/sections.ts'

const slide = (no: number, section: string) => ({ no, section, title: `Slide ${no}` })

it('has the slides under their sections, each leading to its first page', () => {
  const pages = [slide(1, 'Opening'), slide(1, 'Opening'), slide(2, 'Opening'), slide(4, 'Close'), slide(4, 'Close')]
  expect(outlineOf(pages)).toEqual([
    { title: 'Opening', page: 1, children: [{ title: 'Slide 1', page: 1 }, { title: 'Slide 2', page: 3 }] },
    { title: 'Close', page: 4, children: [{ title: 'Slide 4', page: 4 }] },
  ])
})

it('has slides without a section beside the sections', () => {
  expect(outlineOf([slide(1, ''), slide(2, 'Middle'), slide(3, ''), slide(4, 'Middle')])).toEqual([
    { title: 'Slide 1', page: 1 },
    { title: 'Middle', page: 2, children: [{ title: 'Slide 2', page: 2 }] },
    { title: 'Slide 3', page: 3 },
    { title: 'Middle', page: 4, children: [{ title: 'Slide 4', page: 4 }] },
  ])
})

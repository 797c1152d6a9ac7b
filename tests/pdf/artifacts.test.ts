import type { Tags } from '../../src/pdf/artifacts.ts'
import { describe, expect, it } from 'vitest'
import { markArtifacts } from '../../src/pdf/artifacts.ts'

const layout = (content: string) => `/Artifact BMC\n${content}\nEMC`
const pagination = (content: string) => `/Artifact <</Type /Pagination>> BDC\n${content}\nEMC`

const tagsThat = (tags: Partial<Tags>): Tags => ({
  isTagged: () => false,
  isPicture: () => false,
  drop: () => {},
  continueIn: id => id,
  label: () => undefined,
  ...tags,
})

describe('what a page paints outside its tags', () => {
  it.each<[what: string, content: string, marked: string]>([
    ['a rule', 'q 0 0 9 1 re f Q', `q ${layout('0 0 9 1 re f')} Q`],
    ['an outline of several parts', '0 0 m 9 9 l h S', layout('0 0 m 9 9 l h S')],
    ['words', 'BT /F1 8 Tf (Head) Tj ET', pagination('BT /F1 8 Tf (Head) Tj ET')],
    ['a picture', 'q /Im1 Do Q', `q ${layout('/Im1 Do')} Q`],
    ['a shading', '/Sh1 sh', layout('/Sh1 sh')],
    ['two rules', '0 0 1 1 re f\n2 0 1 1 re f', `${layout('0 0 1 1 re f')}\n${layout('2 0 1 1 re f')}`],
    [
      'words after a tag',
      '/P <</MCID 0>> BDC BT (A) Tj ET EMC BT (1 / 2) Tj ET',
      `/P <</MCID 0>> BDC BT (A) Tj ET EMC ${pagination('BT (1 / 2) Tj ET')}`,
    ],
  ])('%s is an artifact', (_, content, marked) => {
    expect(markArtifacts(content)).toBe(marked)
  })

  it.each<[what: string, content: string]>([
    ['nothing', ''],
    ['a clip', '0 0 9 9 re W* n'],
    ['a colour', '1 0 0 rg'],
    ['text without words', 'BT /F1 8 Tf ET'],
    ['what is tagged', '/P <</MCID 0>> BDC BT (A) Tj ET /Im1 Do EMC'],
    ['what is in a tag in a tag', '/P <</MCID 0>> BDC /Span <</ActualText (a)>> BDC BT (B) Tj ET EMC BT (A) Tj ET EMC'],
    ['text with tags inside', 'BT /P <</MCID 0>> BDC (A) Tj EMC ET'],
    ['an artifact already', '/Artifact BMC 0 0 9 9 re f EMC'],
  ])('%s is left alone', (_, content) => {
    expect(markArtifacts(content)).toBe(content)
  })

  it('leaves a picture with tags of its own alone', () => {
    expect(markArtifacts('/X1 Do /X2 Do', tagsThat({ isTagged: name => name === 'X1' }))).toBe(
      `/X1 Do ${layout('/X2 Do')}`,
    )
  })

  it('marks nothing twice', () => {
    const once = markArtifacts('0 0 9 1 re f BT (Head) Tj ET /Im1 Do')
    expect(markArtifacts(once)).toBe(once)
  })
})

describe('what a page paints inside its tags', () => {
  it('is content in a picture', () => {
    const content = '/P <</MCID 0>> BDC 0 0 9 9 re f EMC'
    expect(markArtifacts(content, tagsThat({ isPicture: () => true }))).toBe(content)
  })

  it('is an artifact where it is a ground alone, whose tag is dropped', () => {
    const dropped: number[] = []
    const marked = markArtifacts('q /P <</MCID 7>> BDC 0 0 9 9 re f EMC Q', tagsThat({ drop: id => dropped.push(id) }))
    expect(marked.replace(/\s+/g, ' ')).toBe('q /Artifact BMC 0 0 9 9 re f EMC Q')
    expect(dropped).toEqual([7])
  })

  it('keeps its words in its tag, and those after a rule in one more', () => {
    const content = '/P <</MCID 3>> BDC 0 0 9 9 re f BT (A) Tj ET 0 0 9 1 re f BT (B) Tj ET EMC'
    expect(markArtifacts(content, tagsThat({ continueIn: id => id + 10 })).replace(/\s+/g, ' ').trim()).toBe([
      '/Artifact BMC 0 0 9 9 re f EMC',
      '/P <</MCID 3>> BDC BT (A) Tj ET EMC',
      '/Artifact BMC 0 0 9 1 re f EMC',
      '/P <</MCID 13>> BDC BT (B) Tj ET EMC',
    ].join(' '))
  })

  it('may begin with a number that has no tag, and gets a label', () => {
    const content = 'BT (1) Tj ET /LBody <</MCID 4>> BDC BT (A) Tj ET EMC'
    expect(markArtifacts(content, tagsThat({ label: id => id === 4 ? 9 : undefined }))).toBe(
      '/Lbl <</MCID 9>> BDC\nBT (1) Tj ET\nEMC /LBody <</MCID 4>> BDC BT (A) Tj ET EMC',
    )
  })
})

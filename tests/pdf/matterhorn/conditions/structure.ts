import type { Element, PdfFile } from '../file.ts'
import type { Condition } from '../index.ts'
import { PDFName } from '@cantoo/pdf-lib'
import { attributesOf, textIn } from '../file.ts'

const HEADING = /^H[1-6]$/

const ofRole = ({ elements }: PdfFile, ...roles: string[]) => elements.filter(({ role }) => roles.includes(role))
const rolesOf = (elements: Element[]) => elements.map(({ role }) => role)
const within = ({ parent }: Element, ...roles: string[]) => parent !== undefined && roles.includes(parent.role)
const told = ({ type, parent }: Element) => `${type} in ${parent?.type ?? 'the root'}`
const onlyOf = (elements: Element[], ...roles: string[]) => elements.every(({ role }) => roles.includes(role))
const says = ({ dict }: Element) => Boolean(textIn(dict, 'Alt')?.trim() || textIn(dict, 'ActualText')?.trim())

/** Elements that break a rule on what they may hold or be held by. */
function broken(file: PdfFile, roles: string[], isSound: (element: Element) => boolean): string[] {
  return ofRole(file, ...roles).filter(element => !isSound(element)).map(told)
}

function isTable({ kids }: Element): boolean {
  const inside = kids.filter(({ role }) => role !== 'Caption')
  const captions = kids.filter(({ role }) => role === 'Caption')
  const isFlat = onlyOf(inside, 'TR')
  const isDivided = onlyOf(inside, 'THead', 'TBody', 'TFoot')
    && inside.some(({ role }) => role === 'TBody')
    && ['THead', 'TFoot'].every(role => inside.filter(one => one.role === role).length <= 1)
  const captionAt = kids.findIndex(({ role }) => role === 'Caption')
  return captions.length <= 1 && (isFlat || isDivided) && [-1, 0, kids.length - 1].includes(captionAt)
}

function levelsSkipped(file: PdfFile): string[] {
  const levels = file.elements.filter(({ role }) => HEADING.test(role)).map(({ role }) => Number(role.slice(1)))
  return levels.flatMap((level, i) => {
    const before = levels[i - 1]
    return before !== undefined && level > before + 1 ? [`H${level} after H${before}`] : []
  })
}

/** Header cells without a scope in a table whose cells do not all name their headers. */
function unscoped(file: PdfFile): string[] {
  const cellsOf = (element: Element): Element[] =>
    element.kids.flatMap(kid => ['TH', 'TD'].includes(kid.role) ? [kid] : kid.role === 'Table' ? [] : cellsOf(kid))
  const has = (cell: Element, key: string) => attributesOf(cell, 'Table').some(one => one.has(PDFName.of(key)))
  return ofRole(file, 'Table').flatMap((table) => {
    const cells = cellsOf(table)
    const isOrganized = cells.every(cell => cell.role === 'TH' ? cell.dict.has(PDFName.of('ID')) : has(cell, 'Headers'))
    return isOrganized ? [] : cells.filter(cell => cell.role === 'TH' && !has(cell, 'Scope')).map(told)
  })
}

function noteIds(file: PdfFile): (string | undefined)[] {
  return ofRole(file, 'Note').map(({ dict }) => textIn(dict, 'ID') || undefined)
}

/** Of the structure: checkpoints 1, 9, 13, 14, 15, 17 and 19. */
export const STRUCTURE: Record<string, Condition> = {
  '01-003': ({ drawn }) => drawn.artifactsInTags,
  '01-004': ({ drawn }) => drawn.tagsInArtifacts,
  '01-005': ({ drawn }) => drawn.unmarked,
  '09-004': file => [
    ...broken(file, ['Table'], isTable),
    ...broken(file, ['TR'], element =>
      within(element, 'Table', 'THead', 'TBody', 'TFoot') && onlyOf(element.kids, 'TH', 'TD')),
    ...broken(file, ['TH', 'TD'], element => within(element, 'TR')),
    ...broken(file, ['THead', 'TBody', 'TFoot'], element => within(element, 'Table') && onlyOf(element.kids, 'TR')),
  ],
  '09-005': file => [
    ...broken(file, ['L'], ({ kids }) =>
      onlyOf(kids.slice(1), 'L', 'LI') && onlyOf(kids.slice(0, 1), 'L', 'LI', 'Caption')),
    ...broken(file, ['LI'], element => within(element, 'L') && onlyOf(element.kids, 'Lbl', 'LBody')),
    ...broken(file, ['LBody'], element => within(element, 'LI')),
  ],
  '09-006': file => [
    ...broken(file, ['TOC'], ({ kids }) => onlyOf(kids.filter(({ role }) => role !== 'Caption'), 'TOC', 'TOCI')),
    ...broken(file, ['TOCI'], element =>
      within(element, 'TOC') && onlyOf(element.kids, 'Lbl', 'Reference', 'NonStruct', 'P', 'TOC')),
  ],
  '09-007': file => [
    ...broken(file, ['Ruby'], ({ kids }) => ['RB RT', 'RB RP RT RP'].includes(rolesOf(kids).join(' '))),
    ...broken(file, ['RB', 'RT', 'RP'], element => within(element, 'Ruby')),
  ],
  '09-008': file => [
    ...broken(file, ['Warichu'], ({ kids }) => rolesOf(kids).join(' ') === 'WP WT WP'),
    ...broken(file, ['WT', 'WP'], element => within(element, 'Warichu')),
  ],
  '13-004': file => ofRole(file, 'Figure').filter(figure => !says(figure)).map(told),
  '14-002': ({ elements }) => {
    const first = elements.find(({ role }) => HEADING.test(role))
    return first && first.role !== 'H1' ? [`${first.role} is the first`] : []
  },
  '14-003': levelsSkipped,
  '14-006': ({ elements }) =>
    elements.filter(({ kids }) => kids.filter(({ role }) => role === 'H').length > 1).map(told),
  '14-007': file =>
    ofRole(file, 'H').length > 0 && file.elements.some(({ role }) => HEADING.test(role)) ? ['both'] : [],
  '15-003': unscoped,
  '17-002': file => ofRole(file, 'Formula').filter(formula => !says(formula)).map(told),
  '19-003': file => noteIds(file).filter(id => id === undefined).map(() => 'a note without an ID'),
  '19-004': file => noteIds(file).filter((id, i, all) => id !== undefined && all.indexOf(id) !== i).map(String),
}

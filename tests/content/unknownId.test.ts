import { describe, expect, it } from 'vitest'
import { formatUnknownId, unknownId } from '../../src/content/unknownId.ts'

const UNKNOWN = { what: 'poll', file: 'polls.yaml', known: ['bill', 'hardest-card'] }

describe('the sentence on an id that nothing has', () => {
  it('names the nearest id for a typing mistake', () => {
    expect(formatUnknownId({ ...UNKNOWN, id: 'bilk' })).toBe(
      'there is no poll "bilk" in polls.yaml; write bill or add the entry.',
    )
  })

  it('guesses nothing where no id is near', () => {
    expect(formatUnknownId({ ...UNKNOWN, id: 'weather' })).toBe(
      'there is no poll "weather" in polls.yaml; mend the id or add the entry.',
    )
  })

  it('guesses nothing for a number of a claim, since all of them are alike', () => {
    expect(formatUnknownId({ what: 'claim', id: 'T77', file: 'claims.yaml', known: ['T07', 'T17'] })).toBe(
      'there is no claim "T77" in claims.yaml; mend the id or add the entry.',
    )
  })

  it('is a whole sentence on a slide', () => {
    expect(unknownId({ ...UNKNOWN, id: 'bilk' }).message).toMatch(/^There is no poll "bilk"/)
  })
})

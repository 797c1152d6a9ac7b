import type { Answer } from '../../../src/polls/protocol.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import { answerList, useDraft } from '../../../src/polls/ballot/draft.ts'
import { saidIn } from '../../../src/polls/kinds/sureAnswer.ts'
import { AN_ANSWER } from '../../room/support/everyKind.ts'

function draftOf(first?: Answer) {
  const answer = shallowRef<Answer | undefined>(first)
  return { answer, ...useDraft(() => answer.value, answerList) }
}

describe('a draft', () => {
  it('starts as the answer, unchanged', () => {
    const { draft, changed } = draftOf(['a', 'b'])
    expect([draft.value, changed.value]).toEqual([['a', 'b'], false])
  })

  it('follows the answer until the voter changes something', async () => {
    const { answer, draft, changed } = draftOf()
    answer.value = ['a']
    await nextTick()
    expect([draft.value, changed.value]).toEqual([['a'], false])
    draft.value = ['a', 'b']
    answer.value = ['c']
    await nextTick()
    expect([draft.value, changed.value]).toEqual([['a', 'b'], true])
  })

  it('is not undone by an answer that comes again', async () => {
    const { answer, draft, changed } = draftOf(['a'])
    draft.value = ['a', 'b']
    answer.value = ['a']
    await nextTick()
    expect([draft.value, changed.value]).toEqual([['a', 'b'], true])
  })

  it('takes over its own texts as the room tidied them', async () => {
    const { answer, draft, changed } = draftOf()
    draft.value = [' a ', 'A']
    answer.value = [' a ', 'A']
    await nextTick()
    answer.value = ['a']
    await nextTick()
    expect([draft.value, changed.value]).toEqual([['a'], false])
  })

  it('stays, ready to be sent again, when the answer was refused', async () => {
    const { answer, draft, changed } = draftOf()
    draft.value = ['a']
    answer.value = ['a']
    await nextTick()
    expect(changed.value).toBe(false)
    answer.value = undefined
    await nextTick()
    expect([draft.value, changed.value]).toEqual([['a'], true])
  })

  it('is the voter’s last change, whatever comes from the room', async () => {
    const anyAnswer = fc.option(fc.subarray(['a', 'b', 'c']), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(
        anyAnswer,
        fc.subarray(['x', 'y'], { minLength: 1 }),
        fc.array(anyAnswer, { maxLength: 4 }),
        async (first, made, later) => {
          const { answer, draft } = draftOf(first)
          draft.value = made
          for (const next of later) {
            answer.value = next
            await nextTick()
          }
          expect(draft.value).toEqual(made)
        },
      ),
    )
  })
})

describe('the list of an answer', () => {
  it.each(Object.entries(AN_ANSWER))('to %s is a copy of its own, sure or not, or empty', (_, { answer }) => {
    const said = saidIn(answer)
    expect(answerList(answer)).toEqual(Array.isArray(said) ? said : [])
    expect(answerList(answer)).not.toBe(answer)
  })

  it('that was not given is empty', () => {
    expect(answerList(undefined)).toEqual([])
  })
})

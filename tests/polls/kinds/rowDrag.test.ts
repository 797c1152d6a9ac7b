import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveOption } from '../../../src/polls/ballot/ranking.ts'
import { useRowDrag } from '../../../src/polls/kinds/rank/rowDrag.ts'

const HEIGHT = 50

/** A list of rows, one below the other, that moves its rows as a form does. */
function listOfRows(first: string[]) {
  let order = first
  const places: number[] = []
  const row = (id: string) => ({
    dataset: { id },
    getBoundingClientRect: () => ({ top: order.indexOf(id) * HEIGHT, height: HEIGHT }),
  })
  const drag = useRowDrag((id, place) => {
    order = moveOption(order, id, place)
    places.push(place)
  })
  const event = (target: object, clientY: number) =>
    ({
      target,
      clientY,
      pointerId: 1,
      currentTarget: { children: order.map(row), setPointerCapture() {} },
    }) as unknown as PointerEvent
  const handle = (id: string) => ({ closest: () => ({ closest: () => row(id) }) })
  return {
    ...drag,
    order: () => order,
    places,
    hold: (id: string) => drag.hold(event(handle(id), (order.indexOf(id) + 0.5) * HEIGHT)),
    holdElsewhere: () => drag.hold(event({ closest: () => null }, 0)),
    to: (y: number) => drag.drag(event({}, y)),
  }
}

describe('a row that is dragged by its handle', () => {
  it('moves to the pointer, and stays there', () => {
    const list = listOfRows(['a', 'b', 'c'])
    list.hold('a')
    list.to(130)
    expect(list.held.value).toBe('a')
    expect(list.order()).toEqual(['b', 'c', 'a'])
    list.to(20)
    list.drop()
    expect(list.held.value).toBeUndefined()
    expect(list.order()).toEqual(['a', 'b', 'c'])
  })

  it('reports each new place once, however often the pointer moves', () => {
    const list = listOfRows(['a', 'b', 'c'])
    list.hold('a')
    for (const y of [40, 60, 90, 95, 99, 130, 140])
      list.to(y)
    expect(list.places).toEqual([0, 1, 2])
  })

  it('stays in place when a tap trembles, which still counts as a tap', () => {
    const list = listOfRows(['a', 'b'])
    list.hold('a')
    list.to(27)
    list.to(23)
    list.drop()
    expect([list.held.value, list.places, list.wasDrag()]).toEqual([undefined, [], false])
  })

  it('is not tapped by the click that ends the drag, and is by the next', async () => {
    const list = listOfRows(['a', 'b'])
    list.hold('a')
    list.to(90)
    list.drop()
    expect(list.wasDrag()).toBe(true)
    await expect.poll(() => list.wasDrag()).toBe(false)
  })

  it('ignores a pointer that holds something else, or was released', () => {
    const list = listOfRows(['a', 'b'])
    list.holdElsewhere()
    list.to(90)
    list.hold('a')
    list.drop()
    list.to(90)
    expect(list.places).toEqual([])
  })

  it('lands between the rows whose middles the pointer is between', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 2 }),
        fc.nat(),
        fc.integer({ min: -50, max: 400 }),
        (order, n, y) => {
          const id = order[n % order.length] as string
          const list = listOfRows(order)
          list.hold(id)
          // Away from where it was, or it would be a tap.
          list.to(y + 1000)
          list.to(y)
          const others = order.filter(other => other !== id)
          const atTheEnd = [...others, id]
          const above = others.filter(other => (atTheEnd.indexOf(other) + 0.5) * HEIGHT < y).length
          expect(list.order()).toEqual(moveOption(order, id, above))
        },
      ),
    )
  })
})

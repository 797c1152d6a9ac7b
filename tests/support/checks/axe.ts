import type axeCore from 'axe-core'
import { UNDER_GLASS } from '../../deck/exceptions.ts'

declare const axe: typeof axeCore

/** What axe finds serious or critical on a slide: by all its rules, or by the one on contrast alone. */
export async function axeFaults(slide: Element, rules: 'all' | 'contrast'): Promise<string[]> {
  const putBack = setAside([...slide.parentElement?.children ?? []].filter(child => child !== slide))
  try {
    const { violations } = await axe.run({ include: [slide], exclude: [...slide.querySelectorAll(UNDER_GLASS)] }, {
      ...(rules === 'contrast' && { runOnly: ['color-contrast'] }),
      resultTypes: ['violations'],
      // Style sheets are ours already; it would ask for them again.
      preload: false,
    })
    return violations
      .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
      .flatMap(({ id, impact, nodes }) =>
        nodes.map(
          node =>
            `${id} (${impact}): ${node.html.slice(0, 100)} `
            + `${node.failureSummary?.split('\n').slice(1, 2).join(' ').trim() ?? ''}`,
        ),
      )
  }
  finally {
    putBack()
  }
}

/** axe reads the whole document whatever it is to judge, and Slidev keeps all slides in it. */
function setAside(others: Element[]): () => void {
  const places = others.map((other) => {
    const place = document.createComment('')
    other.replaceWith(place)
    return [place, other] as const
  })
  return () => places.forEach(([place, one]) => place.replaceWith(one))
}

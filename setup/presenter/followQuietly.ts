import { useNav } from '@slidev/client'
import { TRUST_ORIGINS } from '@slidev/client/constants.ts'
import { onPatch } from '@slidev/client/state/shared.ts'
import { useRouter } from 'vue-router'

/**
 * Lets a slides window follow the presenter without saying so. Slidev's would tell all others at once where it has been
 * taken: a presenter who goes on quickly was taken back by it, and a second slides window, which does not listen to the
 * first, stayed behind. Where somebody moves on in a slides window itself, the others still follow.
 *
 * To be called before Slidev's own handlers are there, as in a root setup.
 */
export function followQuietly(): void {
  const { clicksContext, currentSlideNo, isPresenter } = useNav()
  const trusted = [...TRUST_ORIGINS]
  let isFollowing = false

  onPatch(({ clicks, lastUpdate, page }) => {
    const isThere = +page === +currentSlideNo.value && +clicks === +clicksContext.value.current
    if (isPresenter.value || lastUpdate?.type !== 'presenter' || isThere)
      return
    isFollowing = true
    // Slidev lets a slides window speak from a trusted origin only.
    TRUST_ORIGINS.length = 0
  })

  useRouter().afterEach(() => {
    if (!isFollowing)
      return
    isFollowing = false
    // After all that Slidev says of this move.
    setTimeout(() => isFollowing || TRUST_ORIGINS.splice(0, Infinity, ...trusted))
  })
}

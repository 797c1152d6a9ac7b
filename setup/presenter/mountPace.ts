import type { AppContext } from 'vue'
import { useNav } from '@slidev/client'
import { h, render, watch } from 'vue'
import DeskTools from '../../components/desk/DeskTools.vue'
import Pace from '../../components/desk/Pace.vue'

/** Slidev's bar under the presenter view; its timer is the last element. */
const BAR = '.slidev-presenter .grid-section.bottom'

/**
 * Puts the pace and the buttons of the room beside Slidev's timer. Slidev's own way would be a component at the top
 * level of the deck, but that folder is for its content.
 */
export function mountPace(appContext: AppContext | null): void {
  const { isPresenter } = useNav()
  const host = document.createElement('div')
  host.style.display = 'contents'

  // The presenter's page is loaded on demand, so its bar may appear after the route has changed.
  const arrival = new MutationObserver(mount)
  function mount() {
    const bar = document.querySelector(BAR)
    if (!bar)
      return
    arrival.disconnect()
    bar.insertBefore(host, bar.lastElementChild)
    for (const part of [DeskTools, Pace]) {
      const own = host.appendChild(document.createElement('div'))
      own.style.display = 'contents'
      const node = h(part)
      node.appContext = appContext
      render(node, own)
    }
  }

  watch(isPresenter, (here) => {
    arrival.disconnect()
    for (const own of [...host.children])
      render(null, own)
    host.replaceChildren()
    host.remove()
    if (here) {
      arrival.observe(document.body, { childList: true, subtree: true })
      mount()
    }
  }, { immediate: true, flush: 'post' })
}

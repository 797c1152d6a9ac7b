import { defineAppSetup } from '@slidev/types'
import { exchangeStageKey } from '../composables/roomClient.ts'

export default defineAppSetup(({ router }) => {
  // Pen marks are measured when they are drawn; on a first load the fonts may come after them.
  document.fonts.addEventListener('loadingdone', () => dispatchEvent(new Event('resize')))

  if (exchangeStageKey(location.hash))
    void router.isReady().then(() => router.replace({ ...router.currentRoute.value, hash: '' }))
})

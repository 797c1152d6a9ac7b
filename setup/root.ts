import { defineRootSetup } from '@slidev/types'
import { getCurrentInstance, h, onMounted, render } from 'vue'
import StageDesk from '../components/desk/StageDesk.vue'
import SlideAnnouncer from '../components/frame/SlideAnnouncer.vue'
import { mountPace } from './presenter/mountPace.ts'

/** What the kit adds to Slidev's windows, beside the slides. */
export default defineRootSetup(() => {
  const appContext = getCurrentInstance()?.appContext ?? null
  mountPace(appContext)

  onMounted(() => {
    for (const part of [SlideAnnouncer, StageDesk]) {
      const host = document.body.appendChild(document.createElement('div'))
      const node = h(part)
      node.appContext = appContext
      render(node, host)
    }
  })
})

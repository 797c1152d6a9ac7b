import { defineRootSetup } from '@slidev/types'
import { getCurrentInstance, h, onMounted, render } from 'vue'
import JoinOverlay from '../components/desk/JoinOverlay.vue'
import StageDesk from '../components/desk/StageDesk.vue'
import SlideAnnouncer from '../components/frame/SlideAnnouncer.vue'
import { mountPace } from './presenter/mountPace.ts'

/** Adds the parts of the kit that are not on slides to Slidev's windows. */
export default defineRootSetup(() => {
  const appContext = getCurrentInstance()?.appContext ?? null
  mountPace(appContext)

  onMounted(() => {
    for (const part of [SlideAnnouncer, StageDesk, JoinOverlay]) {
      const host = document.body.appendChild(document.createElement('div'))
      const node = h(part)
      node.appContext = appContext
      render(node, host)
    }
  })
})

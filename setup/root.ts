import { defineRootSetup } from '@slidev/types'
import { getCurrentInstance, h, onMounted, render } from 'vue'
import StageDesk from '../components/desk/StageDesk.vue'
import { mountPace } from './presenter/pace.ts'

/** What the kit adds to Slidev's windows, beside the slides. */
export default defineRootSetup(() => {
  const appContext = getCurrentInstance()?.appContext ?? null
  mountPace(appContext)

  onMounted(() => {
    const host = document.body.appendChild(document.createElement('div'))
    const desk = h(StageDesk)
    desk.appContext = appContext
    render(desk, host)
  })
})

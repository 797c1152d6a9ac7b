import { defineRootSetup } from '@slidev/types'
import { getCurrentInstance, h, onMounted, render } from 'vue'
import AdhocOverlay from '../components/desk/AdhocOverlay.vue'
import AskedNote from '../components/desk/AskedNote.vue'
import JoinOverlay from '../components/desk/JoinOverlay.vue'
import JoinStrip from '../components/desk/JoinStrip.vue'
import ReactionMarks from '../components/desk/ReactionMarks.vue'
import RoomAway from '../components/desk/RoomAway.vue'
import StageDesk from '../components/desk/StageDesk.vue'
import ReaderLink from '../components/frame/ReaderLink.vue'
import SlideAnnouncer from '../components/frame/SlideAnnouncer.vue'
import WindowTitle from '../components/frame/WindowTitle.vue'
import { freeKeyboard } from './presenter/freeKeyboard.ts'
import { keepInStep } from './presenter/keepInStep.ts'
import { mountPace } from './presenter/mountPace.ts'

/** Adds the parts of the kit that are not on slides to Slidev's windows. */
export default defineRootSetup(() => {
  const appContext = getCurrentInstance()?.appContext ?? null
  mountPace(appContext)
  freeKeyboard()
  // A dev server without a room leaves the windows to Slidev, which may have remote ones of its own.
  if (import.meta.env.ROOM_LIVE || !__SLIDEV_HAS_SERVER__)
    keepInStep()

  onMounted(() => {
    const parts
      = [SlideAnnouncer, StageDesk, AdhocOverlay, ReactionMarks, JoinOverlay, JoinStrip, AskedNote, RoomAway]
    if (import.meta.env.SITE)
      parts.push(ReaderLink, WindowTitle)
    for (const part of parts) {
      const host = document.body.appendChild(document.createElement('div'))
      const node = h(part)
      node.appContext = appContext
      render(node, host)
    }
  })
})

import { useHead } from '@unhead/vue'
import { onMounted, onUnmounted } from 'vue'

/** Turns Slidev's fixed stage into an ordinary, scrolling, light document with a title and page rules of its own. */
export function useHandoutDocument(title: () => string, style: () => string = () => ''): void {
  useHead({ title, style: [{ textContent: style }] })
  const { classList } = document.documentElement
  onMounted(() => classList.add('handout-document'))
  onUnmounted(() => classList.remove('handout-document'))
}

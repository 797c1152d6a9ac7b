import type { RenderContext } from '@slidev/types'
import type { InjectionKey, Ref } from 'vue'
import { useSlideContext } from '@slidev/client'
import { inject, provide } from 'vue'

const CONTEXT: InjectionKey<Readonly<Ref<RenderContext>>> = Symbol('render context')

/** Where a component is drawn: on the wall, in the presenter view, in a list of slides. */
export type UseRenderContextReturn = Readonly<Ref<RenderContext>>

/** As Slidev knows it of a slide; over the slides, as `provideRenderContext` says. */
export function useRenderContext(): UseRenderContextReturn {
  return inject(CONTEXT, undefined) ?? useSlideContext().$renderContext
}

/** For what lies over the slides, where Slidev has no context: lets parts of slides be drawn there. */
export function provideRenderContext(context: Readonly<Ref<RenderContext>>): void {
  provide(CONTEXT, context)
}

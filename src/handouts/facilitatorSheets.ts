import type { Component } from 'vue'

const sheets = import.meta.glob<{ default: Component }>('/exercises/*/facilitator.md')

/** @throws {Error} naming the file, when the exercise has none */
export async function loadFacilitatorSheet(slug: string): Promise<Component> {
  const file = `/exercises/${slug}/facilitator.md`
  const load = sheets[file]
  if (!load)
    throw new Error(`There is no ${file.slice(1)}; add it or mend the name.`)
  return (await load()).default
}

import type { Component } from 'vue'

const sheets = import.meta.glob<{ default: Component }>(['/exercises/*/handout.md', '/exercises/*/slips/*.md'])

/** @throws {Error} naming the file, when the exercise has none */
export async function loadParticipantSheet(slug: string): Promise<Component> {
  return load(`/exercises/${slug}/handout.md`)
}

/** A paper that is handed out later. @throws {Error} naming the file, when the exercise has none */
export async function loadSlip(slug: string, file: string): Promise<Component> {
  return load(`/exercises/${slug}/slips/${file}.md`)
}

async function load(file: string): Promise<Component> {
  const sheet = sheets[file]
  if (!sheet)
    throw new Error(`There is no ${file.slice(1)}; add it or mend the name.`)
  return (await sheet()).default
}

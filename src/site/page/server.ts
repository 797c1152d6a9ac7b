import type { SiteModel } from '../model.ts'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import LandingPage from './LandingPage.vue'
import LostPage from './LostPage.vue'
import ReaderPage from './ReaderPage.vue'
import SourcesPage from './SourcesPage.vue'
import './site.css'

/** The bodies of the pages of a site, as HTML. */
export async function renderPages(model: SiteModel, base: string): Promise<Record<PageName, string>> {
  const [landing, read, sources, lost] = await Promise.all([
    renderToString(createSSRApp(LandingPage, { model })),
    renderToString(createSSRApp(ReaderPage, { model })),
    renderToString(createSSRApp(SourcesPage, { model })),
    renderToString(createSSRApp(LostPage, { model, base })),
  ])
  return { landing, read, sources, lost }
}

export type PageName = 'landing' | 'read' | 'sources' | 'lost'

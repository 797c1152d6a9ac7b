import type { ComparisonReport, SessionReport } from '../model.ts'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import ComparisonPage from './ComparisonPage.vue'
import ReportPage from './ReportPage.vue'
import './report.css'

/** Draws a report as HTML: what stands in its body. */
export function renderReport(report: SessionReport | ComparisonReport): Promise<string> {
  return renderToString('sessions' in report
    ? createSSRApp(ComparisonPage, { report })
    : createSSRApp(ReportPage, { report }))
}

import type { ComparisonReport, SessionReport } from './model.ts'
import type { renderReport } from './page/server.ts'
import { fileURLToPath } from 'node:url'
import { escapeHtml } from '../cli/escapeHtml.ts'
import { asProduction } from '../cli/pageBuild.ts'
import { buildServerPage } from '../cli/serverPage.ts'
import { reportFonts } from './fonts.ts'
import { formatSessions } from './format.ts'

const ENTRY = fileURLToPath(new URL('./page/server.ts', import.meta.url))

interface BuiltPage {
  render: typeof renderReport
  style: string
}

/** Builds the page with the wall's pictures. */
async function buildPage(): Promise<BuiltPage> {
  const { module, assets } = await buildServerPage<{ renderReport: typeof renderReport }>(ENTRY)
  const [style, ...others] = assets
  if (!style?.fileName.endsWith('.css') || others.length > 0)
    throw new Error(`The page of a report should not build to ${assets.map(file => file.fileName).join(', ')}.`)
  return { render: module.renderReport, style: String(style.source) }
}

/**
 * The report as one file of HTML: fonts and pictures are in it, and it needs no script and no request.
 *
 * @param report of a session, or of two
 */
export async function reportHtml(report: SessionReport | ComparisonReport): Promise<string> {
  const { render, style } = await buildPage()
  const body = await asProduction(() => render(report))
  const fonts = await reportFonts(body)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(titleOf(report))}</title>`,
    `<style>${fonts}${style}</style>`,
    '</head>',
    `<body>${withoutMotion(body)}</body>`,
    '</html>',
    '',
  ].join('\n')
}

/** What a window and a bookmark call it. */
export function titleOf(report: SessionReport | ComparisonReport): string {
  return 'sessions' in report
    ? `${report.title}: ${formatSessions(report)}`
    : `${report.title}: what the room said, ${report.session}`
}

/** Without where people fly in from on the wall, since nothing moves here; and without marks of the renderer. */
function withoutMotion(html: string): string {
  return html
    .replace(/ style="--from:[^"]*"/g, '')
    .replace(/<!--[[\]]?-->/g, '')
}

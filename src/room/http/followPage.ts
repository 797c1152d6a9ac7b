import type { HtmlPage } from './phonePage.ts'
import { escapeHtml } from '../../cli/escapeHtml.ts'
import { createHtmlPage } from './phonePage.ts'

/** Beside each other where there is room for both, or else the slide above the ballot. */
const STYLE = `
  html, body { height: 100%; margin: 0; background: #15171a; }
  body { display: grid; grid-template: auto 1fr / 100%; }
  iframe { display: block; width: 100%; height: 100%; border: 0; }
  #slides { aspect-ratio: 16 / 9; height: auto; max-height: 60vh; }
  @media (min-width: 600px) and (min-aspect-ratio: 5/4) {
    body { grid-template: 100% / 1fr clamp(16rem, 34vw, 22rem); }
    #slides { aspect-ratio: auto; height: 100%; max-height: none; }
  }
`

/**
 * The page for people who are not in the hall: the current slide, and the page of a phone beside it. Their addresses
 * are relative to this page, so that it works under any path.
 */
export function createFollowPage(title: string): HtmlPage {
  return createHtmlPage(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<iframe id="slides" src="deck/?follow" title="Slides" allow="fullscreen"></iframe>
<iframe id="ballot" src="./" title="Polls and questions"></iframe>
</body>
</html>
`)
}

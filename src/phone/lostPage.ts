import type { PageWords } from '../polls/words/words.ts'
import { LINK_TO_ROOM } from '../polls/phoneFiles.ts'

const STYLE = ':root{color-scheme:light dark}'
  + 'body{max-width:30rem;margin:12vh auto;padding:0 20px;font:1.125rem/1.4 system-ui,sans-serif}'
  + 'h1{margin:0 0 .5rem;font-size:2rem;line-height:1.1}'
  + 'a{display:inline-block;padding:.7em 1.2em;background:#2545b8;color:#fff;font-weight:700;text-decoration:none}'

/** What a phone gets for a wrong address: a way to the poll. */
export function lostPage({ lang, dir, lost }: PageWords): string {
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">`
    + '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
    + `<title>${lost.title}</title><style>${STYLE}</style></head><body><main><h1>${lost.title}</h1>`
    + `<p>${lost.text}</p><p><a ${LINK_TO_ROOM}>${lost.link}</a></p></main></body></html>`
}

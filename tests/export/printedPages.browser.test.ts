import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-chromium'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSlides } from '../../src/export/printedPages.ts'
import { launchChromium } from '../../src/pdf/browser.ts'
import { atEndOfFile } from '../room/support/testRoom.ts'

const atEnd = atEndOfFile()
const SIZE = { width: 980, height: 552 }

let browser: Browser
let url: string
let page = ''
let asked: string | undefined
beforeAll(async () => {
  const server = createServer((request, response) => {
    asked = request.url?.startsWith('/printed') ? request.url : asked
    response.setHeader('Content-Type', 'text/html').end(page)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => void server.close())
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchChromium()
})
afterAll(() => browser.close())

const open = (html: string) => {
  page = html
  return openSlides(browser, 'deck', { url, range: [1, 3], withClicks: true, dark: false, size: SIZE })
}

it('asks for the slides of the range, and has what the page says of them', async () => {
  const { slides } = await open('<html data-printed="ready"><script>window.printedSlides = [{ no: 3 }]</script>')
  expect(slides).toEqual([{ no: 3 }])
  expect(asked).toBe('/printed/deck?print=clicks&range=1,3')
})

it('names the slide of which a part cannot be drawn', async () => {
  const fault = '<div data-slidev-no="3"><p class="slide-fault">There is no claim "cost".</p></div>'
  const told = await open(`<html data-printed="ready">${fault}`).catch(String)
  expect(told).toBe('UsageError: Slide 3 cannot be drawn: There is no claim "cost".')
})

it('says why nothing is drawn', async () => {
  const told = await open('<html data-printed="error: no fonts">').catch(String)
  expect(told).toBe('UsageError: The slides cannot be drawn (no fonts); npm run dev shows where.')
})

import type { PrintJob } from '../../src/handouts/jobs.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { printAll } from '../../src/handouts/printAll.ts'
import { launchChromium } from '../../src/pdf/browser.ts'

it('ends with one line when Chromium ends in the middle of it', async () => {
  const browser = await launchChromium()
  const session = await browser.newBrowserCDPSession()
  // A page that never comes.
  const server = createServer(() => void session.send('Browser.crash').catch(() => {})).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const job = { name: 'workbook', route: '/handouts/workbook', source: 'exercises/', pageSize: 'a4' } as PrintJob
  const info = { date: new Date(0), author: '' }
  const printed = printAll(browser, `http://127.0.0.1:${port}`, [job], info, async () => {})
  await expect(printed).rejects.toThrow(
    /^Chromium stopped while printing.*, perhaps for want of memory; run (?:it|the command) again\.$/,
  )
})

import { mkdir, writeFile } from 'node:fs/promises'
import { defineCommand } from 'citty'
import { launchChromium } from './browser.ts'
import { main } from './cli.ts'
import { contactSheet, type Picture } from './contactSheet.ts'
import { freePort, startDeck } from './deckServer.ts'
import { inRoot } from './paths.ts'
import { startProgress } from './progress.ts'
import { openDeck, slidePictures } from './slidePictures.ts'

const PER_SHEET = 9
const out = inRoot('dist', 'look')

await main(defineCommand({
  meta: { name: 'npm run look --', description: 'Contact sheets of all slides in their last click state and of all handout pages, into dist/look/.' },
  args: {
    dark: { type: 'boolean', description: 'Slides in dark colours' },
  },
  async run({ args }) {
    await mkdir(out, { recursive: true })
    const deck = await startDeck({ port: await freePort() })
    const browser = await launchChromium()
    try {
      const { page, total } = await openDeck(browser, deck.url, { dark: args.dark ?? false })
      const progress = startProgress(total, 'slide 1')
      const pictures = await slidePictures(page, total, it => progress.step(it))
      progress.stop()
      await writeSheets(pictures, args.dark ? 'slides-dark' : 'slides', { columns: 3, width: 640 })
    }
    finally {
      await browser.close()
      await deck.close()
    }

    async function writeSheets(pictures: Picture[], name: string, options: { columns: number, width: number }) {
      for (let i = 0; i < pictures.length; i += PER_SHEET) {
        const file = `${name}-${1 + i / PER_SHEET}.png`
        await writeFile(`${out}/${file}`, await contactSheet(browser, pictures.slice(i, i + PER_SHEET), options))
        console.log(`dist/look/${file}`)
      }
    }
  },
}))

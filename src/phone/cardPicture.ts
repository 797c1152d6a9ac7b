import type { Card } from '../polls/protocol.ts'
import { cardRows, formatCard } from '../polls/cardText.ts'
import { CARD } from '../polls/laterWords.ts'

/** Of the picture, px: a format that chats and galleries show whole. */
const [WIDTH, HEIGHT, MARGIN] = [1080, 1350, 96]
/** Always light, as paper: whoever gets it may have another scheme. */
const [PAPER, INK, QUIET, PEN] = ['#ffffff', '#15171a', '#585d63', '#2545b8']
const [BOX, BOX_GAP] = [84, 16]
/** Between the score and its ring, px. */
const RING_BESIDE = 90
const NAME = 'card.png'

const isRightToLeft = () => document.documentElement.dir === 'rtl'
/** A place counted from the side where lines begin, as one from the left. */
const across = (x: number) => isRightToLeft() ? WIDTH - x : x

/**
 * Draws a card as a PNG. Nothing on it tells whose it is.
 *
 * @param title of the talk, at the foot
 * @returns a data address
 */
export function cardPicture(card: Card, title = ''): string {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d')
  if (!pen)
    return ''
  pen.direction = isRightToLeft() ? 'rtl' : 'ltr'
  pen.textAlign = 'start'
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  text(pen, CARD.right, 150, 54, 500)
  drawScore(pen, CARD.score(card.right, card.of))
  let y = 660
  for (const { text: when, score, boxes } of cardRows(card)) {
    text(pen, when + score, y, 48, 600)
    drawBoxes(pen, boxes, y + 30)
    y += 210
  }
  pen.fillStyle = INK
  lines(pen, formatCard(card), `${/ar|ja|zh/.test(document.documentElement.lang) ? '' : 'italic '}46px serif`)
    .forEach((line, i) => pen.fillText(line, across(MARGIN), y + 10 + i * 60))
  text(pen, title, HEIGHT - 64, 36, 400, QUIET)
  return canvas.toDataURL('image/png')
}

function text(
  pen: CanvasRenderingContext2D,
  words: string,
  y: number,
  size: number,
  weight: number,
  colour = INK,
  x = MARGIN,
): void {
  pen.fillStyle = colour
  pen.font = `${weight} ${size}px system-ui, sans-serif`
  pen.fillText(words, across(x), y, WIDTH - x - MARGIN)
}

/** Large, with the ring of the editor's pen. */
function drawScore(pen: CanvasRenderingContext2D, score: string): void {
  const x = MARGIN + RING_BESIDE - 40
  text(pen, score, 430, 200, 800, INK, x)
  const half = Math.min(pen.measureText(score).width, WIDTH - x - MARGIN) / 2
  pen.strokeStyle = PEN
  pen.lineWidth = 9
  pen.lineCap = 'round'
  pen.beginPath()
  // A little more than once around, as a hand does it.
  pen.ellipse(across(x + half), 358, half + RING_BESIDE, 160, -0.04, -2.4, -2.4 + Math.PI * 2.1)
  pen.stroke()
}

function drawBoxes(pen: CanvasRenderingContext2D, boxes: boolean[], y: number): void {
  const step = Math.min(BOX + BOX_GAP, (WIDTH - 2 * MARGIN + BOX_GAP) / boxes.length)
  const side = step * BOX / (BOX + BOX_GAP)
  pen.lineCap = pen.lineJoin = 'round'
  boxes.forEach((isRight, i) => {
    const x = isRightToLeft() ? across(MARGIN + i * step) - side : MARGIN + i * step
    pen.lineWidth = 4
    pen.strokeStyle = INK
    pen.strokeRect(x + 2, y + 2, side - 4, side - 4)
    if (!isRight)
      return
    pen.fillStyle = INK
    pen.fillRect(x, y, side, side)
    pen.strokeStyle = PAPER
    pen.lineWidth = side * 0.11
    pen.beginPath()
    pen.moveTo(x + side * 0.26, y + side * 0.53)
    pen.lineTo(x + side * 0.43, y + side * 0.7)
    pen.lineTo(x + side * 0.75, y + side * 0.3)
    pen.stroke()
  })
}

/** A word with the space after it, or one letter of a script that has no spaces. */
const PIECE = /[\u2E80-\uFFFF]|[^\s\u2E80-\uFFFF]+\s*/g

/** The words in lines that fit. */
function lines(pen: CanvasRenderingContext2D, words: string, font: string): string[] {
  pen.font = font
  return (words.match(PIECE) ?? []).reduce<string[]>((all, piece) => {
    const longer = (all[all.length - 1] ?? '') + piece
    return pen.measureText(longer.trim()).width <= WIDTH - 2 * MARGIN
      ? [...all.slice(0, -1), longer]
      : [...all, piece]
  }, [])
}

/**
 * Hands a picture to the phone: to its share sheet where that takes files, else as a download. It does so at once,
 * since a phone shares only what a tap asked for.
 *
 * @param address of the picture, as data
 * @returns the address where it should be shown too, since a page inside an app may not download anything
 */
export function keepPicture(address: string): string | undefined {
  const bytes = Uint8Array.from(atob(address.split(',')[1] ?? ''), letter => letter.charCodeAt(0))
  const file = new File([bytes], NAME, { type: 'image/png' })
  if (navigator.canShare?.({ files: [file] })) {
    // Somebody who closes the sheet has decided so.
    navigator.share({ files: [file] }).catch(() => {})
    return undefined
  }
  const link = document.createElement('a')
  link.href = address
  link.download = NAME
  link.click()
  return address
}

declare global {
  interface Window {
    /** Once they are drawn: what whoever prints them needs to know, one entry a page of `/printed/deck`. */
    printedSlides?: PrintedSlide[]
  }
}

/** A page of the exported deck: a slide after its last click, or one of its click states. */
export interface PrintedSlide {
  /** Of its element: number of the slide and of the click state, such as `012-01`. */
  id: string
  /** Number of the slide, from 1. */
  no: number
  /** Of the deck; empty where it has none. */
  section: string
  title: string
  /** All that the slide says, for whoever does not see it. */
  text: string
  /** What is said to it, in plain text. */
  note: string
  links: SlideLink[]
}

/** One line of a link, in px from the upper left corner of its slide. */
export interface SlideLink {
  /** An address, or `#` and the id of another page of the export. */
  href: string
  words: string
  x: number
  y: number
  width: number
  height: number
}

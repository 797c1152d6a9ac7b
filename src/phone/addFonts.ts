/** The build puts their addresses here. */
const ADDRESSES = ['address-of-font-0', 'address-of-font-1']
/** Those that `fonts.ts` puts into the second file. */
const POLISH = 'U+104-107,U+118-119,U+141-144,U+15A-15B,U+179-17C'

/**
 * Gives headlines their font. A browser asks for it when it has the time, and shows another until it is there. Where it
 * cannot be had, nothing is lost but its look.
 */
export function addFonts(): void {
  const descriptors = { weight: '800', stretch: '75%', display: 'swap' } as const
  ADDRESSES.forEach((address, i) => document.fonts?.add(
    new FontFace('Archivo', `url(${address})`, i === 0 ? descriptors : { ...descriptors, unicodeRange: POLISH }),
  ))
}

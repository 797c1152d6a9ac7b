/**
 * The line in which a command names a file that it has written, such as `dist/export/deck.pdf  512 KB, 40 pages`.
 *
 * @param path of the file
 * @param bytes its size
 * @param contents how many of what it holds, where that is worth a word
 */
export function formatWritten(path: string, bytes: number, contents?: { count: number, of: string }): string {
  const size = `${Math.ceil(bytes / 1000).toLocaleString('en-US')} KB`
  const held = contents && `${contents.count} ${contents.of}${contents.count === 1 ? '' : 's'}`
  return `${path}  ${size}${held === undefined ? '' : `, ${held}`}`
}

/** @param begun by `performance.now()` */
export function formatDuration(begun: number): string {
  return `Done in ${((performance.now() - begun) / 1000).toFixed(1)} s.`
}

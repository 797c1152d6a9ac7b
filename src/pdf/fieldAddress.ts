/** A field as its page announces it. */
export interface FieldMark {
  /** One line of text, several, or a box to tick. */
  kind: 'text' | 'lines' | 'check'
  /** What a screen reader says of it, different for each field of a document. */
  label: string
}

/** No such host can exist, so nobody ever follows the link (RFC 6761). */
const HOST = 'https://field.invalid/'

export function fieldAddress({ kind, label }: FieldMark): string {
  return `${HOST}${kind}?label=${encodeURIComponent(label)}`
}

/** The mark in a link's address; undefined for any other link. */
export function readFieldAddress(address: string): FieldMark | undefined {
  const [, kind, label] = /^https:\/\/field\.invalid\/(text|lines|check)\?label=(.*)$/.exec(address) ?? []
  return kind === undefined || label === undefined
    ? undefined
    : { kind: kind as FieldMark['kind'], label: decodeURIComponent(label) }
}

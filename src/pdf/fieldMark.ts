import type { InjectionKey } from 'vue'

/** A form field that a page wants in its place, announced as a link. */
export interface FieldMark {
  /**
   * One line of text, several lines, a box to tick, or one of several boxes that stand together and of which one is to
   * be ticked.
   */
  kind: 'text' | 'lines' | 'check' | 'one'
  /** What a screen reader says of it; unique within a document. */
  label: string
}

/** This host cannot exist (RFC 6761), so that no real link is taken for a field. */
const HOST = 'https://field.invalid/'

/** In the label of a box, between the question and the answer that the box stands for: `Pace, tick one: right`. */
export const TICK_ONE = ', tick one: '

/**
 * Stands before the label of each field that is drawn below: in a document of several sheets no two fields may have one
 * label.
 */
export const FIELD_LABEL_PREFIX: InjectionKey<string> = Symbol('field label prefix')

/** The address of the link that announces a field. */
export function formatFieldAddress({ kind, label }: FieldMark): string {
  return `${HOST}${kind}?label=${encodeURIComponent(label)}`
}

/** @returns undefined for any other link */
export function parseFieldAddress(address: string): FieldMark | undefined {
  const [, kind, label] = /^https:\/\/field\.invalid\/(text|lines|check|one)\?label=(.*)$/.exec(address) ?? []
  return kind === undefined || label === undefined
    ? undefined
    : { kind: kind as FieldMark['kind'], label: decodeURIComponent(label) }
}

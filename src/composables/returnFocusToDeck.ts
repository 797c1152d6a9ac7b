/** Slidev takes no arrow keys while a button has the focus: after a click, not a key, the deck gets it back. */
export function giveBackFocus({ detail, currentTarget }: MouseEvent): void {
  if (detail > 0)
    (currentTarget as HTMLElement).blur()
}

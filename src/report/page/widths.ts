/** Widths of a picture, px: that of the wall, and that of half of it, which the wall draws too where two polls meet. */
export const WIDE = 868
export const NARROW = 410

/** Ballot slips of a poll on its sheet: eight alike, or four where its words do not fit on one of eight. */
export const SLIPS_PER_SHEET = { many: 8, few: 4 }

/** Words that the participants' sheet of an exercise has, and words that it leaves to the participants, by slug. */
export const SHEETS: Readonly<Record<string, { says: string, keeps: RegExp }>> = {
  '04-fermi-the-bill': { says: '2,664K', keeps: /5[.,]\s?576/ },
}

/** A mark on the axis, in per cent of its width. */
export interface AxisMark {
  left: number
  width: number
}

/** `$100K`, `$1M`, `$10bn`: the round numbers of an axis. */
export function formatRoundDollars(usd: number): string {
  const units = [[1e12, 'tn'], [1e9, 'bn'], [1e6, 'M'], [1e3, 'K']] as const
  const [size, name] = units.find(([least]) => usd >= least) ?? [1, '']
  return `$${usd / size}${name}`
}

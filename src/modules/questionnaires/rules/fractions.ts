/** An exact number, numerator over a positive denominator. Scores stay fractions until they are shown, so nothing is rounded twice. */
export type Fraction = { n: bigint; d: bigint }

/** A value of at most two decimals (a weight, an option's points), exactly. */
export const exact = (value: number): Fraction => ({ n: BigInt(Math.round(value * 100)), d: 100n })

/**
 * Σ(weight · value) / Σ weight over the values that there are; null when there is none. Weights have at most two decimals and are positive.
 */
export function weightedMean(items: readonly { weight: number; value: Fraction | null }[]): Fraction | null {
  let sum: Fraction = { n: 0n, d: 1n }
  let weights = 0n
  for (const { weight, value } of items) {
    if (value === null) continue
    const w = exact(weight).n
    sum = reduced({ n: sum.n * value.d + w * value.n * sum.d, d: sum.d * value.d })
    weights += w
  }
  return weights === 0n ? null : reduced({ n: sum.n, d: sum.d * weights })
}

export const minus = (a: Fraction, b: Fraction): Fraction => reduced({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })

/**
 * The one rounding of all scores: to two decimals, a half going up (below zero, down), computed in integers. 66.665 becomes 66.67, −0.001
 * becomes 0.
 */
export function rounded({ n, d }: Fraction): number {
  return n < 0n ? 0 - rounded({ n: -n, d }) : Number((200n * n + d) / (2n * d)) / 100
}

function reduced({ n, d }: Fraction): Fraction {
  let [a, b] = [n < 0n ? -n : n, d]
  while (b) [a, b] = [b, a % b]
  return a > 1n ? { n: n / a, d: d / a } : { n, d }
}

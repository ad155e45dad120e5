import { Fragment, type VNode } from 'preact'

/** A part of a page and about how high it is, in pixels of a column of half a page. */
export type Placed = { height: number; node: VNode }

/**
 * Parts side by side where there is room for two, so that both columns end about level; on a phone one below the other. Each column keeps
 * the order of its parts.
 */
export function TwoColumns({ parts }: { parts: readonly Placed[] }) {
  const { columns, across } = laidOut(parts.map(({ height }) => height))
  return (
    <div class="halves-of-page">
      {[...columns, ...(across === null ? [] : [[across]])].map((column, at) => (
        <div {...(at === 2 ? { class: 'is-across' } : {})}>
          {column.map(at => (
            <Fragment key={at}>{parts[at]!.node}</Fragment>
          ))}
        </div>
      ))}
    </div>
  )
}

/** More than this below the lower column, in pixels, looks like something missing. */
const level = 240

/** Both columns, and the last part across both where they cannot end level with it. */
export function laidOut(heights: readonly number[]): { columns: [number[], number[]]; across: number | null } {
  const apart = ([first, second]: [number[], number[]]) =>
    Math.abs(sum(first.map(at => heights[at]!)) - sum(second.map(at => heights[at]!)))
  const columns = columnsOf(heights)
  const without = columnsOf(heights.slice(0, -1))
  const isBetter = heights.length > 2 && apart(columns) > level && apart(without) <= level
  return isBetter ? { columns: without, across: heights.length - 1 } : { columns, across: null }
}

/** So much higher, in pixels, may columns be in which all parts keep their order when one stands below the other. */
const inOrder = 120

/** Which parts stand in the first column and which in the second: the first part is in the first, and the higher one is as low as can be. */
export function columnsOf(heights: readonly number[]): [number[], number[]] {
  const whole = sum(heights)
  const all = heights.map((_, at) => at)
  let best = { cost: Number.POSITIVE_INFINITY, right: 0 }
  for (let right = 0; right < 2 ** heights.length; right += 2) {
    const second = sum(heights.filter((_, at) => isIn(right, at)))
    const ordered = all.every(at => at === 0 || !isIn(right, at - 1) || isIn(right, at))
    const cost = Math.max(second, whole - second) + (ordered ? 0 : inOrder)
    if (cost < best.cost) best = { cost, right }
  }
  return [all.filter(at => !isIn(best.right, at)), all.filter(at => isIn(best.right, at))]
}

const isIn = (set: number, at: number): boolean => Math.floor(set / 2 ** at) % 2 === 1
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

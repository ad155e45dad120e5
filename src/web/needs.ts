import { contextOf } from './context.ts'

/** What the parts of one page asked of its head while they were rendered. */
export type Needs = { scripts: Set<Script>; refresh: number | undefined }
export type Script =
  | 'on-device'
  | 'waiting-list'
  | 'keep-forms'
  | 'draft-form'
  | 'live-part'
  | 'combo-box'
  | 'confirm-dialog'
  | 'sign-out'
  | 'keep-codes'
  | 'plain-address'
  | 'conditional-fields'
  | 'answer-progress'
  | 'ticked-rows'
  | 'search-box'
  | 'round-clock'
  | 'attendance-desk'
  | 'voice-form'

/**
 * Custom elements that stand in one file (`client/<name>.ts`) wherever the first of them is; those of `asking` where all of them are. Each
 * file more takes of a weak line what the page itself needs.
 */
export const together: Readonly<Record<string, readonly Script[]>> = {
  frame: ['on-device', 'live-part', 'sign-out', 'search-box', 'confirm-dialog'],
  list: ['plain-address', 'combo-box', 'ticked-rows'],
  answering: ['draft-form', 'conditional-fields', 'answer-progress'],
  asking: ['conditional-fields', 'combo-box'],
}

/** The files that hold these custom elements, each element once. */
export function scriptFiles(scripts: ReadonlySet<Script>): string[] {
  const bundled = new Set<Script>()
  const bundles = Object.entries(together).filter(([name, names]) => {
    const isUsed = name === 'asking' ? names.every(each => scripts.has(each) && !bundled.has(each)) : scripts.has(names[0]!)
    if (isUsed) for (const each of names) bundled.add(each)
    return isUsed
  })
  return [...bundles.map(([name]) => name), ...[...scripts].filter(name => !bundled.has(name))]
}

export const NeedsContext = contextOf<Needs | null>(null)
export const noNeeds = (): Needs => ({ scripts: new Set(), refresh: undefined })

/** A part asks for its custom element (`src/web/client/<name>.ts`); the page links each once, and only where asked. */
export function useScript(name: Script): void {
  NeedsContext.use()?.scripts.add(name)
}

/** Without JavaScript the page asks again after so many seconds; with it, nothing happens. */
export function useRefresh(seconds: number): void {
  const needs = NeedsContext.use()
  if (needs) needs.refresh = Math.min(seconds, needs.refresh ?? seconds)
}

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

/** Custom elements that stand in one file (`client/<name>.ts`) wherever the first of them is. */
export const together: Readonly<Record<string, readonly Script[]>> = {
  frame: ['on-device', 'live-part', 'sign-out', 'search-box'],
  list: ['plain-address', 'combo-box', 'ticked-rows'],
  answering: ['draft-form', 'conditional-fields', 'answer-progress'],
}

/** The files that hold these custom elements, each element once. */
export function scriptFiles(scripts: ReadonlySet<Script>): string[] {
  const bundles = Object.entries(together).filter(([, [first]]) => scripts.has(first!))
  const bundled = new Set(bundles.flatMap(([, names]) => names))
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

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

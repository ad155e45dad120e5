import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What the parts of one page asked of its head while they were rendered. */
export type Needs = { scripts: Set<Script>; refresh: number | undefined }
export type Script = 'draft-form' | 'live-progress' | 'combo-box' | 'confirm-dialog' | 'sign-out' | 'conditional-fields'

export const NeedsContext = createContext<Needs | null>(null)
export const noNeeds = (): Needs => ({ scripts: new Set(), refresh: undefined })

/** A part asks for its custom element (`src/web/client/<name>.ts`); the page links each once, and only where asked. */
export function useScript(name: Script): void {
  useContext(NeedsContext)?.scripts.add(name)
}

/** Without JavaScript the page asks again after so many seconds; with it, nothing happens. */
export function useRefresh(seconds: number): void {
  const needs = useContext(NeedsContext)
  if (needs) needs.refresh = Math.min(seconds, needs.refresh ?? seconds)
}

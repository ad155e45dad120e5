import type { Coverage, Kept } from '../schema.ts'

type Messages = ReadonlyMap<string, { readonly id: string; readonly en: string }>

/** How far a language is: only what is still said counts. */
export function coverageOf({ tag, name, messages }: { tag: string; name: string; messages: Kept }, all: Messages): Coverage {
  const said = [...all].filter(([key]) => Object.hasOwn(messages, key))
  return { tag, name, translated: said.length, stale: said.filter(([key, { id }]) => messages[key]!.id !== id).length, total: all.size }
}

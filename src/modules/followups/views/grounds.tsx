import { firstLine } from '../../../platform/values/cut.ts'
import { useWords } from '../../../web/viewer.ts'
import type { Grounded } from '../schema.ts'
import { words } from '../words.ts'

/** What it was begun for, in one sentence: "Narahubung berganti …", or "5 temuan: Narahubung berganti …". */
export function useGrounds(): (followUp: Grounded, most?: number) => string {
  const w = useWords(words)
  return ({ grounds }, most = 120) => {
    if (!grounds) return ''
    const text = firstLine(grounds.text, most)
    return grounds.count > 1 ? w.groundsOf({ count: grounds.count, text }) : text
  }
}

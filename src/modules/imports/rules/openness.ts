import { folded, plain } from '../../../platform/reading/text.ts'

/**
 * Whether the public may see the agreement, and if not, why. Null when the cell says nothing: the freedom of information law
 * (UU 14/2008) then makes it public. Words that are not known close it and stand as the reason, for a person to read.
 */
/** Whether these are words for open or closed at all. */
export const isOpenness = (text: string): boolean => open.test(folded(text)) || closed.test(folded(text)) || onRequest.test(folded(text))

const open = /^(publik|terbuka|umum|public|open|ya|informasi (publik|terbuka)|terbuka untuk umum|tidak dikecualikan)$/
const closed =
  /^(?:informasi )?(?:yang )?(?:(?:di|ter)kecuali|pengecualian|tertutup|rahasia|terbatas|internal|excluded|withheld|closed|confidential|secret|private|restricted|(?:tidak|bukan|non) (?:publik|terbuka|umum|untuk publik|untuk umum)|nonpublik|tidak$|no$)/
const onRequest = /^(?:(?:publik|terbuka|informasi) )*(?:atas|berdasarkan|dengan|sesuai|menurut) permintaan$|^(?:on|by|upon) request$/

export function readOpenness(text: string): { public: boolean; reason: string | null; onRequest?: true } | null {
  const said = folded(text)
  if (said === '') return null
  if (open.test(said)) return { public: true, reason: null }
  if (onRequest.test(said)) return { public: false, reason: null, onRequest: true }
  const reason = plain(text).replace(
    /^[^:]*:\s*|^(?:informasi )?(?:yang )?(?:dikecualikan|tertutup|rahasia|terbatas|excluded|withheld)\b[\s:,;(-]*(?=\p{L})(?!\p{L}+$)/iu,
    '',
  )
  return { public: false, reason: reason.replace(/\)$/, '') || plain(text) }
}

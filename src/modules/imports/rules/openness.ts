import { folded, plain } from '../../partners/rules/text.ts'

/**
 * Whether the public may see the agreement, and if not, why. Null when the cell says nothing: the freedom of information law
 * (UU 14/2008) then makes it public. Words that are not known close it and stand as the reason, for a person to read.
 */
export function readOpenness(text: string): { public: boolean; reason: string | null } | null {
  const said = folded(text)
  if (said === '') return null
  if (/^(publik|terbuka|umum|public|open|ya|informasi (publik|terbuka))$/.test(said)) return { public: true, reason: null }
  const reason = plain(text).replace(
    /^[^:]*:\s*|^(?:informasi )?(?:yang )?(?:dikecualikan|tertutup|rahasia|terbatas|excluded)\b[\s:,;(-]*(?=\p{L})(?!\p{L}+$)/iu,
    '',
  )
  return { public: false, reason: reason.replace(/\)$/, '') || plain(text) }
}

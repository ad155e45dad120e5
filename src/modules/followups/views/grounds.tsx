import { firstLine } from '../../../platform/values/cut.ts'
import { useWords } from '../../../web/viewer.ts'
import type { FollowUpLine } from '../schema.ts'
import { words } from '../words.ts'

type Answering = Pick<FollowUpLine, 'partner'> & { grounds?: FollowUpLine['grounds'] | undefined }

/** What it was begun for, in one sentence: "Narahubung berganti …", or "5 temuan: Narahubung berganti …". */
export function useGrounds(): (followUp: Answering, most?: number) => string {
  const w = useWords(words)
  return ({ grounds }, most = 120) => {
    if (!grounds) return ''
    const text = firstLine(grounds.text, most)
    return grounds.count > 1 ? w.groundsOf({ count: grounds.count, text }) : text
  }
}

/** The agreement and the partner that it is about: its own partner, or that of its findings. */
export const aboutOf = ({ partner, grounds }: Answering): { agreement: string | null; partner: string | null } => {
  const named = (kind: string) => grounds?.things.find(thing => thing.kind === kind)?.name ?? null
  return { agreement: named('agreement'), partner: partner?.name ?? named('partner') }
}

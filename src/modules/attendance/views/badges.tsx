import { encode } from 'uqr'
import { Pager } from '../../../web/list/pager.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { BadgeOf } from '../schema/attendance.ts'
import { words } from '../words/words.ts'

type Named = { id: string; name: string }

/** The own badge, to be shown at a desk. */
export function OwnBadgePage({ meeting, badge }: { meeting: Named; badge: BadgeOf }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.ownBadge} status={meeting.name} lead={w.ownBadgeLead} />
      <Badge badge={badge} />
    </>
  )
}

/** A badge that was issued anew, to be printed or shown. */
export function NewBadgePage({ badge }: { badge: BadgeOf }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.badgeOf({ name: badge.name })} lead={w.reissued} />
      <Badge badge={badge} />
    </>
  )
}

type SheetProps = { meeting: Named; badges: readonly BadgeOf[]; total: number; url: string; next: string | null; previous: string | null }

/** Badges to be printed and cut. */
export function BadgeSheet({ meeting, badges, total, url, next, previous }: SheetProps) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.badges} status={meeting.name} lead={w.badgesLead} />
      {badges.length ? (
        <div class="badge-sheet">
          {badges.map(badge => (
            <Badge badge={badge} />
          ))}
        </div>
      ) : (
        <EmptyState title={w.nobody}>{w.nobodyHint}</EmptyState>
      )}
      <Pager url={url} previous={previous} next={next} total={total} />
    </>
  )
}

function Badge({ badge: { name, of, code } }: { badge: BadgeOf }) {
  const w = useWords(words)
  return (
    <figure class="attendance-badge">
      <Picture text={code} label={w.badgeOf({ name })} />
      <figcaption>
        <b>{name}</b>
        <br />
        {of}
      </figcaption>
    </figure>
  )
}

/** Black on white in either theme; one path, four modules of margin as the standard asks. */
function Picture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => runsIn(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('')
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** From where to how far a row is black. */
const runsIn = (row: readonly boolean[]): [from: number, length: number][] =>
  row.flatMap((on, x): [number, number][] => {
    if (!on || row[x - 1]) return []
    const end = row.indexOf(false, x)
    return [[x, (end < 0 ? row.length : end) - x]]
  })

import { ButtonLink } from '../../../web/ui/button.tsx'
import { CountLink } from '../../../web/ui/count.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { Tree, type TreeNode } from '../../../web/ui/tree.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { AgreementDetail, Descendant } from '../schema.ts'
import { type AgreementWords, words } from '../words.ts'
import { StatusOf } from './status.tsx'

/** What this agreement carries out, and what carries it out: from the memorandum down to the addenda. */
export function Related({ agreement, mayWrite }: { agreement: AgreementDetail; mayWrite: boolean }) {
  const w = useWords(words)
  const { id, parent, children, below: many } = agreement
  if (!hasRelated(agreement, mayWrite)) return null
  const add = mayAdd(agreement, mayWrite) ? <ButtonLink href={`/perjanjian/baru?induk=${id}`}>{w.show.addBelow}</ButtonLink> : null
  const self: TreeNode = {
    id,
    label: named(w, agreement.kind, agreement.parties.find(({ side }) => side === 'kpu')?.number ?? null, agreement.title),
    current: true,
    open: true,
    children: below(w, id, children),
  }
  const nodes = parent
    ? [
        {
          id: parent.id,
          label: named(w, parent.kind, parent.number, parent.title),
          href: parent.visible ? `/perjanjian/${parent.id}` : undefined,
          open: true,
          children: [self],
        },
      ]
    : [self]
  return (
    <Section title={w.show.tree} id="terkait" aside={add}>
      {parent || children.length ? <Tree label={w.show.tree} nodes={nodes} /> : <p class="hint">{w.show.noTree}</p>}
      {many > 10 ? (
        <p>
          {w.show.below({ count: many })}{' '}
          <CountLink href={`/perjanjian?induk=${id}`} count={many}>
            {w.show.seeBelow}
          </CountLink>
        </p>
      ) : null}
    </Section>
  )
}

/** Whether there is anything to show, or to record below it. */
export const hasRelated = (agreement: AgreementDetail, mayWrite: boolean): boolean =>
  agreement.parent !== null || agreement.children.length > 0 || mayAdd(agreement, mayWrite)
const mayAdd = ({ kind }: AgreementDetail, mayWrite: boolean): boolean => mayWrite && kind !== 'addendum'

const named = (w: AgreementWords, kind: Descendant['kind'], number: string | null, title: string): string =>
  `${w.short[kind]} ${number ?? w.noTitle} – ${title}`

const below = (w: AgreementWords, parentId: string, all: readonly Descendant[]): TreeNode[] =>
  all
    .filter(child => child.parentId === parentId)
    .map(({ id, kind, number, title, office, status }) => ({
      id,
      label: `${named(w, kind, number, title)} (${office})`,
      href: `/perjanjian/${id}`,
      aside: <StatusOf status={status} />,
      children: below(w, id, all),
    }))

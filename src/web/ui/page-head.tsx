import { type ComponentChild, type ComponentChildren, isValidElement, toChildArray } from 'preact'
import { formatNumber } from '../../platform/i18n/format.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { CountLink } from './count.tsx'

/** The top of a page: its one `<h1>`, a status beside it, a sentence on what this is or what comes next, and the actions. */
export const PageHead = ({
  title,
  status,
  lead,
  children,
}: {
  title: string
  status?: ComponentChildren
  lead?: ComponentChildren
  children?: ComponentChildren
}) => (
  <div class="page-head">
    <div>
      <h1>{title}</h1>
      {status ? <p class="page-status">{status}</p> : null}
      {lead ? <p class="lead">{lead}</p> : null}
    </div>
    {toChildArray(children).length ? <div class="actions">{children}</div> : null}
  </div>
)

export type SectionProps = {
  title: string
  id?: string | undefined
  /** How many there are in all; with `list`, the address where they all stand. */
  count?: number | undefined
  list?: string | undefined
  /** What it comes to, in a few words with their numbers, for the line above all parts. */
  gist?: ComponentChildren
  aside?: ComponentChildren
  lead?: ComponentChildren
  children: ComponentChildren
}

/** A part of a page with its heading: `<Section title="Kewajiban" id="kewajiban" count={3} aside={<ButtonLink …/>}>`. */
export function Section({ title, id, count, list, aside, lead, children }: SectionProps) {
  const w = useWords(words)
  const { locale } = useViewer()
  const said = count === undefined ? '' : formatNumber(locale, count)
  return (
    <section class="part" id={id}>
      <div class="part-head">
        <h2>
          {title}
          {count === undefined || list ? null : <span class="tally"> {said}</span>}
        </h2>
        {list && count ? (
          <CountLink href={list} count={count}>
            {w.seeAll({ count: said })}
          </CountLink>
        ) : null}
        {aside}
      </div>
      {lead ? <p class="lead">{lead}</p> : null}
      {children}
    </section>
  )
}

/** What the parts of a page come to, in one line before any of them; nothing where none says. */
export function Gist({ parts }: { parts: readonly ComponentChild[] }) {
  const said = parts.flatMap(part => (isValidElement(part) ? ((part.props as unknown as SectionProps).gist ?? []) : []))
  return said.length ? (
    <p class="gist">
      {said.map(each => (
        <span>{each}</span>
      ))}
    </p>
  ) : null
}

type Anchor = { id: string; title: string; count?: number | undefined }

/** The parts of a page in one line that stays in sight; `undefined` and what is no part with an id is left out. */
export function Anchors({ parts }: { parts: readonly (Anchor | ComponentChild)[] }) {
  const w = useWords(words)
  const { locale } = useViewer()
  const anchors = parts.flatMap(anchorOf)
  if (anchors.length < 3) return null
  return (
    <nav class="anchors" aria-label={w.onThisPage}>
      {anchors.map(({ id, title, count }) => (
        <a href={`#${id}`}>
          {title}
          {count === undefined ? null : <span class="tally"> {formatNumber(locale, count)}</span>}
        </a>
      ))}
    </nav>
  )
}

function anchorOf(part: Anchor | ComponentChild): Anchor[] {
  if (!part || typeof part !== 'object') return []
  const { id, title, count } = isValidElement(part) ? (part.props as unknown as SectionProps) : (part as Anchor)
  return id && title ? [{ id, title, count }] : []
}

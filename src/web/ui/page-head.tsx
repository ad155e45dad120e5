import type { ComponentChildren } from 'preact'

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
    {children ? <div class="actions">{children}</div> : null}
  </div>
)

/** A part of a page with its heading: `<Section title="Kewajiban" id="kewajiban" aside={<ButtonLink …/>}>`. */
export const Section = ({
  title,
  id,
  aside,
  lead,
  children,
}: {
  title: string
  id?: string | undefined
  aside?: ComponentChildren
  lead?: ComponentChildren
  children: ComponentChildren
}) => (
  <section class="part" id={id}>
    <div class="part-head">
      <h2>{title}</h2>
      {aside}
    </div>
    {lead ? <p class="lead">{lead}</p> : null}
    {children}
  </section>
)

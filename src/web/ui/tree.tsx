import type { ComponentChildren } from 'preact'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Icon } from './icon.tsx'

/**
 * One place in a tree. With `children` it opens and closes by itself (`open` from the start); with `childrenHref` its children are
 * asked for by a link to the same page with that branch open. `aside` stands at the right: a count, a status.
 */
export type TreeNode = {
  id: string
  label: string
  href?: string | undefined
  aside?: ComponentChildren
  open?: boolean | undefined
  current?: boolean | undefined
  children?: readonly TreeNode[] | undefined
  childrenHref?: string | undefined
}

/**
 * Offices below offices, agreements below agreements: nested lists that open without a script. With `heads`, the `aside` of each is as many
 * `<span>`, each with its head in a `<small>`: columns where there is room, else one after the other.
 */
export const Tree = ({ label, nodes, heads }: { label: string; nodes: readonly TreeNode[]; heads?: readonly string[] }) => (
  <div class="tree" role="group" aria-label={label}>
    {heads ? (
      <div class="line" aria-hidden="true">
        <span />
        <span class="aside">
          {heads.map(head => (
            <span>{head}</span>
          ))}
        </span>
      </div>
    ) : null}
    <Branch nodes={nodes} />
  </div>
)

/** The opener stands beside the line and not around it, since the line may hold a link. */
function Branch({ nodes }: { nodes: readonly TreeNode[] }) {
  const w = useWords(words)
  return (
    <ul>
      {nodes.map(node => (
        <li id={`cabang-${node.id}`}>
          <Line node={node} />
          {node.children?.length ? (
            <details open={node.open}>
              <summary aria-label={`${w.open}: ${node.label}`}>
                <Icon name="next" />
              </summary>
              <Branch nodes={node.children} />
            </details>
          ) : node.childrenHref ? (
            <a class="opener" href={`${node.childrenHref}#cabang-${node.id}`} aria-label={`${w.open}: ${node.label}`}>
              <Icon name="next" />
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const Line = ({ node: { label, href, current, aside } }: { node: TreeNode }) => (
  <span class="line">
    {href ? (
      <a href={href} aria-current={current ? 'page' : undefined}>
        {label}
      </a>
    ) : (
      <span>{label}</span>
    )}
    {aside ? <span class="aside">{aside}</span> : null}
  </span>
)

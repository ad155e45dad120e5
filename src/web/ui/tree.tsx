import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/**
 * One place in a tree. With `children` it opens and closes by itself (`open` from the start); with `childrenHref` its children are
 * asked for by a link to the same page with that branch open. `aside` stands at the right: a count, a status.
 */
export type TreeNode = {
  id: string
  label: ComponentChildren
  href?: string | undefined
  aside?: ComponentChildren
  open?: boolean | undefined
  current?: boolean | undefined
  children?: readonly TreeNode[] | undefined
  childrenHref?: string | undefined
}

/** Offices below offices, agreements below agreements: nested lists that open without a script. */
export const Tree = ({ label, nodes }: { label: string; nodes: readonly TreeNode[] }) => (
  <div class="tree" role="group" aria-label={label}>
    <Branch nodes={nodes} />
  </div>
)

const Branch = ({ nodes }: { nodes: readonly TreeNode[] }) => (
  <ul>
    {nodes.map(node => (
      <li id={`cabang-${node.id}`}>
        {node.children?.length ? (
          <details open={node.open}>
            <summary>
              <Icon name="next" />
              <Line node={node} />
            </summary>
            <Branch nodes={node.children} />
          </details>
        ) : (
          <div class="leaf">
            {node.childrenHref ? (
              <a
                class="icon-button"
                href={`${node.childrenHref}#cabang-${node.id}`}
                aria-label={typeof node.label === 'string' ? node.label : node.id}
              >
                <Icon name="next" />
              </a>
            ) : null}
            <Line node={node} />
          </div>
        )}
      </li>
    ))}
  </ul>
)

const Line = ({ node }: { node: TreeNode }) => (
  <span class="line">
    {node.href ? (
      <a href={node.href} aria-current={node.current ? 'page' : undefined}>
        {node.label}
      </a>
    ) : (
      <span>{node.label}</span>
    )}
    {node.aside ? <span class="aside">{node.aside}</span> : null}
  </span>
)

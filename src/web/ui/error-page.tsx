import type { ComponentChildren } from 'preact'
import type { NavigationItem } from '../frame.ts'
import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { Actions, ButtonLink } from './button.tsx'
import { PageHead } from './page-head.tsx'

export type ErrorKind = 'notFound' | 'forbidden' | 'bug' | 'unavailable' | 'tooMany' | 'tooLarge' | 'tooSlow' | 'expired' | 'signedOut'

type ErrorPageProps = {
  kind: ErrorKind
  /** What the refusal itself says, in place of the usual sentence. */
  text?: string | undefined
  /** Of a bug: what the log has it under. */
  reference?: string | undefined
  /** Where to go back to; home otherwise. */
  back?: string | undefined
  /** The address to ask again. */
  again?: string | undefined
  /** What somebody who is not signed in may read, in place of a home that they do not have. */
  visitor?: readonly NavigationItem[] | undefined
  children?: ComponentChildren
}

/** What went wrong, what became of one's work, and where to go from here. */
export function ErrorPage({ kind, text, reference, back, again, visitor, children }: ErrorPageProps) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.errors[kind].title} lead={text ?? w.errors[kind].text} />
      {reference ? (
        <p>
          {w.errors.reference}: <code>{reference}</code>
        </p>
      ) : null}
      {children}
      <Actions>
        {again ? (
          <ButtonLink href={again} kind="primary">
            {w.errors.again}
          </ButtonLink>
        ) : null}
        {back ? (
          <ButtonLink href={back} kind="primary">
            {w.errors.back}
          </ButtonLink>
        ) : null}
        {kind === 'signedOut' ? (
          <ButtonLink href="/masuk" kind="primary" target="_blank" rel="noopener">
            {w.signIn}
          </ButtonLink>
        ) : visitor ? (
          <VisitorWays lines={visitor} isFirst={!back && !again} />
        ) : (
          <ButtonLink href="/" kind={back || again || kind === 'unavailable' ? 'secondary' : 'primary'}>
            {w.errors.toHome}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}

function VisitorWays({ lines, isFirst }: { lines: readonly NavigationItem[]; isFirst: boolean }) {
  const w = useWords(words)
  return (
    <>
      {lines.map(({ href, label }, at) => (
        <ButtonLink href={href} kind={isFirst && at === 0 ? 'primary' : 'secondary'}>
          {label}
        </ButtonLink>
      ))}
      <ButtonLink href="/masuk" kind="secondary">
        {w.signIn}
      </ButtonLink>
    </>
  )
}

import type { ComponentChildren } from 'preact'
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
  children?: ComponentChildren
}

/** What went wrong, what became of one's work, and where to go from here. */
export function ErrorPage({ kind, text, reference, back, again, children }: ErrorPageProps) {
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
        ) : (
          <ButtonLink href="/" kind={back || again || kind === 'unavailable' ? 'secondary' : 'primary'}>
            {w.errors.toHome}
          </ButtonLink>
        )}
      </Actions>
    </>
  )
}

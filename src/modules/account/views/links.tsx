import { withReturn } from '../../../platform/auth/return-path.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { signInWords } from '../words/sign-in.ts'
import { ofFields, Trouble } from './trouble.tsx'

type AskProps = { kind: 'forgotten' | 'link'; next: string; email?: string | undefined; errors?: Errors }

/** Asks for a letter: to set a password (`/lupa-sandi`), or to sign in without one (`/masuk/tautan`). */
export function AskLetter({ kind, next, email, errors = {} }: AskProps) {
  const w = useWords(signInWords)
  const { title, lead, submit, action } =
    kind === 'forgotten'
      ? { ...w.forgotten, action: '/lupa-sandi' }
      : { title: w.link.askTitle, lead: w.link.askLead, submit: w.link.submit, action: '/masuk/tautan' }
  return (
    <div class="door">
      <PageHead title={title} lead={lead} />
      <Trouble errors={errors} />
      <Form action={action} values={{ email }} errors={ofFields(errors)} hidden={{ ke: next }}>
        <TextField name="email" type="email" label={w.email} size="medium" maxLength={254} autocomplete="email" />
        <Actions>
          <Button>{submit}</Button>
          <a href={withReturn('/masuk', next)}>{w.back}</a>
        </Actions>
      </Form>
    </div>
  )
}

/** The same for every address, whoever's it is. */
export function LetterSent({ kind, next }: { kind: 'forgotten' | 'link'; next: string }) {
  const w = useWords(signInWords)
  return (
    <div class="door">
      <PageHead title={w.forgotten.sentTitle} lead={kind === 'forgotten' ? w.forgotten.sent : w.link.sent} />
      <p>{w.forgotten.sentHint}</p>
      <Actions>
        <ButtonLink href={withReturn('/masuk', next)}>{w.back}</ButtonLink>
      </Actions>
    </div>
  )
}

/** What a sign-in link opens: a button only, since mail scanners open links too. */
export function OpenLink({ token, name }: { token: string; name: string }) {
  const w = useWords(signInWords)
  return (
    <div class="door">
      <PageHead title={w.link.openTitle} lead={w.link.openLead({ name })} />
      <Form action={`/masuk/tautan/${token}`}>
        <Actions>
          <Button>{w.link.openButton({ name })}</Button>
        </Actions>
      </Form>
      <p class="hint">{w.link.openHint}</p>
    </div>
  )
}

type VoidProps = { why: 'used' | 'expired' | 'unknown'; kind: 'password' | 'link' | 'setup'; next?: string }

/** A link that does not work, and how to come by one that does. */
export function VoidLink({ why, kind, next = '/' }: VoidProps) {
  const w = useWords(signInWords)
  return (
    <div class="door">
      <PageHead title={w.void.title} lead={w.void[why]} />
      {kind === 'setup' && why !== 'used' ? <p>{w.void.setup}</p> : null}
      <Actions>
        {kind === 'setup' ? null : (
          <ButtonLink kind="primary" href={kind === 'password' ? '/lupa-sandi' : withReturn('/masuk/tautan', next)}>
            {kind === 'password' ? w.void.askPassword : w.void.askLink}
          </ButtonLink>
        )}
        <ButtonLink href={withReturn('/masuk', next)}>{w.back}</ButtonLink>
      </Actions>
    </div>
  )
}

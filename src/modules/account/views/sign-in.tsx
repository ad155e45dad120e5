import { withReturn } from '../../../platform/auth/return-path.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { Hero } from '../../../web/ui/hero.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { signInWords } from '../words/sign-in.ts'
import { ofFields, Trouble } from './trouble.tsx'

type SignInProps = { next: string; email?: string | undefined; errors?: Errors; organisation: boolean; demo: boolean }

/** `/masuk`: address and password, and the other ways in. */
export function SignIn({ next, email, errors = {}, organisation, demo }: SignInProps) {
  const w = useWords(signInWords)
  return (
    <div class="door">
      <Hero />
      <PageHead title={w.signIn.title} lead={w.signIn.lead} />
      {demo ? (
        <Actions>
          <ButtonLink href="/demo">{w.signIn.demo}</ButtonLink>
        </Actions>
      ) : null}
      {organisation ? (
        <Actions>
          <ButtonLink href={withReturn('/masuk/oidc', next)}>{w.signIn.organisation}</ButtonLink>
        </Actions>
      ) : null}
      <Trouble errors={errors} />
      <Form action="/masuk" values={{ email }} errors={ofFields(errors)} hidden={{ ke: next }}>
        <TextField name="email" type="email" label={w.email} size="medium" maxLength={254} autocomplete="username" />
        <TextField name="password" type="password" label={w.password} size="medium" maxLength={200} autocomplete="current-password" />
        <Actions>
          <Button>{w.signIn.submit}</Button>
          <a href="/lupa-sandi">{w.signIn.forgotten}</a>
        </Actions>
      </Form>
      <p>
        <a href={withReturn('/masuk/tautan', next)}>{w.signIn.partner}</a>
      </p>
    </div>
  )
}

type CodeProps = { next: string; recovery: boolean; errors?: Errors }

/** `/masuk/kode`: the second step, by the app's code or by a recovery code. */
export function SecondStep({ next, recovery, errors = {} }: CodeProps) {
  const w = useWords(signInWords)
  const other = withReturn(recovery ? '/masuk/kode' : '/masuk/kode?cara=pemulihan', next)
  return (
    <div class="door">
      <PageHead title={w.code.title} lead={recovery ? w.code.recoveryLead : w.code.lead} />
      <Trouble errors={errors} />
      <Form action="/masuk/kode" errors={ofFields(errors)} hidden={{ ke: next, cara: recovery ? 'pemulihan' : undefined }}>
        {recovery ? (
          <TextField name="code" label={w.code.recoveryLabel} size="medium" maxLength={20} autofocus secret />
        ) : (
          <TextField
            name="code"
            label={w.code.label}
            size="short"
            maxLength={10}
            inputMode="numeric"
            autocomplete="one-time-code"
            autofocus
            secret
          />
        )}
        <Actions>
          <Button>{w.code.submit}</Button>
        </Actions>
      </Form>
      <p>
        <a href={other}>{recovery ? w.code.toCode : w.code.toRecovery}</a>
      </p>
      <p>
        <a href={withReturn('/masuk', next)}>{w.back}</a>
      </p>
    </div>
  )
}

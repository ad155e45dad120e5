import { Actions, Button } from '../../../web/ui/button.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { signInWords } from '../words/sign-in.ts'
import { ofFields, Trouble } from './trouble.tsx'

type ChooseProps = { token: string; purpose: 'invitation' | 'password'; person: { name: string; email: string }; errors?: Errors }

/** `/sandi/…`: a first password, or a new one. The address stands in a field of its own, for the browser's password manager. */
export function ChoosePassword({ token, purpose, person, errors = {} }: ChooseProps) {
  const w = useWords(signInWords)
  return (
    <div class="door">
      <PageHead title={w.choose[purpose]} lead={w.choose.lead({ name: person.name, email: person.email })} />
      <Trouble errors={errors} />
      <Form action={`/sandi/${token}`} errors={ofFields(errors)}>
        <input
          class="unseen"
          type="text"
          name="username"
          value={person.email}
          autocomplete="username"
          readonly
          tabindex={-1}
          aria-hidden="true"
        />
        <NewPassword />
        <Actions>
          <Button>{w.choose.submit}</Button>
        </Actions>
      </Form>
    </div>
  )
}

/** `/mulai/…`: who administers from the first day. */
export function Setup({ token, values, errors = {} }: { token: string; values: Values; errors?: Errors }) {
  const w = useWords(signInWords)
  return (
    <div class="door">
      <PageHead title={w.setup.title} lead={w.setup.lead} />
      <Trouble errors={errors} />
      <Form action={`/mulai/${token}`} values={values} errors={ofFields(errors)}>
        <TextField name="name" label={w.name} maxLength={200} autocomplete="name" />
        <TextField name="email" type="email" label={w.email} maxLength={254} autocomplete="username" />
        <NewPassword />
        <Actions>
          <Button>{w.setup.submit}</Button>
        </Actions>
      </Form>
    </div>
  )
}

function NewPassword() {
  const w = useWords(signInWords)
  return (
    <TextField
      name="password"
      type="password"
      label={w.newPassword}
      hint={w.passwordHint}
      size="medium"
      minLength={12}
      maxLength={200}
      autocomplete="new-password"
    />
  )
}

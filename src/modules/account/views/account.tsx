import type { ComponentChildren } from 'preact'
import { languageOptions } from '../../../platform/i18n/languages.ts'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Account } from '../schema.ts'
import { accountWords } from '../words/account.ts'
import { ofFields, Trouble } from './trouble.tsx'

type Part = 'profile' | 'security' | 'notices' | 'tokens'

/** What stands above each part of the account. */
export function AccountHead({ part, lead, children }: { part: Part; lead: string; children?: ComponentChildren }) {
  const w = useWords(accountWords)
  const tabs = (
    [
      ['profile', '/akun'],
      ['security', '/akun/keamanan'],
      ['notices', '/akun/pemberitahuan'],
      ['tokens', '/akun/token'],
    ] as const
  ).map(([name, href]) => ({ href, label: w.tabs[name], current: name === part }))
  return (
    <>
      <PageHead title={w.account} lead={lead}>
        {children}
      </PageHead>
      <Tabs label={w.tabs.label} tabs={tabs} />
    </>
  )
}

/** `/akun`: who I am here. */
export function Profile({
  account,
  values,
  errors = {},
  stored,
}: {
  account: Account
  values?: Values
  errors?: Errors
  stored?: Account | undefined
}) {
  const w = useWords(accountWords)
  const zones = (Object.keys(w.zones) as (keyof typeof w.zones)[]).map(value => ({ value, label: w.zones[value] }))
  const locales = languageOptions(w.languages)
  return (
    <>
      <AccountHead part="profile" lead={w.profile.lead} />
      <Definitions
        items={[
          { term: w.profile.email, value: account.email },
          { term: w.profile.office, value: account.office },
          { term: w.profile.roles, value: account.roles.join(', ') },
        ]}
      />
      <Trouble errors={errors} />
      <Form
        action="/akun"
        values={values ?? account}
        errors={ofFields(errors)}
        stored={stored}
        hidden={{ rev: asText(stored ? account.rev : (values ?? account).rev) }}
      >
        <TextField name="name" label={w.profile.name} maxLength={200} autocomplete="name" />
        <RadioField name="locale" label={w.profile.language} hint={w.profile.languageHint} options={locales} inline />
        <SelectField name="zone" label={w.profile.zone} hint={w.profile.zoneHint} options={zones} />
        <Actions>
          <Button>{w.profile.submit}</Button>
        </Actions>
      </Form>
    </>
  )
}

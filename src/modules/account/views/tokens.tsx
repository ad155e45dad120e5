import { Status, type Tone } from '../../../web/ui/badge.tsx'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { RadioField, SelectField } from '../../../web/ui/choice-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Token } from '../schema.ts'
import { accountWords } from '../words/account.ts'
import { AccountHead } from './account.tsx'
import { ofFields, Trouble } from './trouble.tsx'

const tones: Record<Token['state'], Tone> = { valid: 'good', expired: 'muted', revoked: 'muted' }

/** `/akun/token`: what programs may do in my name. */
export function Tokens({ tokens, values, errors = {} }: { tokens: readonly Token[]; values?: Values; errors?: Errors }) {
  const w = useWords(accountWords).tokens
  return (
    <>
      <AccountHead part="tokens" lead={w.lead} />
      <Section title={w.listTitle} id="daftar">
        <TokenTable tokens={tokens} />
      </Section>
      <Section title={w.createTitle} id="buat">
        <Trouble errors={errors} />
        <Form action="/akun/token" values={values ?? { scope: 'read', days: '90' }} errors={ofFields(errors)}>
          <TextField name="name" label={w.name} hint={w.nameHint} maxLength={80} />
          <RadioField
            name="scope"
            label={w.scope}
            options={(['read', 'write'] as const).map(value => ({ value, label: w.scopes[value] }))}
          />
          <SelectField
            name="days"
            label={w.days}
            options={['30', '90', '180', '365'].map(value => ({ value, label: w.dayCount({ days: value }) }))}
          />
          <Actions>
            <Button>{w.create}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  )
}

function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const w = useWords(accountWords).tokens
  return (
    <Table
      caption={w.listTitle}
      quiet
      rows={tokens}
      empty={<EmptyState title={w.empty}>{w.emptyHint}</EmptyState>}
      columns={[
        { key: 'name', label: w.name, kind: 'main', value: token => token.name },
        { key: 'scope', label: w.scope, value: token => w.scopes[token.scope] },
        { key: 'hint', label: w.hint, value: token => <code>…{token.hint}</code> },
        { key: 'expires', label: w.expires, kind: 'date', value: token => <When at={token.expiresAt} short /> },
        { key: 'used', label: w.used, kind: 'date', value: token => (token.lastUsedOn ? <When on={token.lastUsedOn} short /> : w.never) },
        {
          key: 'status',
          label: w.status,
          kind: 'status',
          value: token => <Status tone={tones[token.state]}>{w.states[token.state]}</Status>,
        },
        {
          key: 'actions',
          label: w.actions,
          kind: 'actions',
          value: token =>
            token.state === 'valid' ? (
              <Form action={`/akun/token/${token.id}`}>
                <Button kind="quiet" aria-label={w.revokeNamed({ name: token.name })}>
                  {w.revoke}
                </Button>
              </Form>
            ) : null,
        },
      ]}
    />
  )
}

/** The one time that a token is shown. */
export function TokenMade({ token, name }: { token: string; name: string }) {
  const w = useWords(accountWords).tokens
  return (
    <>
      <PageHead title={w.madeTitle} lead={w.madeLead} />
      <p>{w.madeLabel({ name })}</p>
      <p class="secret">
        <code>{token}</code>
      </p>
      <p>{w.madeUse}</p>
      <p class="secret">
        <code>Authorization: Bearer {token}</code>
      </p>
      <Actions>
        <ButtonLink kind="primary" href="/akun/token">
          {w.done}
        </ButtonLink>
      </Actions>
    </>
  )
}

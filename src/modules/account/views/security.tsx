import { Badge, Status } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { TickField } from '../../../web/ui/choice-field.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { Account, Session } from '../schema.ts'
import { accountWords } from '../words/account.ts'
import { AccountHead } from './account.tsx'
import { ofFields, Trouble } from './trouble.tsx'

/** The form of this page that was refused; its messages stand with it alone. */
export type Refused = { form: 'password' | 'factor'; errors: Errors }
type SecurityProps = { account: Account; sessions: readonly Session[]; refused?: Refused | undefined }

/** `/akun/keamanan`: password, second factor, devices. */
export function Security({ account, sessions, refused }: SecurityProps) {
  const w = useWords(accountWords)
  return (
    <>
      <AccountHead part="security" lead={account.password ? w.security.lead : w.security.noneLead} />
      <Section
        title={account.password ? w.password.title : w.password.none}
        id="kata-sandi"
        lead={account.password ? w.password.lead : w.password.noneLead}
      >
        {account.password ? <PasswordForm account={account} errors={refused?.form === 'password' ? refused.errors : {}} /> : null}
      </Section>
      {account.password ? <SecondFactor account={account} errors={refused?.form === 'factor' ? refused.errors : {}} /> : null}
      <Devices sessions={sessions} />
    </>
  )
}

function PasswordForm({ account, errors }: { account: Account; errors: Errors }) {
  const w = useWords(accountWords).password
  return (
    <>
      <Trouble errors={errors} />
      <Form action="/akun/sandi" id="sandi" errors={ofFields(errors)}>
        <input
          class="unseen"
          type="text"
          name="username"
          value={account.email}
          autocomplete="username"
          readonly
          tabindex={-1}
          aria-hidden="true"
        />
        <TextField name="current" type="password" label={w.current} size="medium" maxLength={200} autocomplete="current-password" />
        <TextField
          name="password"
          type="password"
          label={w.next}
          hint={w.hint}
          size="medium"
          minLength={12}
          maxLength={200}
          autocomplete="new-password"
        />
        {account.tokens ? <TickField name="keepTokens" label={w.keepTokens({ count: account.tokens })} hint={w.keepTokensHint} /> : null}
        <Actions>
          <Button>{w.submit}</Button>
        </Actions>
      </Form>
    </>
  )
}

function SecondFactor({ account, errors }: { account: Account; errors: Errors }) {
  const w = useWords(accountWords).factor
  const on = account.secondFactor
  const form = (
    <>
      <Trouble errors={errors} />
      <Form action="/akun/dua-langkah" id="langkah" errors={ofFields(errors)}>
        <TextField name="password" type="password" label={w.password} size="medium" maxLength={200} autocomplete="current-password" />
        <Actions>
          {on ? (
            <>
              <Button kind="secondary" name="aksi" value="kode">
                {w.newCodes}
              </Button>
              <Button kind="danger" name="aksi" value="matikan">
                {w.turnOff}
              </Button>
            </>
          ) : (
            <Button kind="secondary" name="aksi" value="aktifkan">
              {w.setUp}
            </Button>
          )}
        </Actions>
      </Form>
    </>
  )
  return (
    <Section
      title={w.title}
      id="dua-langkah"
      lead={on ? w.on : w.off}
      aside={<Status tone={on ? 'good' : 'neutral'}>{on ? w.statusOn : w.statusOff}</Status>}
    >
      {on ? (
        <details open={Object.keys(errors).length > 0}>
          <summary>{w.manage}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </Section>
  )
}

function Devices({ sessions }: { sessions: readonly Session[] }) {
  const w = useWords(accountWords).sessions
  const nameOf = ({ browser, system }: Session) => (browser && system ? w.on({ browser, system }) : (browser ?? system ?? w.unknown))
  return (
    <Section
      title={w.title}
      id="perangkat"
      aside={
        sessions.some(each => !each.current) ? (
          <Form action="/akun/sesi/lain">
            <Button kind="secondary">{w.endOthers}</Button>
          </Form>
        ) : undefined
      }
    >
      <Table
        caption={w.title}
        quiet
        rows={sessions}
        columns={[
          { key: 'device', label: w.device, kind: 'main', value: nameOf },
          { key: 'address', label: w.address, value: session => session.address ?? '–' },
          { key: 'started', label: w.started, kind: 'date', value: session => <When at={session.startedAt} short /> },
          { key: 'seen', label: w.seen, kind: 'date', value: session => <When at={session.seenAt} short /> },
          {
            key: 'actions',
            label: w.actions,
            kind: 'actions',
            value: session =>
              session.current ? (
                <Badge>{w.current}</Badge>
              ) : (
                <Form action={`/akun/sesi/${session.id}`}>
                  <Button kind="quiet" aria-label={w.endNamed({ device: nameOf(session) })}>
                    {w.end}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </Section>
  )
}

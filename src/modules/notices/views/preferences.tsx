import { formatHour } from '../../../platform/i18n/format.ts'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { asList, asText, type Errors, type Values } from '../../../web/ui/form-state.ts'
import { Section } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { AccountHead } from '../../account/views/account.tsx'
import type { Preferences } from '../schema.ts'
import { noticeWords } from '../words.ts'

type Props = { preferences: Preferences; values?: Values | undefined; errors?: Errors | undefined }

/** `/akun/pemberitahuan`: of each kind how it comes by e-mail, and the hours. */
export function PreferencesForm({ preferences, values, errors }: Props) {
  const w = useWords(noticeWords)
  const { locale } = useViewer()
  const { kinds, digestHour, quietFrom, quietTo } = preferences
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: formatHour(locale, hour) }))
  const shown = values ?? { digestHour, quietFrom, quietTo }
  const typed = asList(values?.mail)
  return (
    <>
      <AccountHead part="notices" lead={w.preferencesLead} />
      <Form action="/akun/pemberitahuan" values={shown} errors={errors}>
        <Section title={w.byMail}>
          {kinds.map(({ kind, name, mail, isRequired }) => (
            <SelectField
              name="mail"
              label={name}
              hint={isRequired ? w.required : undefined}
              value={typed.find(each => each.startsWith(`${kind}:`)) ?? `${kind}:${mail}`}
              options={(['now', 'digest', 'off'] as const)
                .filter(mode => !(isRequired && mode === 'off'))
                .map(mode => ({ value: `${kind}:${mode}`, label: w.mail[mode] }))}
            />
          ))}
        </Section>
        <Section title={w.hours}>
          <SelectField name="digestHour" label={w.digestHour} hint={w.digestHint} options={hours} value={asText(shown.digestHour)} />
          <SelectField
            name="quietFrom"
            label={w.quietFrom}
            hint={w.quietHint}
            optional
            placeholder={w.noQuiet}
            options={hours}
            value={asText(shown.quietFrom)}
          />
          <SelectField name="quietTo" label={w.quietTo} optional placeholder={w.noQuiet} options={hours} value={asText(shown.quietTo)} />
        </Section>
        <Actions>
          <Button>{w.save}</Button>
        </Actions>
      </Form>
    </>
  )
}

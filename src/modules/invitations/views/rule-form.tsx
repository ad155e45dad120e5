import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { CheckboxField, type Option, RadioField } from '../../../web/ui/choice-field.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { modes } from '../../meetings/schema/meetings.ts'
import { involvements } from '../../meetings/schema/programmes.ts'
import { units } from '../../organisation/schema.ts'
import { words as organisation } from '../../organisation/words.ts'
import { partnerClasses } from '../../partners/schema.ts'
import { classesIn } from '../../partners/views/classes.ts'
import { type RuleKind, ruleKinds } from '../schema/invitations.ts'
import { words } from '../words/words.ts'
import { addressOf } from './address.ts'

type Props = {
  meeting: { id: string; name: string }
  kind: RuleKind
  positions: readonly Option[]
  levels: readonly Option[]
  places: readonly Option[]
  values: Values
  errors: Errors
  idempotencyKey: string
}

/** One more rule, of one of the four kinds. */
export function RuleForm({ meeting, kind, positions, levels, places, values, errors, idempotencyKey }: Props) {
  const w = useWords(words)
  const o = useWords(organisation)
  const f = useWords(frame)
  const { locale } = useViewer()
  const address = addressOf(meeting.id)
  return (
    <>
      <PageHead title={w.adding[kind]} lead={meeting.name} />
      <p>{w.addingLead[kind]}</p>
      <Tabs
        label={w.add}
        tabs={ruleKinds.map(each => ({ href: `${address}/tambah?cara=${each}`, label: w.kinds[each], current: each === kind }))}
      />
      <Form action={`${address}/aturan`} hidden={{ kind }} {...{ values, errors, idempotencyKey }}>
        {kind === 'positions' ? (
          <>
            <CheckboxField name="positions" label={w.positions} options={positions} inline />
            <CheckboxField name="levels" label={w.levels} options={levels} inline />
            <CheckboxField
              name="units"
              label={w.units}
              hint={w.unitsHint}
              optional
              options={units.map(value => ({ value, label: o.units[value] }))}
            />
            {places.length ? <CheckboxField name="places" label={w.places} hint={w.placesHint} optional inline options={places} /> : null}
          </>
        ) : null}
        {kind === 'contacts' ? (
          <>
            <CheckboxField
              name="classes"
              label={w.partnerClasses}
              optional
              inline
              options={partnerClasses.map(value => ({ value, label: classesIn(locale)[value] }))}
            />
            <ComboField name="partners" label={w.partner} optional source="/mitra/pilihan" />
          </>
        ) : null}
        {kind === 'person' ? <ComboField name="person" label={w.person} hint={w.personHint} source="/orang/pilihan" /> : null}
        {kind === 'guest' ? (
          <>
            <TextField name="guest" label={w.guest} minLength={2} maxLength={200} />
            <TextField name="institution" label={w.institution} optional maxLength={200} />
            <TextField name="email" label={w.email} hint={w.emailHint} type="email" optional maxLength={254} />
          </>
        ) : null}
        <RadioField
          name="involvement"
          label={w.involvement}
          inline
          options={involvements.map(value => ({ value, label: w.involvements[value] }))}
        />
        <RadioField name="mode" label={w.mode} inline options={modes.map(value => ({ value, label: w.modes[value] }))} />
        <Actions>
          <Button>{w.save}</Button>
          <ButtonLink href={address} kind="quiet">
            {f.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

import { Actions, Button } from '../../../web/ui/button.tsx'
import { ComboField } from '../../../web/ui/combo-field.tsx'
import { FieldErrors, TextField } from '../../../web/ui/field.tsx'
import { FieldGroup } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/viewer.ts'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'
import { Row } from './row.tsx'

type Side = 'kpu' | 'partner'

/** As many parties as there are, each with its own number and signatory. */
export function PartyRows({ parties, error }: { parties: readonly Side[]; error?: readonly string[] | string | undefined }) {
  const f = useWords(formWords)
  return (
    <FieldGroup title={f.form.parties} lead={f.form.partiesLead}>
      <FieldErrors id="parties" errors={typeof error === 'string' ? [error] : (error ?? [])} />
      <div id="parties" class="form">
        {parties.map((side, at) => (
          <Party side={side} at={at} removable={parties.length > 2} />
        ))}
      </div>
      <Actions>
        <Button kind="secondary" name="tambah" value="kpu">
          {f.form.addOffice}
        </Button>
        <Button kind="secondary" name="tambah" value="partner">
          {f.form.addPartner}
        </Button>
      </Actions>
    </FieldGroup>
  )
}

function Party({ side, at, removable }: { side: Side; at: number; removable: boolean }) {
  const w = useWords(words)
  const f = useWords(formWords)
  const name = (field: string) => `parties.${at}.${field}`
  const place = String(at + 1)
  return (
    <Row
      title={`${f.form.party({ place })}: ${w.sides[side]}`}
      remove={removable ? f.form.removeParty({ place }) : undefined}
      name={`parties.${at}`}
    >
      <input type="hidden" name={name('side')} value={side} />
      {side === 'kpu' ? (
        <ComboField
          name={name('office')}
          label={w.office}
          hint={f.form.officeHint}
          lacking={f.form.lacking.office}
          insist={false}
          source="/api/v1/agreements/office-choices"
        />
      ) : (
        <ComboField
          name={name('partner')}
          label={w.partner}
          hint={[
            f.form.partnerHint,
            ' ',
            <a href="/mitra/baru" target="_blank" rel="noopener">
              {f.form.registerPartner}
            </a>,
          ]}
          lacking={f.form.lacking.partner}
          insist={false}
          source="/api/v1/partners/choices"
        />
      )}
      <TextField
        name={name('number')}
        label={f.form.number}
        hint={side === 'kpu' ? f.form.numberOwnHint : undefined}
        optional
        size="medium"
        maxLength={120}
      />
    </Row>
  )
}

/** Who signed for each party, and by what right. */
export const Signatories = ({ parties }: { parties: readonly Side[] }) => (
  <>
    {parties.map((side, at) => (
      <Signatory side={side} at={at} />
    ))}
  </>
)

function Signatory({ side, at }: { side: Side; at: number }) {
  const w = useWords(words)
  const f = useWords(formWords)
  const name = (field: string) => `parties.${at}.${field}`
  return (
    <FieldGroup title={f.form.signing({ party: `${f.form.party({ place: String(at + 1) })}: ${w.sides[side]}` })}>
      <TextField name={name('signatory')} label={f.form.signatory} optional maxLength={150} />
      <TextField name={name('signatoryPosition')} label={f.form.signatoryPosition} optional maxLength={200} />
      <TextField name={name('authority')} label={f.form.authority} hint={f.form.authorityHint} optional maxLength={300} />
    </FieldGroup>
  )
}

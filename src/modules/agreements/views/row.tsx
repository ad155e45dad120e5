import type { ComponentChildren } from 'preact'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { FieldGroup } from '../../../web/ui/form.tsx'
import type { AgreementWords } from '../words.ts'

/** A row of a form that can be taken away again. */
export const Row = ({
  title,
  remove,
  name,
  children,
}: {
  title: string
  remove?: string | undefined
  name: string
  children: ComponentChildren
}) => (
  <FieldGroup title={title}>
    {children}
    {remove ? (
      <Actions>
        <Button kind="quiet" name="hapus" value={name} formnovalidate>
          {remove}
        </Button>
      </Actions>
    ) : null}
  </FieldGroup>
)

/** What each field is called, rows included: for the summary of what is wrong, and for what somebody else has changed. */
export function labelsOf(w: AgreementWords, parties: readonly ('kpu' | 'partner')[], obligations: number): Record<string, string> {
  const rows = parties.flatMap((side, at) => {
    const place = `${w.form.party(String(at + 1))}, `
    const labels = {
      office: w.office,
      partner: w.partner,
      number: w.form.number,
      signatory: w.form.signatory,
      signatoryPosition: w.form.signatoryPosition,
      authority: w.form.authority,
    }
    return Object.entries(labels).flatMap(([name, label]) =>
      name === (side === 'kpu' ? 'partner' : 'office') ? [] : [[`parties.${at}.${name}`, place + label] as const],
    )
  })
  const duties = Array.from({ length: obligations }, (_, at) =>
    Object.entries({ side: w.obligation.side, article: w.obligation.article, text: w.obligation.text, dueOn: w.obligation.due }).map(
      ([name, label]) => [`obligations.${at}.${name}`, `${w.form.obligation(String(at + 1))}, ${label}`] as const,
    ),
  ).flat()
  const plain = {
    kind: w.kind,
    title: w.title,
    parent: w.parent,
    parties: w.form.parties,
    scope: w.scope,
    signedOn: w.signedOn,
    startsOn: w.startsOn,
    endsOn: w.endsOn,
    place: w.place,
    openness: w.openness,
    exclusionReason: w.exclusionReason,
  }
  return { ...plain, ...Object.fromEntries([...rows, ...duties]) }
}

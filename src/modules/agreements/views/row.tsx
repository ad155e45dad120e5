import type { ComponentChildren } from 'preact'
import type { Locale } from '../../../platform/i18n/words.ts'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { FieldGroup } from '../../../web/ui/form.tsx'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'

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
        <Button kind="quiet" name="hapus" value={name}>
          {remove}
        </Button>
      </Actions>
    ) : null}
  </FieldGroup>
)

/** What each field is called, rows included: for the summary of what is wrong, and for what somebody else has changed. */
export function labelsOf(locale: Locale, parties: readonly ('kpu' | 'partner')[], obligations: number): Record<string, string> {
  const [w, f] = [words[locale], formWords[locale]]
  const rows = parties.flatMap((side, at) => {
    const place = `${f.form.party({ place: String(at + 1) })}, `
    const labels = {
      office: w.office,
      partner: w.partner,
      number: f.form.number,
      signatory: f.form.signatory,
      signatoryPosition: f.form.signatoryPosition,
      authority: f.form.authority,
    }
    return Object.entries(labels).flatMap(([name, label]) =>
      name === (side === 'kpu' ? 'partner' : 'office') ? [] : [[`parties.${at}.${name}`, place + label] as const],
    )
  })
  const duties = Array.from({ length: obligations }, (_, at) =>
    Object.entries({ side: f.obligation.side, article: f.obligation.article, text: f.obligation.text, dueOn: f.obligation.due }).map(
      ([name, label]) => [`obligations.${at}.${name}`, `${f.form.obligation({ place: String(at + 1) })}, ${label}`] as const,
    ),
  ).flat()
  const plain = {
    kind: w.kind,
    title: w.title,
    parent: w.parent,
    parties: f.form.parties,
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

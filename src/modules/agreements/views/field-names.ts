import type { Locale } from '../../../platform/i18n/words.ts'
import { words } from '../words.ts'

/** What the fields of an agreement are called in its history. */
export function fieldNames(locale: Locale): Record<string, string> {
  const w = words[locale]
  return {
    kind: w.kind,
    title: w.title,
    parent: w.parent,
    stage: w.form.stage,
    signedOn: w.signedOn,
    startsOn: w.startsOn,
    endsOn: w.endsOn,
    place: w.place,
    openness: w.openness,
    exclusionReason: w.exclusionReason,
    parties: w.form.parties,
    scope: w.scope,
    renewalSince: w.statuses.in_renewal,
    endedOn: w.steps.terminateOn,
    endedHow: w.status,
    endedReason: w.steps.reason,
  }
}

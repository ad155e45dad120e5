import type { Locale } from '../../../platform/i18n/words.ts'
import { words } from '../words.ts'
import { formWords } from './form-words.ts'

/** What the fields of an agreement are called in its history. */
export function fieldNames(locale: Locale): Record<string, string> {
  const [w, f] = [words[locale], formWords[locale]]
  return {
    kind: w.kind,
    title: w.title,
    parent: w.parent,
    stage: f.form.stage,
    signedOn: w.signedOn,
    startsOn: w.startsOn,
    endsOn: w.endsOn,
    place: w.place,
    openness: w.openness,
    exclusionReason: w.exclusionReason,
    parties: f.form.parties,
    scope: w.scope,
    renewalSince: w.statuses.in_renewal,
    endedOn: f.steps.terminateOn,
    endedHow: w.status,
    endedReason: f.steps.reason,
  }
}

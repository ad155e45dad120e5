import type { Locale } from '../../../platform/i18n/words.ts'
import type { Subjects } from '../../../platform/subject/subject.ts'
import { defineList, type ListQuery } from '../../../web/list/list.ts'
import type { Option } from '../../../web/ui/choice-field.tsx'
import { AuditFilter } from '../schema.ts'
import { words } from '../words/words.ts'

/** What happened to what, in the words that the modules gave. */
export const trailList = (subjects: Subjects) =>
  defineList({
    words,
    fields: AuditFilter.shape,
    filters: [
      { parameter: 'q', field: 'person', control: 'search', label: w => w.search },
      { parameter: 'kantor', field: 'office', control: 'text', label: w => w.office, hint: w => w.officeHint },
      {
        parameter: 'jenis',
        field: 'kind',
        control: 'choice',
        label: w => w.kind,
        options: (_w, { locale }) => kindOptions(subjects, locale),
        chip: (w, kind) => `${w.kind}: ${kind}`,
      },
      { parameter: 'data', field: 'id', control: 'unseen', label: w => w.oneThing, chip: w => w.oneThing },
      {
        parameter: 'tindakan',
        field: 'operation',
        control: 'choice',
        label: w => w.operation,
        options: (_w, { locale }) => deedOptions(subjects, locale),
        chip: (w, deed) => `${w.operation}: ${deed}`,
      },
      { parameter: 'masuk', control: 'tick', label: w => w.signInsToo },
      { parameter: 'sejak', field: 'from', control: 'day', label: w => w.from, chip: (w, day) => `${w.from} ${day}` },
      { parameter: 'sampai', field: 'to', control: 'day', label: w => w.to, chip: (w, day) => `${w.to} ${day}` },
    ],
  })

/** Signing in changes nothing and is most of the trail: it stands there where it is asked for. */
export const hidesSignIns = ({ masuk, tindakan }: ListQuery['values']): boolean => !masuk && !tindakan

const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label)
const kindOptions = ({ kinds }: Subjects, locale: Locale): Option[] =>
  [...new Set(kinds.values())].map(({ kind, names }) => ({ value: kind, label: capital(names[locale]) })).sort(byLabel)
const deedOptions = ({ deeds }: Subjects, locale: Locale): Option[] =>
  Object.entries(deeds)
    .map(([value, deed]) => ({ value, label: capital(deed[locale].replace(/:$/, '')) }))
    .sort(byLabel)
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

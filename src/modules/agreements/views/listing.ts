import { defineList, optionsOf } from '../../../web/list/list.ts'
import { classesIn } from '../../partners/views/classes.ts'
import { inForce } from '../rules/status.ts'
import { usualSort } from '../rules/usual-sort.ts'
import { AgreementQuery } from '../schema.ts'
import { type AgreementWords, words } from '../words.ts'

export const agreementList = defineList({
  words,
  fields: AgreementQuery.shape,
  sorts: { judul: 'title', ditandatangani: 'signed', berakhir: 'ends', nomor: 'number' },
  sortLabels: w => ({ judul: w.title, ditandatangani: w.signedOn, berakhir: w.endsOn, nomor: w.number }),
  usual: usualSort,
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.list.search, chip: (w, q) => w.list.searched({ words: q }) },
    {
      parameter: 'status',
      field: 'status',
      control: 'choices',
      label: w => w.status,
      options: w => optionsOf(statusesIn(w)),
      // What people call in force is never without that which ends soon, also where an address names only the status of the others.
      read: value => (value === inForce || value === 'active' ? { value: inForce, asks: { status: ['in_force'] } } : undefined),
    },
    {
      parameter: 'berakhir-dalam',
      field: 'endsWithin',
      control: 'choice',
      label: w => w.list.endsWithin,
      options: w => spans.map(days => ({ value: String(days), label: w.list.spans[days] })),
      chip: (w, days) => w.list.endsWithinChip({ days }),
    },
    { parameter: 'jenis', field: 'kind', control: 'choice', label: w => w.kind, options: w => optionsOf(w.kinds) },
    {
      parameter: 'kelas',
      field: 'class',
      control: 'choice',
      label: w => w.list.class,
      options: (_w, { locale }) => optionsOf(classesIn(locale)),
    },
    {
      parameter: 'satker',
      field: 'office',
      control: 'combo',
      label: w => w.office,
      hint: w => w.list.officeHint,
      source: '/api/v1/agreements/office-choices',
      chip: (w, office) => w.list.atOffice({ name: office }),
    },
    {
      parameter: 'mitra',
      field: 'partner',
      control: 'combo',
      label: w => w.partner,
      source: '/api/v1/partners/choices',
      chip: (w, partner) => w.list.withPartner({ name: partner }),
    },
    { parameter: 'tahun', field: 'year', control: 'number', label: w => w.list.year, chip: (w, year) => w.list.inYear({ year }) },
    { parameter: 'keterbukaan', field: 'openness', control: 'choice', label: w => w.openness, options: w => optionsOf(w.opennesses) },
    { parameter: 'induk', field: 'parent', control: 'unseen', label: w => w.parent, chip: w => w.list.below },
  ],
})

/** In how many days what is in force ends. */
const spans = [30, 90, 180, 365] as const

/** What one may ask for: everything in force, and each other status by itself. */
const statusesIn = ({ statuses: { active: _, ...statuses }, list }: AgreementWords) => ({ [inForce]: list.inForce, ...statuses })

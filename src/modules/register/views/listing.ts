import { defineList, optionsOf } from '../../../web/list/list.ts'
import { words as agreementWords } from '../../agreements/words.ts'
import { classesIn } from '../../partners/views/classes.ts'
import { RegisterQuery } from '../schema.ts'
import { words } from '../words.ts'

export const registerList = defineList({
  words,
  fields: RegisterQuery.shape,
  sorts: { judul: 'title', ditandatangani: 'signed', berakhir: 'ends', nomor: 'number' },
  sortLabels: w => ({ judul: w.title, ditandatangani: w.signedOn, berakhir: w.endsOn, nomor: w.number }),
  usual: () => '-signed',
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.searched({ words: q }) },
    {
      parameter: 'satker',
      field: 'office',
      control: 'combo',
      label: w => w.office,
      hint: w => w.officeHint,
      source: '/api/v1/register/office-choices',
      chip: (w, office) => w.atOffice({ name: office }),
    },
    { parameter: 'tahun', field: 'year', control: 'number', label: w => w.year, chip: (w, year) => w.inYear({ year }) },
    { parameter: 'status', field: 'status', control: 'choice', label: w => w.status, options: w => optionsOf(w.statuses) },
    {
      parameter: 'jenis',
      field: 'kind',
      control: 'choice',
      label: w => w.kind,
      options: (_w, { locale }) => optionsOf(agreementWords[locale].kinds),
    },
    {
      parameter: 'kelas',
      field: 'class',
      control: 'choice',
      label: w => w.class,
      options: (_w, { locale }) => optionsOf(classesIn(locale)),
    },
    { parameter: 'keterbukaan', field: 'openness', control: 'choice', label: w => w.openness, options: w => optionsOf(w.opennesses) },
  ],
})

import type { ColumnNames } from '../../../platform/reading/column-heads.ts'
import type { PersonField } from '../schema.ts'

/** The headers of a register of officials and operators, folded. */
export const personColumns: ColumnNames<PersonField> = {
  name: { names: ['nama', 'nama lengkap', 'nama pejabat'], required: true },
  nip: { names: ['nip'] },
  position: { names: ['jabatan'], required: true },
  officeName: { names: ['satuan kerja', 'nama satker', 'satker', 'nama satuan kerja'], required: true },
  officeCode: { names: ['kode wilayah', 'kode satker'] },
  phones: {
    names: [
      ...['no hp wa', 'no hp', 'hp', 'nomor hp whatsapp', 'nomor hp', 'telepon', 'no telepon', 'nomor telepon', 'telp', 'no telp'],
      ...['no wa', 'nomor wa', 'whatsapp', 'no whatsapp', 'nomor whatsapp'],
    ],
  },
  email: { names: ['email', 'e mail', 'surel'] },
  startsOn: { names: ['mulai menjabat', 'tmt jabatan'] },
  endsOn: { names: ['akhir masa jabatan', 'akhir jabatan'] },
}

import { words as define } from '../../../platform/i18n/words.ts'
import type { FieldWords } from '../../../platform/subject/fields.ts'
import { words } from '../words.ts'

const names = define('organisation.fields', {
  id: {
    acting: 'Sifat jabatan',
    children: 'Satuan kerja di bawahnya',
    closedOn: 'Ditutup',
    delegatedBy: 'Didelegasikan oleh',
    descendants: 'Dengan satuan kerja di bawahnya',
    invited: 'Undangan ke',
    leftAt: 'Berhenti',
    level: 'Tingkat',
    nip: 'NIP',
    openedOn: 'Dibuka',
    parent: 'Induk',
    parentId: 'Induk',
    phones: 'Telepon',
    rank: 'Urutan',
    revokedAt: 'Dicabut',
    role: 'Peran',
    unit: 'Divisi atau bagian',
    zone: 'Zona waktu',
    locale: 'Bahasa',
  },
  en: {
    acting: 'Kind of appointment',
    children: 'Offices below',
    closedOn: 'Closed',
    delegatedBy: 'Delegated by',
    descendants: 'With the offices below',
    invited: 'Invited at',
    leftAt: 'Left',
    level: 'Level',
    nip: 'NIP',
    openedOn: 'Opened',
    parent: 'Part of',
    parentId: 'Part of',
    phones: 'Phone',
    rank: 'Order',
    revokedAt: 'Revoked',
    role: 'Role',
    unit: 'Division or section',
    zone: 'Time zone',
    locale: 'Language',
  },
})

/** How deep the regions were loaded. */
const loaded = define('organisation.loaded', {
  id: { office: 'Satuan kerja', district: 'Kecamatan', village: 'Kelurahan atau desa' },
  en: { office: 'Offices', district: 'Districts', village: 'Villages' },
})

/** What its audit lines call fields, and the codes in them. */
export const fields: FieldWords = {
  names: locale => names[locale],
  codes: {
    acting: locale => words[locale].actingShort,
    kind: locale => ({ ...words[locale].kinds, ...words[locale].positionKinds }),
    level: locale => ({ ...words[locale].levels, ...loaded[locale] }),
    locale: locale => words[locale].languages,
    unit: locale => words[locale].units,
  },
}

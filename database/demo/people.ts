import type { Role } from '../../src/platform/authority/roles.ts'

/** Somebody of the demo world. All are fictional; addresses end in `contoh.go.id` or `contoh.id`. */
export type DemoPerson = {
  name: string
  role: Role
  office?: string
  below?: boolean
  position?: string
  acting?: 'plt' | 'plh'
  partner?: string
  locale?: 'en'
}

export const staff: DemoPerson[] = [
  { name: 'Ratna Dewi Lestari', role: 'national_admin', office: '00', below: true, position: 'Kepala Bagian' },
  { name: 'Bagus Prakoso', role: 'cooperation_officer', office: '00', below: true, position: 'Kepala Subbagian' },
  { name: 'Maya Anggraini', role: 'cooperation_officer', office: '00', below: true, position: 'Operator', locale: 'en' },
  { name: 'Hendra Wirawan', role: 'office_leader', office: '00', below: true, position: 'Sekretaris Jenderal' },
  { name: 'Siti Khadijah Nur', role: 'office_leader', office: '00', below: true, position: 'Ketua' },
  { name: 'Yohanes Tri Atmojo', role: 'auditor', office: '00', below: true, position: 'Pejabat Fungsional' },
  { name: 'Endang Purwaningsih', role: 'inspector', office: '32', below: true, position: 'Inspektur Wilayah' },
  { name: 'Rizal Effendi', role: 'inspector', office: '73', below: true, position: 'Inspektur Wilayah' },
  { name: 'Agustinus Kambu', role: 'inspector', office: '96', below: true, position: 'Inspektur Wilayah' },
  { name: 'Wahyu Setiadi', role: 'office_leader', office: '35', below: true, position: 'Sekretaris' },
  { name: 'Dian Puspitasari', role: 'office_operator', office: '35', below: false, position: 'Operator' },
  { name: 'Nurul Hidayah', role: 'office_leader', office: '35.10', position: 'Sekretaris' },
  { name: 'Sari Wulandari', role: 'office_operator', office: '35.10', position: 'Operator' },
  { name: 'Budi Santoso', role: 'office_operator', office: '35.11', position: 'Operator' },
  { name: 'Fitri Handayani', role: 'office_operator', office: '35.77', position: 'Operator' },
  { name: 'Joko Susilo', role: 'office_leader', office: '35.77', position: 'Sekretaris', acting: 'plt' },
  { name: 'Ahmad Fauzan', role: 'office_operator', office: '35.14', position: 'Operator' },
  { name: 'Lia Marlina', role: 'office_operator', office: '35.75', position: 'Operator' },
  { name: 'I Made Sudarma', role: 'office_leader', office: '51', below: true, position: 'Sekretaris' },
  { name: 'Ni Luh Ayu Pratiwi', role: 'office_operator', office: '51.71', position: 'Operator' },
  { name: 'I Ketut Arsana', role: 'office_operator', office: '51.06', position: 'Operator' },
  { name: 'Teuku Rahmat', role: 'office_leader', office: '11', below: true, position: 'Sekretaris' },
  { name: 'Cut Meutia Sari', role: 'office_operator', office: '11.02', position: 'Operator' },
  { name: 'Zulkifli Harahap', role: 'office_operator', office: '12.71', position: 'Operator' },
  { name: 'Rina Simanjuntak', role: 'office_operator', office: '12.14', position: 'Operator' },
  { name: 'Deni Kurniawan', role: 'office_operator', office: '32.10', position: 'Operator' },
  { name: 'Euis Komariah', role: 'office_leader', office: '32', below: true, position: 'Sekretaris' },
  { name: 'Suparman', role: 'office_operator', office: '33.11', position: 'Operator' },
  { name: 'Andi Baso Mappatoto', role: 'office_leader', office: '73', below: true, position: 'Sekretaris' },
  { name: 'Irmawati Daeng Ngai', role: 'office_operator', office: '73.10', position: 'Operator' },
  { name: 'Yuliana Rumbiak', role: 'office_operator', office: '96.02', position: 'Operator' },
  { name: 'Marthen Wenda', role: 'office_operator', office: '95.04', position: 'Operator' },
  { name: 'Petrus Lewerissa', role: 'office_operator', office: '81.04', position: 'Operator' },
  { name: 'Asep Hidayat', role: 'office_leader', office: '32.10', position: 'Ketua' },
]

export const contacts: DemoPerson[] = [
  { name: 'Dr. Laksmi Paramita', role: 'partner_contact', partner: 'university' },
  { name: 'Prof. Anwar Siregar', role: 'partner_contact', partner: 'university' },
  { name: 'Bambang Hariyanto', role: 'partner_contact', partner: 'ministry' },
  { name: 'Kartika Ramadhani', role: 'partner_contact', partner: 'state_body' },
  { name: 'Ferry Gunawan', role: 'partner_contact', partner: 'media' },
  { name: 'Melati Sukma', role: 'partner_contact', partner: 'ngo' },
  { name: 'Rangga Adiputra', role: 'partner_contact', partner: 'student_association' },
  { name: 'Sylvia Tanoto', role: 'partner_contact', partner: 'company', locale: 'en' },
]

import type { Form, PaperKind } from '../schema/papers.ts'

/** What each kind is called in addresses. */
export const slugs: Record<PaperKind, string> = {
  letter: 'surat-undangan',
  rundown: 'susunan-acara',
  assignments: 'penugasan-wakil',
  attendance: 'daftar-hadir',
  minutes: 'notula',
  record: 'berita-acara',
  report: 'laporan',
  certificate: 'sertifikat',
}

/** Where a paper is read, or had as a file. */
export const addressOf = (meeting: string, { kind, of }: { kind: PaperKind; of: string | null }, form?: Form): string =>
  `/rapat/${meeting}/naskah/${slugs[kind]}${form ? `/${form}` : ''}${of ? `?untuk=${of}` : ''}`

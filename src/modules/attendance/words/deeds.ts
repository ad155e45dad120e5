import { texts } from '../../../platform/i18n/words.ts'
import type { Deeds } from '../../../platform/subject/subject.ts'

export const deeds: Deeds = texts('attendance.deeds', {
  'attendance.record': { id: 'mencatat kehadiran dalam rapat', en: 'recorded attendance of the meeting' },
  'attendance.note': { id: 'mencatat kehadiran seseorang dalam rapat', en: 'recorded the attendance of a person at the meeting' },
  'attendance.correct': { id: 'memperbaiki daftar hadir rapat', en: 'corrected the attendance of the meeting' },
  'participants.import': { id: 'membaca laporan peserta rapat daring', en: 'read the participant report of the meeting' },
  'participants.record': { id: 'mencatat kehadiran dari laporan peserta', en: 'recorded attendance from the participant report' },
  'participants.withdraw': { id: 'menarik laporan peserta', en: 'withdrew the participant report' },
  'participants.assign': { id: 'menentukan siapa peserta daring', en: 'said who an online participant is' },
  'attendance.checkInByLink': { id: 'mencatat kehadirannya dalam rapat', en: 'checked in to the meeting' },
  'attendance.reissue': { id: 'menerbitkan kode QR peserta yang baru', en: 'issued a new QR code for the meeting' },
  'attendance.checkIn': { id: 'mencatat kehadirannya dalam rapat', en: 'checked in to the meeting' },
})

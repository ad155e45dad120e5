import type { Section } from '../schema.ts'
import { agreement, availability, maturity, rating, recommendation, relevance } from './options.ts'

const heading = { id: 'Rekomendasi', en: 'Recommendation' }

/** Part four: whether the cooperation still fits, how mature it is, what to do with it, and what else is to be said. */
export const closing: Section[] = [
  {
    key: 'relevance',
    heading,
    criterion: 'relevance',
    weight: 10,
    label: { id: 'Relevansi', en: 'Relevance' },
    questions: [
      {
        key: 'relevance',
        type: 'scale',
        required: true,
        label: {
          id: 'Apakah kerja sama ini masih relevan dengan kebutuhan lembaga Anda?',
          en: 'Is this cooperation still relevant to what your institution needs?',
        },
        hint: {
          id: 'Pertimbangkan tugas lembaga Anda saat ini dan tahun depan.',
          en: 'Consider the tasks of your institution now and next year.',
        },
        options: relevance,
      },
      {
        key: 'satisfaction',
        type: 'table-of-scales',
        sides: ['partner'],
        required: true,
        label: { id: 'Sejauh mana Anda setuju dengan pernyataan berikut?', en: 'How far do you agree with these statements?' },
        hint: { id: 'Jawablah atas nama lembaga Anda.', en: 'Answer for your institution.' },
        options: agreement,
        rows: [
          {
            key: 'useful',
            label: { id: 'Kerja sama ini bermanfaat bagi lembaga kami.', en: 'The cooperation is useful to our institution.' },
          },
          {
            key: 'involved',
            label: {
              id: 'Lembaga kami dilibatkan sejak perencanaan kegiatan.',
              en: 'Our institution is involved from the planning of activities on.',
            },
          },
          { key: 'evaluated', label: { id: 'Pelaksanaannya dievaluasi bersama.', en: 'The implementation is evaluated together.' } },
          { key: 'followed_up', label: { id: 'Hasil evaluasi ditindaklanjuti.', en: 'The results of evaluation are followed up.' } },
          { key: 'needed', label: { id: 'Kerja sama ini perlu dilanjutkan.', en: 'The cooperation should go on.' } },
        ],
      },
    ],
  },
  {
    key: 'sustainability',
    heading,
    criterion: 'sustainability',
    weight: 5,
    label: { id: 'Keberlanjutan', en: 'Sustainability' },
    questions: [
      {
        key: 'resources',
        type: 'scale',
        required: true,
        label: {
          id: 'Apakah anggaran dan personel untuk melanjutkan kerja sama tersedia?',
          en: 'Are the budget and the staff to continue the cooperation available?',
        },
        hint: { id: 'Nilailah kesiapan lembaga Anda sendiri.', en: 'Judge how ready your own institution is.' },
        options: availability,
      },
      {
        key: 'maturity',
        type: 'scale',
        role: 'maturity',
        required: true,
        label: { id: 'Tingkat kematangan kerja sama', en: 'Maturity of the cooperation' },
        hint: { id: 'Pilih tingkat tertinggi yang sudah terpenuhi.', en: 'Choose the highest level that is already met.' },
        options: maturity,
      },
      {
        key: 'recommendation',
        type: 'single',
        role: 'recommendation',
        required: true,
        label: { id: 'Rekomendasi Anda untuk kerja sama ini', en: 'Your recommendation for this cooperation' },
        hint: {
          id: '“Diperluas” berarti ruang lingkup atau wilayahnya bertambah; “Diperbaiki” berarti isi atau cara pelaksanaannya berubah.',
          en: '“Expand” adds to its scope or area; “Improve” changes its terms or the way it is carried out.',
        },
        options: recommendation,
      },
      {
        key: 'recommendation_reason',
        type: 'longtext',
        requiredIf: { q: 'recommendation', op: 'in', v: ['improve', 'end'] },
        label: { id: 'Alasan rekomendasi', en: 'Reason for the recommendation' },
        hint: { id: 'Satu atau dua kalimat sudah cukup.', en: 'One or two sentences are enough.' },
      },
      {
        key: 'rating',
        type: 'scale',
        role: 'rating',
        required: true,
        label: { id: 'Penilaian umum', en: 'Overall rating' },
        hint: {
          id: 'Kesan Anda secara keseluruhan. Nilai ini tidak masuk ke dalam skor.',
          en: 'Your overall impression. It does not enter the score.',
        },
        options: rating,
      },
    ],
  },
  {
    key: 'remarks',
    heading,
    label: { id: 'Saran, kritik, dan bukti dukung', en: 'Suggestions, criticism and evidence' },
    questions: [
      {
        key: 'suggestion',
        type: 'longtext',
        role: 'suggestion',
        label: { id: 'Saran', en: 'Suggestions' },
        hint: {
          id: 'Apa yang sebaiknya ditambah atau diubah pada periode berikutnya?',
          en: 'What should be added or changed in the next period?',
        },
      },
      {
        key: 'criticism',
        type: 'longtext',
        role: 'criticism',
        label: { id: 'Kritik', en: 'Criticism' },
        hint: {
          id: 'Apa yang mengecewakan? Tulislah terus terang; jangan menyebut nama orang.',
          en: 'What was disappointing? Be frank, but name no person.',
        },
      },
      {
        key: 'evidence',
        type: 'file',
        label: { id: 'Bukti dukung lainnya', en: 'Other evidence' },
        hint: {
          id: 'Misalnya laporan pelaksanaan atau dokumentasi kegiatan.',
          en: 'For example the implementation report or records of activities.',
        },
      },
    ],
  },
]

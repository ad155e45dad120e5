import type { Section } from '../schema.ts'
import { benefit, completeness, impact, obstacleCategories, regularity, targetsReached } from './options.ts'

const resultsHeading = { id: 'Capaian dan dampak', en: 'Achievement and impact' }
const administrationHeading = { id: 'Administrasi dan kendala', en: 'Administration and obstacles' }
const hasObstacle = { q: 'obstacle_categories', op: 'answered' as const }

/** Parts two and three: what came of it, how it was documented, and what stood in the way. */
export const results: Section[] = [
  {
    key: 'achievement',
    heading: resultsHeading,
    criterion: 'effectiveness',
    weight: 10,
    label: { id: 'Capaian', en: 'Achievement' },
    questions: [
      {
        key: 'targets',
        type: 'scale',
        required: true,
        label: {
          id: 'Apakah target atau indikator kerja sama tercapai?',
          en: 'Were the targets or indicators of the cooperation reached?',
        },
        hint: { id: 'Gunakan target dalam perjanjian atau rencana kerja.', en: 'Use the targets in the agreement or the work plan.' },
        options: targetsReached,
      },
      {
        key: 'activities',
        type: 'number',
        required: true,
        whole: true,
        min: 0,
        max: 9999,
        aggregation: 'sum',
        unit: { id: 'kegiatan', en: 'activities' },
        label: { id: 'Berapa kegiatan bersama yang dilaksanakan?', en: 'How many joint activities were carried out?' },
        hint: {
          id: 'Hitung kegiatan selama periode yang dievaluasi. Tulis 0 bila tidak ada.',
          en: 'Count those of the period evaluated. Write 0 if there was none.',
        },
      },
    ],
  },
  {
    key: 'impact',
    heading: resultsHeading,
    criterion: 'impact',
    weight: 15,
    label: { id: 'Dampak dan manfaat', en: 'Impact and benefit' },
    questions: [
      {
        key: 'impact',
        type: 'scale',
        required: true,
        label: { id: 'Seberapa besar dampak kerja sama ini?', en: 'How large was the impact of this cooperation?' },
        hint: {
          id: 'Dampak bagi penyelenggaraan pemilu atau pemilihan, pemilih, atau lembaga Anda.',
          en: 'Impact on the holding of elections, on voters, or on your institution.',
        },
        options: impact,
      },
      {
        key: 'benefit',
        type: 'scale',
        required: true,
        label: {
          id: 'Adakah manfaat atau inovasi baru dari kerja sama ini?',
          en: 'Did the cooperation bring a new benefit or innovation?',
        },
        hint: { id: 'Sesuatu yang tidak akan ada tanpa kerja sama ini.', en: 'Something that would not exist without this cooperation.' },
        options: benefit,
      },
    ],
  },
  {
    key: 'administration',
    heading: administrationHeading,
    criterion: 'efficiency',
    weight: 5,
    label: { id: 'Administrasi', en: 'Administration' },
    questions: [
      {
        key: 'documents',
        type: 'scale',
        required: true,
        label: { id: 'Apakah dokumen kerja sama lengkap?', en: 'Are the documents of the cooperation complete?' },
        hint: {
          id: 'Naskah bertanda tangan, rencana kerja, dan dokumen kegiatan yang Anda simpan.',
          en: 'The signed text, the work plan and the records of activities that you keep.',
        },
        options: completeness,
      },
      {
        key: 'reporting',
        type: 'scale',
        required: true,
        label: { id: 'Apakah pelaksanaan dilaporkan secara berkala?', en: 'Was the implementation reported regularly?' },
        hint: {
          id: 'Rutin berarti sesuai waktu yang disepakati atau sedikitnya setahun sekali.',
          en: 'Regularly means at the agreed times, or at least once a year.',
        },
        options: regularity,
      },
    ],
  },
  {
    key: 'obstacles',
    heading: administrationHeading,
    label: { id: 'Kendala umum', en: 'General obstacles' },
    hint: {
      id: 'Kendala kerja sama secara keseluruhan, di luar yang sudah Anda tulis pada tiap kewajiban. Kosongkan bila tidak ada.',
      en: 'Obstacles to the cooperation as a whole, beyond what you wrote under each obligation. Leave empty if there was none.',
    },
    questions: [
      {
        key: 'obstacle_categories',
        type: 'multi',
        label: { id: 'Jenis kendala', en: 'Kinds of obstacle' },
        hint: { id: 'Boleh memilih lebih dari satu.', en: 'You may choose more than one.' },
        options: obstacleCategories,
      },
      {
        key: 'obstacle',
        type: 'longtext',
        role: 'obstacle',
        categoryFrom: 'obstacle_categories',
        required: true,
        showIf: hasObstacle,
        label: { id: 'Uraian kendala', en: 'Description of the obstacles' },
        hint: {
          id: 'Tuliskan apa yang terjadi dan akibatnya. Jangan menulis data pribadi.',
          en: 'Write what happened and what it led to. Do not write personal data.',
        },
      },
      {
        key: 'solution',
        type: 'longtext',
        role: 'solution',
        categoryFrom: 'obstacle_categories',
        showIf: hasObstacle,
        label: { id: 'Usul penyelesaian', en: 'Proposed solution' },
        hint: { id: 'Sebutkan siapa yang sebaiknya melakukan apa, dan kapan.', en: 'Say who should do what, and by when.' },
      },
    ],
  },
]

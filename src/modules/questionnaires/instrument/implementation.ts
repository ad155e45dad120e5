import type { Section } from '../schema.ts'
import { extent, fulfilment, obstacleCategories, overlap, punctuality, quality, reachability } from './options.ts'

const heading = { id: 'Pelaksanaan', en: 'Implementation' }
const notInFull = { q: 'obligation', op: 'in' as const, v: ['part', 'none'] }

/** Part one: what was carried out. */
export const implementation: Section[] = [
  {
    key: 'obligations',
    heading,
    criterion: 'effectiveness',
    weight: 25,
    repeat: 'obligation',
    label: { id: 'Pelaksanaan kewajiban', en: 'Fulfilment of obligations' },
    hint: {
      id: 'Nilailah setiap kewajiban dalam perjanjian, baik yang ditanggung lembaga Anda maupun pihak lain.',
      en: 'Assess every obligation in the agreement, whether it is the responsibility of your institution or of the other side.',
    },
    questions: [
      {
        key: 'obligation',
        type: 'scale',
        required: true,
        label: { id: 'Sejauh mana kewajiban ini dilaksanakan?', en: 'How far was this obligation carried out?' },
        hint: {
          id: 'Pilih “Belum waktunya atau tidak berlaku” bila jatuh temponya setelah periode yang dievaluasi. Pilihan itu tidak mengurangi skor.',
          en: 'Choose “Not yet due or not applicable” if it falls due after the period evaluated. That choice does not lower the score.',
        },
        options: fulfilment,
        evidence: {
          label: { id: 'Bukti pelaksanaan', en: 'Evidence' },
          hint: {
            id: 'Misalnya laporan, notula, daftar hadir, atau foto kegiatan.',
            en: 'For example a report, minutes, an attendance list or photographs.',
          },
          showIf: { q: 'obligation', op: 'in', v: ['full', 'part'] },
        },
      },
      {
        key: 'obligation_cause',
        type: 'single',
        required: true,
        showIf: notInFull,
        label: { id: 'Penyebab utama', en: 'Main cause' },
        hint: { id: 'Pilih satu yang paling menentukan.', en: 'Choose the one that mattered most.' },
        options: obstacleCategories,
      },
      {
        key: 'obligation_obstacle',
        type: 'longtext',
        role: 'obstacle',
        categoryFrom: 'obligation_cause',
        required: true,
        showIf: notInFull,
        label: { id: 'Apa kendalanya?', en: 'What was the obstacle?' },
        hint: {
          id: 'Tuliskan apa yang terjadi dan sejak kapan. Jangan menulis data pribadi.',
          en: 'Write what happened and since when. Do not write personal data.',
        },
      },
      {
        key: 'obligation_solution',
        type: 'longtext',
        role: 'solution',
        categoryFrom: 'obligation_cause',
        showIf: notInFull,
        label: { id: 'Apa usul penyelesaian Anda?', en: 'What solution do you propose?' },
        hint: { id: 'Sebutkan siapa yang sebaiknya melakukan apa, dan kapan.', en: 'Say who should do what, and by when.' },
      },
    ],
  },
  {
    key: 'conformity',
    heading,
    criterion: 'effectiveness',
    weight: 10,
    label: { id: 'Kesesuaian dan kontribusi', en: 'Conformity and contribution' },
    questions: [
      {
        key: 'conformity_goals',
        type: 'scale',
        required: true,
        label: {
          id: 'Apakah pelaksanaan kerja sama sesuai dengan tujuan yang disepakati?',
          en: 'Was the cooperation carried out in line with the agreed goals?',
        },
        hint: {
          id: 'Tujuan biasanya tertulis pada pasal awal perjanjian.',
          en: 'The goals usually stand in the first articles of the agreement.',
        },
        options: extent,
      },
      {
        key: 'contribution_partner',
        type: 'scale',
        sides: ['kpu'],
        required: true,
        label: { id: 'Apakah mitra memberikan kontribusi sebagaimana disepakati?', en: 'Did the partner contribute as agreed?' },
        hint: {
          id: 'Kontribusi dapat berupa tenaga, tempat, data, keahlian, atau biaya.',
          en: 'A contribution may be people, premises, data, expertise or money.',
        },
        options: extent,
      },
      {
        key: 'contribution_kpu',
        type: 'scale',
        sides: ['partner'],
        required: true,
        label: { id: 'Apakah KPU memberikan kontribusi sebagaimana disepakati?', en: 'Did KPU contribute as agreed?' },
        hint: {
          id: 'Kontribusi dapat berupa tenaga, tempat, data, keahlian, atau biaya.',
          en: 'A contribution may be people, premises, data, expertise or money.',
        },
        options: extent,
      },
    ],
  },
  {
    key: 'timeliness',
    heading,
    criterion: 'efficiency',
    weight: 10,
    label: { id: 'Ketepatan waktu', en: 'Timeliness' },
    questions: [
      {
        key: 'timeliness',
        type: 'scale',
        required: true,
        label: { id: 'Apakah kegiatan dilaksanakan tepat waktu?', en: 'Were the activities carried out on time?' },
        hint: {
          id: 'Bandingkan dengan jadwal dalam perjanjian atau rencana kerja.',
          en: 'Compare with the timetable in the agreement or the work plan.',
        },
        options: punctuality,
      },
    ],
  },
  {
    key: 'coordination',
    heading,
    criterion: 'coherence',
    weight: 10,
    label: { id: 'Koordinasi dan keselarasan', en: 'Coordination and coherence' },
    questions: [
      {
        key: 'coordination',
        type: 'scale',
        required: true,
        label: { id: 'Bagaimana koordinasi antara kedua pihak?', en: 'How was the coordination between the two sides?' },
        hint: {
          id: 'Pertimbangkan kelancaran komunikasi dan kecepatan jawaban atas surat atau permintaan.',
          en: 'Consider how smoothly you communicated and how quickly letters or requests were answered.',
        },
        options: quality,
      },
      {
        key: 'overlap',
        type: 'scale',
        sides: ['kpu'],
        required: true,
        label: {
          id: 'Adakah tumpang tindih dengan kerja sama lain atau peraturan yang berlaku?',
          en: 'Does it overlap with another cooperation or with regulations in force?',
        },
        hint: {
          id: 'Misalnya kegiatan yang sama diatur dalam dua perjanjian dengan mitra berbeda.',
          en: 'For example the same activity agreed twice with different partners.',
        },
        options: overlap,
      },
      {
        key: 'reachability',
        type: 'scale',
        sides: ['partner'],
        required: true,
        label: { id: 'Apakah narahubung KPU mudah dihubungi?', en: 'Is the contact person at KPU easy to reach?' },
        options: reachability,
      },
    ],
  },
]

import type { Instrument } from '../schema.ts'
import { closing } from './closing.ts'
import { implementation } from './implementation.ts'
import { results } from './results.ts'

/**
 * The instrument that Sinergi starts with: eleven usual items of Indonesian cooperation reviews under the OECD-DAC criteria, each
 * obligation on its own, obstacles and proposals, a maturity level and a recommendation. The weights add up to 100; an office
 * changes them by publishing a next version.
 */
export const cooperationInstrument: Instrument = {
  key: 'cooperation',
  version: 1,
  title: { id: 'Evaluasi Kerja Sama', en: 'Cooperation Evaluation' },
  intro: {
    id: 'Jawablah sesuai keadaan sebenarnya selama periode yang dievaluasi. Pihak lain baru dapat melihat jawaban Anda setelah kedua pihak mengirim evaluasinya.',
    en: 'Answer as things really were in the period evaluated. The other side sees your answers only after both sides have sent theirs.',
  },
  sides: ['kpu', 'partner'],
  sections: [...implementation, ...results, ...closing],
}

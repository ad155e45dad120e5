import { texts } from '../../../platform/i18n/words.ts'

/** What is wrong with an instrument, said to the person who edits it. Keys, sides and roles are named as they stand in its file. */
export const problems = texts('questionnaires.problems', {
  tooManyQuestions: {
    id: 'Paling banyak {most, number} pertanyaan; ada {n, number}.',
    en: 'At most {most, number} questions; there are {n, number}.',
  },
  noQuestionForSide: { id: 'Tidak ada pertanyaan untuk pihak “{side}”.', en: 'There is no question for the side “{side}”.' },
  sectionWithoutWeight: { id: 'Bagian yang berskor harus berbobot.', en: 'A section with scored questions needs a weight.' },
  weightWithoutScores: {
    id: 'Bagian ini berbobot, tetapi tidak ada pertanyaan berskor.',
    en: 'This section has a weight but no scored questions.',
  },
  unknownSide: { id: 'Pihak “{side}” tidak ada pada instrumen ini.', en: 'The questionnaire has no side “{side}”.' },
  boundsCross: { id: 'Batas bawah lebih besar daripada batas atas.', en: 'The lower limit is above the upper limit.' },
  multiScored: { id: 'Pertanyaan dengan beberapa pilihan tidak dapat berskor.', en: 'A question with several choices cannot be scored.' },
  scaleWithoutScores: { id: 'Skala ini tidak mempunyai skor.', en: 'This scale has no scores.' },
  questionWeightWithoutScores: {
    id: 'Pertanyaan tanpa skor tidak dapat berbobot.',
    en: 'A question without scores cannot have a weight.',
  },
  roleRepeated: {
    id: 'Peran “{role}” tidak boleh di bagian yang berulang.',
    en: 'The role “{role}” cannot be in a repeated section.',
  },
  roleValue: { id: 'Nilai “{value}” tidak cocok untuk peran “{role}”.', en: 'The value “{value}” does not fit the role “{role}”.' },
  roleTwice: {
    id: 'Peran “{role}” ditanyakan lebih dari sekali kepada pihak “{side}”.',
    en: 'The role “{role}” is asked more than once of the side “{side}”.',
  },
  keyTwice: { id: 'Kunci “{key}” dipakai lebih dari sekali.', en: 'The key “{key}” is used more than once.' },
  conditionUnknown: {
    id: 'Syarat menunjuk pertanyaan “{question}” yang tidak ada.',
    en: 'The condition names a question that does not exist: “{question}”.',
  },
  conditionLater: {
    id: 'Syarat menunjuk pertanyaan “{question}” yang baru ditanyakan kemudian.',
    en: 'The condition names the question “{question}”, which comes later.',
  },
  conditionRepeated: {
    id: 'Syarat menunjuk pertanyaan “{question}” yang ditanyakan untuk setiap kewajiban.',
    en: 'The condition names the question “{question}”, which is asked for each obligation.',
  },
  conditionOtherSide: {
    id: 'Syarat menunjuk pertanyaan “{question}” yang tidak diajukan kepada pihak “{side}”.',
    en: 'The condition names the question “{question}”, which the side “{side}” is not asked.',
  },
  comparisonImpossible: {
    id: 'Jawaban “{question}” tidak dapat dibandingkan dengan “{comparison}”.',
    en: 'The answer to “{question}” cannot be compared with “{comparison}”.',
  },
  choiceUnknown: {
    id: 'Pertanyaan “{question}” tidak mempunyai pilihan “{value}”.',
    en: 'The question “{question}” has no choice “{value}”.',
  },
  categoryUnfit: {
    id: 'Kategori “{question}” bukan pertanyaan pilihan yang diajukan bersamanya.',
    en: 'The category “{question}” is not a choice question asked together with it.',
  },
})

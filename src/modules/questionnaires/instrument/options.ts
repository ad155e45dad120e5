import type { Option } from '../schema.ts'

/*
 * The scales of the built-in instrument. Each runs from 100 down to 0 in equal steps; "cannot be judged" carries no score and leaves
 * the denominator. Words follow what offices already use in their own forms.
 */

const choice = (v: string, id: string, en: string, score: number | null): Option => ({ v, label: { id, en }, score })
const notJudged = choice('na', 'Tidak dapat dinilai', 'Cannot be judged', null)

export const fulfilment: Option[] = [
  choice('full', 'Dilaksanakan seluruhnya', 'Carried out in full', 100),
  choice('part', 'Dilaksanakan sebagian', 'Carried out in part', 50),
  choice('none', 'Tidak dilaksanakan', 'Not carried out', 0),
  choice('na', 'Belum waktunya atau tidak berlaku', 'Not yet due or not applicable', null),
]

export const extent: Option[] = [
  choice('full', 'Seluruhnya', 'Fully', 100),
  choice('part', 'Sebagian', 'Partly', 50),
  choice('none', 'Tidak', 'Not at all', 0),
  notJudged,
]

export const punctuality: Option[] = [
  choice('on_time', 'Tepat waktu', 'On time', 100),
  choice('late', 'Terlambat', 'Late', 50),
  choice('none', 'Tidak terlaksana', 'Not carried out', 0),
  choice('na', 'Tidak ada jadwal yang disepakati', 'No timetable was agreed', null),
]

export const quality: Option[] = [
  choice('very_good', 'Sangat baik', 'Very good', 100),
  choice('good', 'Baik', 'Good', 66.67),
  choice('fair', 'Cukup', 'Fair', 33.33),
  choice('poor', 'Kurang', 'Poor', 0),
  notJudged,
]

export const overlap: Option[] = [
  choice('none', 'Tidak ada', 'None', 100),
  choice('some', 'Ada sebagian', 'Some', 50),
  choice('much', 'Banyak', 'Much', 0),
  notJudged,
]

export const reachability: Option[] = [
  choice('easy', 'Mudah dihubungi', 'Easy to reach', 100),
  choice('sometimes', 'Kadang sulit dihubungi', 'Sometimes hard to reach', 50),
  choice('hard', 'Sulit dihubungi', 'Hard to reach', 0),
  choice('na', 'Tidak pernah menghubungi', 'Never contacted', null),
]

export const targetsReached: Option[] = [
  choice('full', 'Tercapai seluruhnya', 'Reached in full', 100),
  choice('part', 'Tercapai sebagian', 'Reached in part', 50),
  choice('none', 'Tidak tercapai', 'Not reached', 0),
  choice('na', 'Tidak ada target dalam perjanjian', 'The agreement has no target', null),
]

export const impact: Option[] = [
  choice('high', 'Sangat berdampak', 'High impact', 100),
  choice('fair', 'Cukup berdampak', 'Some impact', 50),
  choice('low', 'Kurang berdampak', 'Little impact', 0),
  notJudged,
]

export const benefit: Option[] = [
  choice('significant', 'Signifikan', 'Significant', 100),
  choice('some', 'Ada', 'Some', 50),
  choice('none', 'Tidak ada', 'None', 0),
  notJudged,
]

export const completeness: Option[] = [
  choice('full', 'Lengkap', 'Complete', 100),
  choice('part', 'Sebagian', 'Partly complete', 50),
  choice('none', 'Tidak ada', 'None', 0),
]

export const regularity: Option[] = [
  choice('regular', 'Rutin', 'Regularly', 100),
  choice('sometimes', 'Kadang-kadang', 'Sometimes', 50),
  choice('never', 'Tidak pernah', 'Never', 0),
]

export const relevance: Option[] = [
  choice('high', 'Sangat relevan', 'Very relevant', 100),
  choice('fair', 'Cukup relevan', 'Fairly relevant', 50),
  choice('none', 'Tidak relevan', 'Not relevant', 0),
]

export const availability: Option[] = [
  choice('full', 'Tersedia', 'Available', 100),
  choice('part', 'Tersedia sebagian', 'Partly available', 50),
  choice('none', 'Tidak tersedia', 'Not available', 0),
  notJudged,
]

export const agreement: Option[] = [
  choice('strongly', 'Sangat setuju', 'Strongly agree', 100),
  choice('agree', 'Setuju', 'Agree', 66.67),
  choice('disagree', 'Kurang setuju', 'Disagree', 33.33),
  choice('not_at_all', 'Tidak setuju', 'Strongly disagree', 0),
  choice('na', 'Tidak berlaku', 'Not applicable', null),
]

export const obstacleCategories: Option[] = [
  choice('budget', 'Anggaran', 'Budget', null),
  choice('coordination', 'Komunikasi dan koordinasi', 'Communication and coordination', null),
  choice('people', 'Personel atau pergantian pejabat', 'Staff or change of officials', null),
  choice('regulation', 'Aturan atau kewenangan', 'Regulations or authority', null),
  choice('data', 'Data atau sistem', 'Data or systems', null),
  choice('schedule', 'Jadwal atau tahapan', 'Schedule or election stage', null),
  choice('documents', 'Dokumen atau administrasi', 'Documents or administration', null),
  choice('other', 'Lainnya', 'Other', null),
]

export const maturity: Option[] = [
  choice('1', 'Dokumen ada, tetapi belum dilaksanakan', 'The document exists but is not carried out', null),
  choice('2', 'Dilaksanakan secara konsisten', 'Carried out consistently', null),
  choice('3', 'Dilaksanakan dan dievaluasi secara berkala', 'Carried out and evaluated regularly', null),
  choice('4', 'Dilaksanakan, dievaluasi, dan hasilnya ditindaklanjuti', 'Carried out, evaluated, and the results followed up', null),
]

export const recommendation: Option[] = [
  choice('continue', 'Dilanjutkan', 'Continue', null),
  choice('expand', 'Diperluas', 'Expand', null),
  choice('improve', 'Diperbaiki', 'Improve', null),
  choice('end', 'Dihentikan', 'End', null),
]

export const rating: Option[] = [
  choice('1', '1 – Sangat kurang', '1 – Very poor', null),
  choice('2', '2 – Kurang', '2 – Poor', null),
  choice('3', '3 – Cukup', '3 – Fair', null),
  choice('4', '4 – Baik', '4 – Good', null),
  choice('5', '5 – Sangat baik', '5 – Very good', null),
]

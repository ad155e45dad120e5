import type { SubjectKind } from '../../platform/subject/subject.ts'
import { titles } from './words/titles.ts'

export const questionnaireSubjects: SubjectKind[] = [
  {
    kind: 'instrument',
    names: titles.questionnaire,
    async find({ db }, ids) {
      const rows = await db.selectFrom('instrument').where('id', 'in', ids).select(['id', 'definition', 'version']).execute()
      return rows.map(({ id, definition, version }) => ({ id, name: `${titleOf(definition)} ${version}`, path: null }))
    },
  },
]

const titleOf = (definition: unknown): string => (definition as { title: { id: string } }).title.id

import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { visibleInvitees } from './invitees.ts'
import { invitationTallies } from './tallies.ts'

export const invitationSubjects: SubjectKind[] = [
  {
    kind: 'meeting_invitee',
    names: titles.invitee,
    tallies: invitationTallies,
    async find(context, ids) {
      const rows = await visibleInvitees(context).where('i.id', 'in', ids).select(['i.id', 'i.name', 'i.meeting_id as meeting']).execute()
      return rows.map(({ id, name, meeting }) => ({ id, name, path: `/rapat/${meeting}/daftar-undangan` }))
    },
  },
]

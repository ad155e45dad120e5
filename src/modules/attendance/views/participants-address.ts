import type { ParticipantReport } from '../schema/participants.ts'

export const reportsAddress = (meetingId: string): string => `/rapat/${meetingId}/peserta-daring`
export const reportAddress = ({ meeting, id }: Pick<ParticipantReport, 'meeting' | 'id'>): string => `${reportsAddress(meeting.id)}/${id}`

/** Where the invitations of a meeting are read. */
export const addressOf = (meetingId: string): string => `/rapat/${meetingId}/daftar-undangan`

/** What a name of a participant report came to. */
export const guestStatuses = ['matched', 'unnamed', 'uninvited', 'ambiguous', 'unmatched', 'nobody', 'waiting'] as const
export type GuestStatus = (typeof guestStatuses)[number]
/** Those that somebody has to say something of. */
export const unclear: readonly GuestStatus[] = ['ambiguous', 'unmatched', 'unnamed']

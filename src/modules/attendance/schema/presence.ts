/** What somebody's presence in a session may be. */
export const presenceStatuses = ['present', 'replaced', 'excused', 'absent', 'expected'] as const
export type PresenceStatus = (typeof presenceStatuses)[number]

import { z } from 'zod'

export const eventKinds = ['added', 'started', 'paused', 'resumed', 'stopped', 'skipped', 'deferred', 'readded', 'moved'] as const
export const entryStatuses = ['waiting', 'presenting', 'paused', 'done', 'skipped'] as const
/** Nobody presents, somebody does, or their clock stands. In this order as the live channel tells it. */
export const phases = ['idle', 'speaking', 'paused'] as const
/** What decides between those with the same total: nothing (they share the place), or one part of it. */
export const tieRules = ['shared', 'jury', 'audience', 'criterion'] as const
export const awardStates = ['draft', 'open', 'stopped'] as const

export const EventKind = z.enum(eventKinds)
export const EntryStatus = z.enum(entryStatuses)
export const Phase = z.enum(phases)
export const TieRule = z.enum(tieRules)
export const AwardState = z.enum(awardStates)
export type EventKind = z.infer<typeof EventKind>
export type EntryStatus = z.infer<typeof EntryStatus>
export type Phase = z.infer<typeof Phase>
export type TieRule = z.infer<typeof TieRule>
export type AwardState = z.infer<typeof AwardState>

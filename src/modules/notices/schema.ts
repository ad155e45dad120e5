import { z } from 'zod'
import { mailModes } from '../../platform/notices/kind.ts'
import { id } from '../../platform/values/shapes.ts'

export const MailMode = z.enum(mailModes)
const Instant = z.coerce.date<Date | string>()
const Hour = z.int().min(0).max(23)

/** `text` says it in one line, in the reader's language; `path` is the page of what it is about, where they may still read that. */
export const Notice = z.object({
  id,
  kind: z.string(),
  about: z.string().describe('What the kind is called'),
  text: z.string(),
  path: z.string().nullable(),
  createdAt: Instant,
  readAt: Instant.nullable(),
})
export type Notice = z.infer<typeof Notice>

/** What goes back with marking as read, so that nothing is which nobody has seen. */
export const Newest = Instant.nullable().describe('When you were told the latest of those you have not read')

/** What is unread of one kind: the latest of it, and how many there are. */
export const NoticeGroup = z.object({ kind: z.string(), about: Notice.shape.about, unread: z.int(), notices: z.array(Notice) })
export type NoticeGroup = z.infer<typeof NoticeGroup>

/** How one is told: of each kind how it goes by mail, the hour of the summary, and between which hours no letter leaves. */
export const Preferences = z.object({
  kinds: z.array(z.object({ kind: z.string(), name: z.string(), mail: MailMode, isRequired: z.boolean() })),
  digestHour: Hour,
  quietFrom: Hour.nullable(),
  quietTo: Hour.nullable(),
})
export type Preferences = z.infer<typeof Preferences>

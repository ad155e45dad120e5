import { z } from 'zod'
import { Cursor, Ends, pageSize } from '../../platform/database/keyset.ts'
import { id, keptRev, line, list, paragraphs, seenRev, Upload, wholeFrom } from '../../platform/values/shapes.ts'

export const audiences = ['internal', 'both'] as const
/** `internal` is read by the commission alone, `both` by the partners of the thing as well. */
export const Audience = z.enum(audiences)
export type Audience = z.infer<typeof Audience>

/** The thing that comments hang on. */
export const Subject = z.object({
  kind: line(60).describe('A kind of thing: agreement, partner, office, finding, follow_up, report, cycle, assignment'),
  subject: id.describe('Its id'),
})

/** A file of a comment; `preview` has the size at which the small copy of a picture is shown, in pixels, and `waiting` while it is made. */
export const Attachment = z.object({
  id,
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  preview: z.union([z.object({ width: z.int(), height: z.int() }), z.literal('waiting')]).nullable(),
})
export type Attachment = z.infer<typeof Attachment>

export const Comment = z.object({
  id,
  kind: z.string(),
  subject: id,
  text: z.string().nullable().describe('Nothing where it was removed'),
  audience: Audience,
  author: z.string(),
  institution: z.string().nullable().describe('The office or the partner that the author spoke for'),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  removed: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  mentions: z.array(z.string()).describe('Whom it told, by name'),
  attachments: z.array(Attachment),
  rev: keptRev,
})
export type Comment = z.infer<typeof Comment>

export const CommentListing = Subject.extend({
  most: wholeFrom(1, pageSize).default(pageSize).describe('How many at most'),
  after: Cursor.optional(),
  before: Cursor.optional(),
})
/** The latest first, with what they hang on; `total` and `attachments` count what the one who asks may read. */
export const CommentPage = z.object({
  name: z.string(),
  path: z.string().nullable(),
  comments: z.array(Comment),
  total: z.int(),
  attachments: z.int(),
  mayWrite: z.boolean(),
  audiences: z.array(Audience).describe('Whom a comment of the one who asks can be for'),
  ...Ends,
})
export type CommentPage = z.infer<typeof CommentPage>

export const AttachmentListing = Subject.extend({ after: Cursor.optional(), before: Cursor.optional() })
/** Each with the comment that it came with, the latest first. */
export const AttachmentPage = z.object({
  name: z.string(),
  path: z.string().nullable(),
  attachments: z.array(Attachment.extend({ comment: id, author: z.string(), createdAt: z.iso.datetime() })),
  total: z.int(),
  ...Ends,
})
export type AttachmentPage = z.infer<typeof AttachmentPage>

export const acts = ['change', 'open', 'close', 'remove'] as const
/** What the one who asks may do with it: change its text, open it to partners, close it to them again, remove it. */
export type Act = (typeof acts)[number]
export const CommentShowing = z.object({ id, after: Cursor.optional(), before: Cursor.optional() })
/**
 * `earlier` are its texts before, the latest first, twenty on a page, for the side of the commission; of a removed one for whoever reads
 * the audit trail.
 */
export const CommentDetail = Comment.extend({
  name: z.string().describe('What it hangs on'),
  path: z.string().nullable(),
  acts: z.array(z.enum(acts)),
  earlier: z.array(z.object({ text: z.string(), audience: Audience, at: z.iso.datetime() })),
  ...Ends,
})
export type CommentDetail = z.infer<typeof CommentDetail>

const text = paragraphs(4000)
export const CommentDraft = Subject.extend({
  text,
  audience: Audience.optional().describe('internal unless said; partners write for both'),
  mentions: list(line(300), 10).describe('People to tell, by id, e-mail address or name: those who may read it'),
  files: list(Upload, 10).describe('Attachments'),
})
export const CommentChange = z.object({ id, rev: seenRev, text })
export const AudienceChange = z.object({ id, rev: seenRev, audience: Audience })

/** Of streams that are open; times in milliseconds. */
export const limits = {
  /** Topics that one page follows. */
  topics: 10,
  /** Streams of one person: one more ends the oldest, whose page asks now and then instead. */
  ofPerson: 8,
  /** Streams of one process: the page of one more asks now and then instead. */
  ofProcess: 2000,
  /** So often the same page is told at most. */
  pause: 500,
  /** So often it is asked whether everybody may still listen. */
  askAgain: 3000,
  /** So often something is sent, so that nobody on the way takes the line for dead. */
  heartbeat: 25_000,
  /** Whoever takes nothing for so long is dropped. */
  unread: 60_000,
  /** No stream lasts longer; its page comes again. */
  longest: 15 * 60_000,
} as const

/**
 * Files that are being made from the database at once, each on a connection of its own: of everybody, and of one person with those that
 * wait for a place; and how long one waits, and how long one may be in the making, in milliseconds. All strangers together have half of
 * them, and wait in turn for these too.
 */
export const making = { all: 2, own: 2, wait: 30_000, longest: 300_000 }

/** Of a file that is made faster than it is read: bytes that wait in memory, of it and of all, and on disk over all and of one person. */
export const unread = { memory: 1_048_576, memoryOfAll: 67_108_864, all: 4_294_967_296, own: 1_073_741_824, least: 67_108_864 }

/** How long a file may take until it is read to its end, and how often whoever reads is asked for their right, in milliseconds. */
export const reading = { longest: 1_800_000, askAgain: 5_000 }

/**
 * Downloads of strangers that are open at once: of all, which is less than half of what a file store answers at once, and of one place
 * that they come from, where that is known; and how long one waits for each, in milliseconds.
 */
export const visiting = { all: 24, own: 6, wait: 15_000 }

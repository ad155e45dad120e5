/** Between two things in one line: a line that breaks here ends with nothing, where a sign would begin or end one. */
export const gap = '\u2003'

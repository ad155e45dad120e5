/** A drill for which this machine lacks something. */
export class NotHere extends Error {}

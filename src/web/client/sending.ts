/** Whether what was sent may get through later as it is: the server, or what stands before it, cannot take it now. */
export const comesBack = (status: number): boolean => status >= 500 || status === 429 || status === 408

/** Ends a request that nothing has come of for so many milliseconds, where the browser can; it holds up all that waits behind it. */
export const within = (milliseconds: number): AbortSignal | undefined => AbortSignal.timeout?.(milliseconds)

/** The same, one step ahead: while one is worked on, the next is already asked for. */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncGenerator<T, void> {
  const inner = source[Symbol.asyncIterator]()
  const ask = () => {
    const next = inner.next()
    next.catch(() => {}) // told when it is this one's turn
    return next
  }
  let next = ask()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = ask()
      yield value
    }
  } finally {
    await next.catch(() => {}) // who ends it gives the connection back, so nothing may still be asked of that
    await inner.return?.()
  }
}

/** What is under way: a server that stops waits for it, also when whoever asked has hung up and no connection tells of it any more. */
export function inFlight() {
  const running = new Set<Promise<unknown>>()
  return {
    /** Gives back the same answer, and remembers it until it has settled. */
    track<T>(answer: T | Promise<T>): T | Promise<T> {
      if (!(answer instanceof Promise)) return answer
      const tracked = answer.finally(() => running.delete(tracked))
      running.add(tracked)
      return tracked
    },
    /** Resolves when nothing is left, whatever became of it. */
    async ended(): Promise<void> {
      while (running.size) await Promise.allSettled(running)
    },
  }
}

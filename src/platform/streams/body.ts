/** What a body holds for as long as it is read: given back when it ends, however it ends, and after `longest` milliseconds at the latest. */
export type Lease = { leave: () => void; longest: number }

/**
 * What flows as the body of a response, chunk by chunk as whoever asked takes it; when they go away it is ended. When it fails the body
 * fails, which breaks the connection off; `failed` is told why.
 */
export function bodyOf(
  chunks: AsyncIterableIterator<Uint8Array>,
  failed: (error: unknown) => void,
  lease?: Lease,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let [late, isOver] = [undefined as NodeJS.Timeout | undefined, false]
  const over = () => {
    isOver = true
    clearTimeout(late)
    lease?.leave()
  }
  return new ReadableStream(
    {
      start(controller) {
        if (!lease) return
        late = setTimeout(() => {
          over()
          const error = new Error('A file was not read in time')
          failed(error)
          controller.error(error)
          void chunks.return?.()
        }, lease.longest)
      },
      async pull(controller) {
        try {
          const { done, value } = await chunks.next()
          if (isOver) return
          if (!done) return controller.enqueue(value as Uint8Array<ArrayBuffer>)
          over()
          controller.close()
        } catch (error) {
          if (isOver) return
          over()
          failed(error)
          controller.error(error)
        }
      },
      async cancel() {
        over()
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

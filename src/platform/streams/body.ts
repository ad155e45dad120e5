/**
 * What flows as the body of a response, chunk by chunk as whoever asked takes it; when they go away it is ended. When it fails the body
 * fails, which breaks the connection off; `failed` is told why.
 */
export const bodyOf = (
  chunks: AsyncIterableIterator<Uint8Array>,
  failed: (error: unknown) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next()
          if (done) controller.close()
          else controller.enqueue(value as Uint8Array<ArrayBuffer>)
        } catch (error) {
          failed(error)
          controller.error(error)
        }
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 0 },
  )

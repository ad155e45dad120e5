export function startPostgres(quick?: boolean): Promise<{
  url: string
  bin: string
  halt(): Promise<void>
  launch(): Promise<void>
  freeze(): void
  thaw(): void
  stop(): Promise<void>
}>

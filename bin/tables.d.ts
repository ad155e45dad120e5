export const exceptions: readonly { path: string; tables: readonly string[]; why: string }[]
export function readOwners(): { owners: Map<string, string>; fronts: Map<string, string>; twice: string[] }
export function foreignTables(): { path: string; room: string; table: string; owner: string; writes: boolean }[]
export function wrongTables(order: readonly string[]): string[]
export function tablesIn(source: string, tables: ReadonlySet<string>): Map<string, boolean>

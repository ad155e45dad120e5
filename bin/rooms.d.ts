export type Room = { name: string; lines: number; files: number; share: number; doors: Map<string, number> }
export function roomOf(path: string): string
export function readHouse(): { all: number; rooms: Room[]; circles: string[][]; lengths: number[]; long: string[] }

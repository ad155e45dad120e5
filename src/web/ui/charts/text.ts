/**
 * Breaks a text into at most `most` lines of about `perLine` characters, or of what else is measured, at spaces where there are any; what
 * does not fit ends in "…".
 */
export function wrap(text: string, perLine: number, most = 2, measure = (line: string): number => line.length): string[] {
  const lines: string[] = ['']
  for (const word of text.trim().split(/\s+/)) {
    const last = lines[lines.length - 1]!
    const joined = last ? `${last} ${word}` : word
    if (measure(joined) <= perLine || !last) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  const kept = lines.slice(0, most)
  const cut = lines.length > most
  return kept.map((line, index) => (measure(line) > perLine || (cut && index === most - 1) ? shortened(line, perLine, measure) : line))
}

function shortened(line: string, perLine: number, measure: (line: string) => number): string {
  let end = line.length
  while (end > 0 && measure(`${line.slice(0, end)}…`) > perLine) end--
  return `${line.slice(0, end).trimEnd()}…`
}

/** About how wide a text is at a font size, in the same unit; the system fonts average a little over half an em. */
export const widthOf = (text: string, size: number): number => text.length * size * 0.56

/** How wide letters are in DejaVu Sans, in ems: of the fonts that a page may be read in the widest. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI'|.,:;! ]/u, 0.32],
  [/[ftr()[\]/-]/u, 0.4],
  [/[cskvxyzJ?]/u, 0.56],
  [/[mMWw%@]/u, 0.95],
  [/\p{Lu}/u, 0.73],
  [/[\p{Ll}\d]/u, 0.63],
]

/** The most that a text takes at a font size, letter by letter; what is no Latin letter counts as a square. */
export const mostWidthOf = (text: string, size: number): number =>
  size * [...text].reduce((sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? 1), 0)

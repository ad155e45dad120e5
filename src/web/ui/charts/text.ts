/** Breaks a text into at most `most` lines of about `perLine` characters, at spaces where there are any; what does not fit ends in "…". */
export function wrap(text: string, perLine: number, most = 2): string[] {
  const lines: string[] = ['']
  for (const word of text.trim().split(/\s+/)) {
    const last = lines[lines.length - 1]!
    const joined = last ? `${last} ${word}` : word
    if (joined.length <= perLine || !last) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  const kept = lines.slice(0, most)
  const cut = lines.length > most
  return kept.map((line, index) =>
    line.length > perLine || (cut && index === most - 1) ? `${line.slice(0, perLine - 1).trimEnd()}…` : line,
  )
}

/** About how wide a text is at a font size, in the same unit; the system fonts average a little over half an em. */
export const widthOf = (text: string, size: number): number => text.length * size * 0.56

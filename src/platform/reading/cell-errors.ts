/**
 * Whether a text is what a spreadsheet program shows for a formula that failed: `#REF!`, `#N/A`, `#NAME?`, also in other languages
 * (`#NILAI!`, `#N/D`), and LibreOffice's `Err:502`. A text, so that CSV and rows that are judged again say the same.
 */
export const isCellError = (text: string): boolean =>
  text.length < 40 && /^\s*(#[\p{Lu}_]+(\/\d)?[!?]|#N\/[AD]|#(SPILL|CALC|GETTING_DATA|BUSY)!?|Err:\d{3})\s*$/u.test(text)

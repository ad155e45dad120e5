/** What people or their machines may send as text. `long` has 10,000 characters and no space, `scripts` every kind of letter. */
export const hostileTexts: Record<string, string> = {
  script: '<script>alert(1)</script>',
  formula: "=cmd|' /C calc'!A0",
  reversed: 'laporan\u202egnp.exe\u202c dan\u2066 seterusnya',
  long: 'W'.repeat(10_000),
  tag: '{tag} {#baris}{/baris} {{7*7}} %s',
  typst: '#eval("panic()") $x^2$ *tebal* @rujukan',
  emoji: '👩‍👩‍👧‍👦🏴‍☠️é\u0301\ufdd0',
  nul: 'se\u0000belum\u0007',
  half: 'sebelum \ud800 sesudah',
  // Letters that do not compress, so that an index on a column is filled as much as it may be.
  letters: letters(500),
  manyLetters: letters(2000),
  quotes: `'; drop table person; -- " \\ \` ’`,
  spaces: '   \n\t  ',
}

function letters(count: number): string {
  let state = 7
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return String.fromCodePoint(0x4e00 + (state % 20_000))
  }).join('')
}

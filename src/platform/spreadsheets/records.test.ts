import { expect, test } from 'vitest'
import type { Cell } from './cells.ts'
import { readRows } from './read.ts'

const read = async (text: string) => (await readRows(new TextEncoder().encode(text))).sheets[0]!.rows
const cellsOf = async (text: string): Promise<Cell[][]> => (await read(text)).map(row => row.cells)
const head = 'Nomor;Jenis;Tentang;Mitra'
const line = (n: number, title = `Perkara ${n}`, partner = `Mitra ${n}`) => `${n}/NK;MoU;${title};${partner}`

test('a quote that is not closed is a letter wherever it opens, and every record is read', async () => {
  for (const at of [1, 2, 3, 4])
    for (const wrong of ['"Perkara', '"', '"Perkara "besar"', '"a""', '"""'])
      for (const end of ['\n', '\r\n', '\r']) {
        const lines = [1, 2, 3, 4].map(n => line(n, n === at ? wrong : undefined))
        expect(await cellsOf([head, ...lines].join(end))).toEqual([
          head.split(';'),
          ...[1, 2, 3, 4].map(n => [`${n}/NK`, 'MoU', n === at ? wrong : `Perkara ${n}`, `Mitra ${n}`]),
        ])
      }
})

test('quotes inside a field, and words after a quoted word, are letters', async () => {
  expect(await cellsOf([head, line(1, 'Papan 15" besar'), line(2, '"KPU" dan mitra'), line(3, '"Sosialisasi"')].join('\n'))).toEqual([
    head.split(';'),
    ['1/NK', 'MoU', 'Papan 15" besar', 'Mitra 1'],
    ['2/NK', 'MoU', '"KPU" dan mitra', 'Mitra 2'],
    ['3/NK', 'MoU', 'Sosialisasi', 'Mitra 3'],
  ])
})

test('a quote that a later one happens to close swallows no record between them', async () => {
  const lines = [line(1), line(2, '"Sosialisasi'), line(3), line(4), line(5, 'Papan 15"'), line(6)]
  const rows = await cellsOf([head, ...lines].join('\n'))
  expect(rows.map(row => row[0])).toEqual(['Nomor', '1/NK', '2/NK', '3/NK', '4/NK', '5/NK', '6/NK'])
  expect([rows[2], rows[5]]).toEqual([
    ['2/NK', 'MoU', '"Sosialisasi', 'Mitra 2'],
    ['5/NK', 'MoU', 'Papan 15"', 'Mitra 5'],
  ])
  const last = [line(1), line(2, undefined, '"Mitra'), line(3), line(4, undefined, 'Mitra"'), line(5)]
  expect((await cellsOf([head, ...last].join('\n'))).length).toBe(6)
})

test('a field of several lines stays one, also where its lines hold delimiters', async () => {
  const text = 'satu; dua\r\ntiga\n\nempat; lima'
  expect(await cellsOf(`${head}\n1/NK;MoU;"${text}";"Mitra ""A"""  \n${line(2)}\n`)).toEqual([
    head.split(';'),
    ['1/NK', 'MoU', text, 'Mitra "A"'],
    ['2/NK', 'MoU', 'Perkara 2', 'Mitra 2'],
  ])
})

test('cells are parted by what most lines agree on, not by what occurs most', async () => {
  const commas = 'satu, dua, tiga, empat, lima, enam'
  for (const delimiter of [';', '\t', '|']) {
    const lines = [head, line(1, commas), line(2, commas), line(3, commas)].map(text => text.replaceAll(';', delimiter))
    expect((await cellsOf(lines.join('\n')))[1]).toEqual(['1/NK', 'MoU', commas, 'Mitra 1'])
    expect((await cellsOf(['DAFTAR KERJA SAMA, TAHUN 2024', '', ...lines].join('\n'))).at(-1)).toEqual(['3/NK', 'MoU', commas, 'Mitra 3'])
  }
  const semicolons = '"a; b; c; d; e"'
  expect(
    (
      await cellsOf(
        [head, line(1), line(2)]
          .map(text => text.replaceAll(';', ','))
          .join('\n')
          .replace('Perkara 1', semicolons),
      )
    )[1],
  ).toEqual(['1/NK', 'MoU', 'a; b; c; d; e', 'Mitra 1'])
})

test('a stated delimiter goes before all, in any dress', async () => {
  for (const stated of ['sep=|', 'SEP=|', '"sep=|"', 'sep=|||'])
    expect(await read(`\ufeff${stated}\r\na;b;c|d;e\r\n1;2;3|4\r\n`)).toEqual([
      { number: 2, cells: ['a;b;c', 'd;e'] },
      { number: 3, cells: ['1;2;3', '4'] },
    ])
})

test('a record that ends in a delimiter has an empty cell there, and empty lines keep their number free', async () => {
  expect(await read('a;b;c\n\n1;;\n;;3')).toEqual([
    { number: 1, cells: ['a', 'b', 'c'] },
    { number: 3, cells: ['1', null, null] },
    { number: 4, cells: [null, null, '3'] },
  ])
})

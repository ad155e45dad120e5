import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx'
import { tagOf } from '../../../platform/i18n/format.ts'
import type { Locale } from '../../../platform/i18n/words.ts'

const ink = '17212A'
const face = 'Bookman Old Style'

/** The styles of the Word template: the typeface of official letters, headings that the table of contents finds. Sizes in half points. */
export const styles = (locale: Locale): IStylesOptions => ({
  default: {
    document: { run: { font: face, size: 22, color: ink, language: { value: tagOf(locale) } } },
    heading1: {
      run: { size: 28, bold: true, color: ink, font: face },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 0, after: 240 }, keepNext: true },
    },
    heading2: {
      run: { size: 24, bold: true, color: '0B5267', font: face },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 280, after: 120 }, keepNext: true },
    },
    title: {
      run: { size: 48, bold: true, color: '0B5267', font: face },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 300 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Normal',
      name: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, spacing: { after: 120, line: 320, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Cell',
      name: 'Isi Tabel',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.LEFT, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'AppendixHeading',
      name: 'Judul Lampiran',
      basedOn: 'Heading1',
      next: 'Normal',
      quickFormat: true,
      paragraph: { keepNext: true },
    },
    { id: 'Centred', name: 'Rata Tengah', basedOn: 'Normal', quickFormat: true, paragraph: { alignment: AlignmentType.CENTER } },
    {
      id: 'Signed',
      name: 'Penanda Tangan',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER, indent: { left: 4300 }, spacing: { after: 0 }, keepNext: true },
    },
    {
      id: 'Letterhead',
      name: 'Kop Surat',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, size: 26 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 20, line: 276, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 100 } },
    },
    {
      id: 'Foot',
      name: 'Kaki Halaman',
      basedOn: 'Normal',
      run: { size: 15, color: '51606C' },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { size: 20, bold: true },
      paragraph: {
        alignment: AlignmentType.LEFT,
        indent: { left: 0 },
        spacing: { before: 80, after: 20, line: 250, lineRule: LineRuleType.AUTO },
      },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: {
        alignment: AlignmentType.LEFT,
        indent: { left: 300 },
        spacing: { before: 0, after: 20, line: 250, lineRule: LineRuleType.AUTO },
      },
    },
    {
      id: 'ContentsHeading',
      name: 'Judul Daftar Isi',
      basedOn: 'Normal',
      run: { bold: true, size: 28 },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { before: 0, after: 240 } },
    },
  ],
})

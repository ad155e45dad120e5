import { expect, test } from 'vitest'
import { renderPart } from '../../web/page.tsx'
import type { Finding } from './schema.ts'
import { FindingTable } from './views/table.tsx'

test('a row says who wrote it where that is known, of which side, and of which institution where no other part of the row does', () => {
  const named = { id: '019a0000-0000-7000-8000-000000000001', name: 'Universitas Bahari' }
  const finding = (more: Partial<Finding>): Finding => ({
    id: '019a0000-0000-7000-8000-000000000001',
    number: 'TM-2025-00001',
    kind: 'criticism',
    category: null,
    text: 'Lambat',
    status: 'open',
    office: { id: '019a0000-0000-7000-8000-000000000001', name: 'KPU Kabupaten Banyuwangi' },
    partner: named,
    agreement: null,
    side: 'partner',
    source: null,
    question: null,
    author: null,
    followUps: 0,
    createdAt: '2025-11-20T03:00:00.000Z',
    ...more,
  })
  const lineOf = (more: Partial<Finding>) =>
    renderPart(
      { locale: 'id', zone: 'Asia/Jakarta', today: '2025-11-20' },
      <FindingTable caption="Temuan" findings={[finding(more)]} />,
    ).match(/TM-2025-00001 – ([^<]*)/)![1]
  expect([
    lineOf({ author: { name: 'Laksmi', institution: named.name } }),
    lineOf({ author: { name: null, institution: named.name } }),
    lineOf({ author: { name: 'Laksmi', institution: null } }),
    lineOf({}),
    lineOf({ side: 'kpu' }),
    lineOf({ partner: null }),
    lineOf({ side: null }),
    lineOf({
      author: { name: 'Laksmi', institution: named.name },
      partner: null,
      agreement: { ...named, title: 'Nota', partners: 'A; B' },
    }),
  ]).toEqual(['Laksmi', 'Mitra', 'Laksmi', 'Mitra', 'KPU', 'Mitra', 'Sinergi', 'Laksmi, Universitas Bahari'])
})

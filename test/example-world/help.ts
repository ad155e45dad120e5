import type { ExamplePages } from '../browser/pages.ts'

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/bantuan': [{}, '/bantuan?cari=perjanjian', '/bantuan?cari=tidak-ada'],
  '/bantuan/istilah': [{}, '/bantuan/istilah?cari=tidak-ada'],
  '/bantuan/status': [{}],
  '/bantuan/semua': [{}],
  '/bantuan/panduan/:role': [{ role: 'pengelola' }, { role: 'mitra' }],
}

/** They say nothing that people wrote, but for the names of whom to ask. */
export const silentPages = ['/bantuan', '/bantuan/istilah', '/bantuan/status', '/bantuan/semua', '/bantuan/panduan/:role']

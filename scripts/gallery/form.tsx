import { Actions, Button, ButtonLink } from '../../src/web/ui/button.tsx'
import { CheckboxField, RadioField, SelectField, TickField } from '../../src/web/ui/choice-field.tsx'
import { ComboField } from '../../src/web/ui/combo-field.tsx'
import { Dialog } from '../../src/web/ui/dialog.tsx'
import { Draft } from '../../src/web/ui/draft.tsx'
import { DateField, NumberField, TextareaField, TextField } from '../../src/web/ui/field.tsx'
import { FileField } from '../../src/web/ui/file-field.tsx'
import { FieldGroup, Form } from '../../src/web/ui/form.tsx'
import type { Errors } from '../../src/web/ui/form-state.ts'
import { PageHead } from '../../src/web/ui/page-head.tsx'
import { longTitle, provinceNames } from './sample.ts'

const wrong: Errors = {
  judul: ['Judul terlalu pendek; paling sedikit 10 karakter.'],
  berlaku: ['Tanggal berakhir mendahului tanggal mulai.'],
  pelaksanaan: ['Pilih satu jawaban.'],
  bukti: ['Berkas lebih besar dari 10 MB.'],
}

export function FormPage({ errors = false }: { errors?: boolean }) {
  return (
    <>
      <PageHead title="Isi evaluasi kerja sama" lead="Kantor, kode wilayah, dan nama Anda sudah kami ketahui. Sekitar 10 menit." />
      <Draft id="contoh:evaluasi" url="#draf" rev="7" savedAt="2026-11-21T12:30:00Z">
        <Form
          action="#kirim"
          multipart
          values={{
            judul: errors ? 'MoU' : longTitle,
            jumlah: 12,
            berlaku: '2026-12-31',
            jenis: 'pks',
            pelaksanaan: errors ? '' : 'part',
            bentuk: ['sosialisasi', 'data'],
            publik: true,
            kendala: 'Belum ada anggaran khusus.',
          }}
          errors={errors ? wrong : {}}
        >
          <FieldGroup title="Perjanjian" lead="Seperti tertulis pada naskah.">
            <TextField name="judul" label="Judul perjanjian" hint="Lengkap, tanpa singkatan" />
            <SelectField
              name="jenis"
              label="Jenis"
              options={[
                { value: 'nk', label: 'Nota kesepahaman' },
                { value: 'pks', label: 'Perjanjian kerja sama' },
              ]}
            />
            <ComboField
              name="satker"
              label="Satuan kerja"
              optional
              source="/satuan-kerja/pilihan"
              value="32"
              valueLabel={`KPU Provinsi ${provinceNames['32']}`}
            />
            <DateField name="berlaku" label="Berlaku sampai" hint="Kosongkan bila tanpa batas waktu" optional />
            <NumberField name="jumlah" label="Kegiatan sampai hari ini" unit="kegiatan" whole />
          </FieldGroup>
          <FieldGroup title="Pelaksanaan">
            <RadioField
              name="pelaksanaan"
              label="Kewajiban dilaksanakan sesuai perjanjian"
              hint="Pasal 4 ayat (2)"
              options={[
                { value: 'full', label: 'Seluruhnya' },
                { value: 'part', label: 'Sebagian', hint: 'Kami akan menanyakan kendalanya' },
                { value: 'none', label: 'Belum' },
                { value: 'na', label: 'Tidak berlaku' },
              ]}
            />
            <CheckboxField
              name="bentuk"
              label="Bentuk kegiatan"
              optional
              inline
              options={[
                { value: 'sosialisasi', label: 'Sosialisasi' },
                { value: 'data', label: 'Pertukaran data' },
                { value: 'magang', label: 'Magang' },
                { value: 'bantuan', label: 'Bantuan hukum', disabled: true },
              ]}
            />
            <TextareaField name="kendala" label="Kendala" hint="Apa yang menghalangi, dan sejak kapan?" optional maxLength={2000} />
            <FileField
              name="bukti"
              label="Bukti dukung"
              accept=".pdf,.docx"
              kinds="PDF atau Word"
              most="10 MB"
              kept={[{ href: '#berkas', name: 'laporan-kegiatan-triwulan-3.pdf', bytes: 1_482_310, note: 'Sari, 12 Nov 2026' }]}
            />
            <TickField name="publik" label="Tampilkan pada daftar publik" hint="Sesuai UU 14/2008; alasan pengecualian dicatat." />
          </FieldGroup>
          <Actions>
            <Button>Kirim evaluasi</Button>
            <Button kind="secondary" name="aksi" value="draf">
              Simpan draf
            </Button>
            <ButtonLink href="#batal" kind="quiet">
              Batal
            </ButtonLink>
          </Actions>
        </Form>
      </Draft>
      <Dialog id="hapus" trigger="Hapus draf" href="#hapus" kind="danger" title="Hapus draf ini?">
        <p>Semua isian yang belum dikirim akan hilang. Tindakan ini tidak dapat dibatalkan.</p>
        <Form action="#hapus">
          <Button kind="danger">Hapus draf</Button>
        </Form>
      </Dialog>
    </>
  )
}

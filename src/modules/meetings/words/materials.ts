import { words as define } from '../../../platform/i18n/words.ts'

export const materialWords = define('meetings.materials', {
  id: {
    title: 'Bahan sesi',
    lead: 'Paparan, dokumen, atau pesan tertulis yang dibacakan. Orang lain membacanya setelah sesi dirilis.',
    file: 'Berkas',
    name: 'Nama',
    nameHint: 'Kosongkan untuk memakai nama berkasnya.',
    access: 'Yang boleh membaca',
    accesses: { readers: 'Semua pembaca rapat', invited: 'Hanya yang diundang', engaged: 'Hanya yang bertugas' },
    message: 'Pesan tertulis',
    messageOf: 'Pesan tertulis {name}',
    read: '{whose}, dibacakan {name}',
    add: 'Tambah bahan',
    remove: 'Hapus bahan {title}',
    done: { add: 'Bahan ditambahkan.', remove: 'Bahan dihapus.' },
  },
  en: {
    title: 'Materials of the session',
    lead: 'Slides, documents, or a written message that is read out. Others read them once the session is released.',
    file: 'File',
    name: 'Name',
    nameHint: 'Leave empty to use the name of the file.',
    access: 'Who may read it',
    accesses: { readers: 'Whoever reads the meeting', invited: 'Only those invited', engaged: 'Only those with a role' },
    message: 'Written message',
    messageOf: 'Written message of {name}',
    read: '{whose}, read by {name}',
    add: 'Add the file',
    remove: 'Remove the file {title}',
    done: { add: 'The file is added.', remove: 'The file is removed.' },
  },
})

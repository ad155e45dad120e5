import { words as define } from '../../../platform/i18n/words.ts'

/** The glossary: what people meet on the screen, each by the word that stands there, in plain sentences. */
export const termWords = define('help.terms', {
  id: {
    office: {
      term: 'Satuan kerja (satker)',
      text: 'Kantor KPU: tingkat nasional, provinsi, kabupaten, atau kota. Masing-masing mempunyai kode wilayah, misalnya 35.76.',
    },
    person: {
      term: 'Orang',
      text: 'Siapa pun yang masuk ke Sinergi atau disebut di dalamnya. Orang tidak dihapus; yang pindah tugas dicatat berhenti.',
    },
    position: { term: 'Jabatan', text: 'Kedudukan seseorang di sebuah satuan kerja, misalnya Sekretaris atau Kepala Subbagian.' },
    appointment: {
      term: 'Penempatan',
      text: 'Jabatan yang dipegang seseorang di sebuah satuan kerja, sejak kapan dan sampai kapan, juga sebagai Plt. atau Plh.',
    },
    unit: { term: 'Divisi atau bagian', text: 'Bidang yang ditangani seseorang dalam jabatannya, misalnya Hukum dan Pengawasan.' },
    grant: {
      term: 'Penugasan peran',
      text: 'Peran yang diberikan kepada seseorang, atau kepada pemegang sebuah jabatan, di satu tempat dan selama waktu tertentu.',
    },
    role: {
      term: 'Peran',
      text: 'Kumpulan kewenangan seseorang, misalnya Operator satuan kerja. Halaman akun Anda menyebut peran Anda.',
    },
    power: { term: 'Kewenangan', text: 'Satu hal yang boleh dilakukan karena peran, misalnya memeriksa hasil tindak lanjut.' },
    reach: {
      term: 'Wilayah kerja',
      text: 'Satuan kerja dan mitra yang tercakup dalam peran Anda. Yang di luarnya tidak tampil, tidak dihitung, dan tidak dapat dicari.',
    },
    partner: {
      term: 'Mitra',
      text: 'Lembaga yang bekerja sama dengan KPU, misalnya perguruan tinggi atau kementerian. Satu lembaga dicatat satu kali.',
    },
    contact: {
      term: 'Narahubung',
      text: 'Orang di lembaga mitra yang dihubungi KPU. Narahubung yang diundang mengisi evaluasi dari pihak mitra.',
    },
    agreement: { term: 'Perjanjian', text: 'Naskah kerja sama KPU dengan mitra: nota kesepahaman, perjanjian kerja sama, atau adendum.' },
    party: {
      term: 'Pihak',
      text: 'Yang terikat oleh perjanjian, dengan nomor naskah dan penanda tangannya. Dalam evaluasi: KPU atau mitra.',
    },
    scope: { term: 'Ruang lingkup', text: 'Apa saja yang dikerjasamakan menurut naskah.' },
    obligation: {
      term: 'Kewajiban',
      text: 'Janji satu pihak dalam naskah: pasalnya, isinya, targetnya, dan tenggatnya. Evaluasi menanyakan setiap kewajiban.',
    },
    status: { term: 'Status', text: 'Sampai mana sesuatu sudah berjalan. Status mengikuti tanggal dan kejadian, tidak diketik orang.' },
    openness: {
      term: 'Keterbukaan',
      text: 'Apakah perjanjian boleh diketahui umum menurut UU 14/2008: publik, berdasarkan permintaan, atau dikecualikan beserta alasannya.',
    },
    run: {
      term: 'Pekerjaan',
      text: 'Sesuatu yang dikerjakan Sinergi agak lama, misalnya membaca berkas atau membuat laporan. Halamannya boleh ditinggalkan.',
    },
    search: { term: 'Cari', text: 'Kotak di atas setiap halaman. Menemukan apa saja yang boleh Anda baca, juga bila ejaannya keliru.' },
    savedSearch: { term: 'Pencarian tersimpan', text: 'Pencarian yang Anda simpan dengan sebuah nama, untuk Anda sendiri.' },
    register: { term: 'Daftar publik', text: 'Perjanjian yang boleh dibaca siapa pun tanpa masuk, menurut UU 14/2008.' },
    import: { term: 'Impor', text: 'Mencatat banyak data dari satu berkas Excel atau CSV. Setiap baris diperiksa dahulu.' },
    instrument: { term: 'Instrumen', text: 'Daftar pertanyaan sebuah evaluasi. Setelah dipakai, isinya tidak berubah.' },
    cycle: { term: 'Siklus evaluasi', text: 'Satu putaran evaluasi untuk satu periode: dibuka, mempunyai tenggat, lalu ditutup.' },
    period: { term: 'Periode', text: 'Dari hari apa sampai hari apa sebuah siklus mengevaluasi kerja sama, misalnya satu tahun.' },
    assignment: { term: 'Isian', text: 'Satu formulir evaluasi: tentang satu perjanjian, untuk satu pihak.' },
    score: { term: 'Skor', text: 'Angka 0 sampai 100 dari jawaban yang dinilai. Yang dijawab tidak berlaku tidak ikut dihitung.' },
    maturity: {
      term: 'Tingkat kematangan',
      text: 'Seberapa jauh sebuah kerja sama dijalankan, dari 1 (ada dokumen) sampai 4 (hasilnya ditindaklanjuti).',
    },
    meeting: {
      term: 'Rapat',
      text: 'Pertemuan koordinasi yang diselenggarakan satu satuan kerja: direncanakan, diundang, dilaksanakan, dan dilaporkan.',
    },
    programme: { term: 'Acara', text: 'Susunan sesi sebuah rapat. Sebagai konsep hanya dibaca penyusunnya, lalu dirilis untuk semua.' },
    session: { term: 'Sesi', text: 'Satu mata acara: jenisnya, waktunya, ruangnya, dan siapa yang bertugas.' },
    part: {
      term: 'Tugas',
      text: 'Yang dilakukan seseorang dalam sebuah sesi, mungkin mewakili orang lain atau membacakan pesan tertulisnya.',
    },
    release: { term: 'Rilis', text: 'Acara sebagaimana disusun pada satu saat. Yang tersentuh perubahannya diberi tahu satu kali.' },
    invitee: {
      term: 'Undangan rapat',
      text: 'Seseorang yang diundang ke rapat, menurut jabatan yang dipegangnya pada hari rapat. Undangan yang sudah dikirim tidak berubah.',
    },
    attendance: {
      term: 'Daftar hadir',
      text: 'Siapa yang hadir di sesi rapat: hadir, terlambat, pulang lebih awal, izin, diwakili, atau tidak hadir.',
    },
    parallelClass: {
      term: 'Kelas paralel',
      text: 'Beberapa kelas pada waktu yang sama. Setiap undangan mendapat satu tempat, atau menunggu dan naik sendiri begitu ada tempat.',
    },
    participantReport: {
      term: 'Laporan peserta daring',
      text: 'Laporan layanan rapat daring: siapa tersambung dari pukul berapa sampai pukul berapa. Kehadiran dapat dicatat darinya.',
    },
    badge: { term: 'Kode QR peserta', text: 'Kode milik satu undangan untuk satu rapat. Dipindai di meja, juga tanpa jaringan.' },
    desk: { term: 'Meja', text: 'Tempat kehadiran dicatat di lokasi rapat, dengan ponsel atau laptop.' },
    clash: {
      term: 'Bentrok',
      text: 'Seseorang diperlukan di dua tempat pada waktu yang sama, atau tidak sempat berpindah. Dapat diabaikan dengan alasan.',
    },
    region: { term: 'Wilayah tempat rapat', text: 'Wilayah tempat rapat diadakan. Dari sini waktu perjalanan antarrapat dihitung.' },
    round: { term: 'Putaran presentasi', text: 'Sesi rapat yang di dalamnya satuan kerja tampil bergiliran.' },
    queue: { term: 'Antrean', text: 'Urutan satuan kerja yang tampil dalam satu putaran, dengan sisa waktu masing-masing.' },
    paper: {
      term: 'Naskah rapat',
      text: 'Surat atau daftar resmi sebuah rapat, misalnya notula, sebagai halaman, PDF, dan Word dengan isi yang sama.',
    },
    bundle: {
      term: 'Semua surat undangan',
      text: 'Surat untuk setiap undangan rapat, dibuat sekaligus di latar belakang dan diunduh sebagai satu berkas ZIP.',
    },
    award: { term: 'Penghargaan', text: 'Untuk penampil terbaik setiap tahapan, menurut juri dan peserta dengan bobot masing-masing.' },
    marks: { term: 'Nilai', text: 'Yang diberikan juri kepada satu presentasi. Tertutup bagi orang lain sampai penilaian ditutup.' },
    series: { term: 'Seri rapat', text: 'Rapat satu satuan kerja yang diselenggarakan berulang, dengan hasil masing-masing berdampingan.' },
    voice: {
      term: 'Masukan peserta',
      text: 'Kendala, saran, kritik, solusi, atau pertanyaan yang dikirim peserta selama sesi rapat. Moderator menjawabnya atau menjadikannya temuan.',
    },
    vote: { term: 'Suara', text: 'Pilihan satu satuan kerja pada satu tahapan. Satu suara, dan suara terakhir yang dihitung.' },
    entry: { term: 'Penampil', text: 'Satuan kerja yang tampil dalam antrean, dengan tahapan, topik, dan waktunya.' },
    objective: { term: 'Tujuan', text: 'Untuk apa sebuah rapat diadakan. Pada akhirnya dijawab tercapai atau tidak, dan mengapa.' },
    minutes: {
      term: 'Notula',
      text: 'Catatan tentang apa yang disampaikan dan disimpulkan dalam sebuah sesi. Setelah disetujui pimpinannya, isinya tidak berubah lagi.',
    },
    passage: {
      term: 'Bagian notula',
      text: 'Yang disampaikan satu orang beserta simpulannya. Beberapa orang dapat menulis bagian yang berbeda pada waktu yang sama.',
    },
    decision: {
      term: 'Keputusan dan rekomendasi',
      text: 'Yang diputuskan atau direkomendasikan rapat, kepada siapa, dan hasilnya. Setelah notulanya disetujui, dapat dibuatkan tindak lanjut.',
    },
    finding: { term: 'Temuan', text: 'Kendala, saran, kritik, atau solusi, dari jawaban evaluasi atau dicatat langsung.' },
    sentence: {
      term: 'Kalimat yang sama',
      text: 'Temuan yang kalimatnya sama, sebagai satu baris. Banyak temuan dapat dijawab dengan satu tindak lanjut.',
    },
    followUp: {
      term: 'Tindak lanjut',
      text: 'Yang akan dilakukan: satu penanggung jawab, satu tenggat, bukti, dan orang lain yang memeriksa hasilnya.',
    },
    report: {
      term: 'Laporan',
      text: 'Hasil sebuah siklus, dibekukan pada satu waktu, sebagai PDF, Word, dan Excel dengan angka yang sama.',
    },
    cutoff: { term: 'Data per', text: 'Waktu ketika angka sebuah laporan dibekukan. Yang terjadi sesudahnya tidak ada di dalamnya.' },
    hash: {
      term: 'Sidik jari data',
      text: 'Deretan huruf dan angka yang sama pada ketiga berkas laporan. Bila berbeda, angkanya bukan dari laporan itu.',
    },
    trail: { term: 'Jejak', text: 'Catatan siapa mengubah apa, kapan, dan dari apa menjadi apa. Tidak seorang pun dapat menghapusnya.' },
    escalation: {
      term: 'Diteruskan',
      text: 'Tindak lanjut yang lama terlambat dan karena itu disampaikan kepada yang berwenang, lalu ke satuan kerja di atasnya.',
    },
    timer: {
      term: 'Jadwal otomatis',
      text: 'Yang dilakukan Sinergi secara otomatis pada waktunya, misalnya menutup siklus atau mengirim pengingat.',
    },
    notice: { term: 'Pemberitahuan', text: 'Kabar untuk Anda di kotak masuk. Anda memilih mana yang juga dikirim lewat surel.' },
    change: { term: 'Yang berubah', text: 'Apa yang diubah orang lain di wilayah kerja Anda sejak Anda menandainya sudah dilihat.' },
    comment: { term: 'Komentar', text: 'Yang ditulis orang di halaman sesuatu: hanya untuk KPU, atau untuk KPU dan mitra.' },
    attachment: { term: 'Lampiran', text: 'Berkas yang menyertai komentar.' },
    outbox: {
      term: 'Yang menunggu di perangkat ini',
      text: 'Halaman yang menunjukkan apa yang sudah Anda isi atau kirim, tetapi belum sampai karena tidak ada jaringan.',
    },
    sending: { term: 'Kiriman', text: 'Satu isian yang Anda kirim tanpa jaringan. Kiriman menunggu di perangkat Anda sampai tersambung.' },
    keptPage: { term: 'Salinan', text: 'Isian yang disimpan di perangkat Anda agar dapat dibuka tanpa jaringan.' },
    bulkAct: {
      term: 'Perubahan massal',
      text: 'Satu tindakan pada banyak baris sekaligus. Hasilnya Anda lihat dahulu, dan sering dapat dikembalikan.',
    },
    guide: { term: 'Panduan', text: 'Yang dikerjakan orang dengan sebuah peran, langkah demi langkah. Semuanya ada di Bantuan.' },
    glossary: { term: 'Daftar istilah', text: 'Halaman ini: kata-kata yang Anda temui di Sinergi dan artinya.' },
    grounds: { term: 'Untuk temuan', text: 'Temuan yang dijawab oleh sebuah tindak lanjut, dengan kalimatnya.' },
    share: {
      term: 'Bagikan',
      text: 'Membuka sebuah laporan bagi satuan kerja di bawahnya: jumlah seluruhnya dan bagian mereka sendiri, bukan berkasnya.',
    },
    stopSharing: { term: 'Batalkan pembagian', text: 'Menutup lagi sebuah laporan yang tadinya dibagikan.' },
    calendar: { term: 'Kalender', text: 'Apa yang jatuh tempo di wilayah kerja Anda, menurut harinya.' },
    feed: {
      term: 'Langganan kalender',
      text: 'Alamat rahasia yang dibaca kalender di ponsel Anda, agar isinya sama dengan kalender di sini.',
    },
    firstDays: {
      term: 'Hari-hari pertama',
      text: 'Tiga sampai lima langkah bagi yang baru. Tampil di beranda selama tiga puluh hari, atau sampai semuanya selesai.',
    },
    answerHistory: {
      term: 'Riwayat jawaban',
      text: 'Setiap jawaban yang pernah tersimpan pada suatu isian, dan yang dikirim tetapi tidak dipilih. Hanya untuk pihak yang mengisinya.',
    },
    revision: { term: 'Riwayat', text: 'Apa yang terjadi pada sesuatu dan isinya sebelum diubah, dari yang pertama sampai sekarang.' },
  },
  en: {
    office: {
      term: 'Office',
      text: 'A KPU office at national, provincial, regency or city level. Each has a regional code such as 35.76.',
    },
    person: {
      term: 'Person',
      text: 'Anybody who signs in to Sinergi or is named in it. People are never deleted; those who move on are recorded as having left.',
    },
    position: { term: 'Position', text: 'A post at an office, such as secretary or head of a subsection.' },
    appointment: {
      term: 'Appointment',
      text: 'A position held by a person at an office, with its start and end dates, including acting posts.',
    },
    unit: { term: 'Division or section', text: 'The field of work that goes with a position, such as law and supervision.' },
    grant: { term: 'Role assignment', text: 'A role given to a person, or to whoever holds a position, at one place and for a period.' },
    role: {
      term: 'Role',
      text: 'A set of permissions, such as office operator. Your account page lists the roles you hold.',
    },
    power: { term: 'Permission', text: 'One thing that a role allows you to do, such as verifying the result of a follow-up.' },
    reach: {
      term: 'Area',
      text: 'The offices and partners that your roles cover. Anything outside them is not shown, counted or found.',
    },
    partner: { term: 'Partner', text: 'An institution that works with KPU, such as a university or a ministry. Each is recorded once.' },
    contact: {
      term: 'Contact',
      text: 'KPU’s contact person at a partner. Invited contacts complete evaluations for the partner.',
    },
    agreement: {
      term: 'Agreement',
      text: 'A document between KPU and partners: a memorandum of understanding, a cooperation agreement or an addendum.',
    },
    party: {
      term: 'Party',
      text: 'An institution bound by an agreement, with its own document number and signatory. In an evaluation the two sides are KPU and the partner.',
    },
    scope: { term: 'Scope', text: 'What the cooperation covers, according to the document.' },
    obligation: {
      term: 'Obligation',
      text: 'A commitment by one side: the article, its content, target and due date. Evaluations ask about each one.',
    },
    status: { term: 'Status', text: 'How far something has progressed. It is derived from dates and events; nobody types it in.' },
    openness: {
      term: 'Public access',
      text: 'Whether the public may see an agreement (Law 14/2008): public, on request, or withheld with a reason.',
    },
    run: {
      term: 'Background work',
      text: 'A task that takes Sinergi a while, such as reading a file or making a report. You may leave the page.',
    },
    search: { term: 'Search', text: 'The box at the top of every page. It finds anything you may read, even if misspelt.' },
    savedSearch: { term: 'Saved search', text: 'A search that you keep under a name, for yourself.' },
    register: { term: 'Public register', text: 'The agreements that anybody may read without signing in (Law 14/2008).' },
    import: { term: 'Import', text: 'Recording many items from one Excel or CSV file. Each row is checked first.' },
    instrument: { term: 'Questionnaire', text: 'The questions of an evaluation. Once in use, they do not change.' },
    cycle: { term: 'Evaluation cycle', text: 'One round of evaluation covering a period, with an opening, a due date and a closing.' },
    period: { term: 'Period', text: 'From which day to which day a cycle evaluates cooperation, for example one year.' },
    assignment: { term: 'Form', text: 'One evaluation form: about one agreement, for one side.' },
    score: { term: 'Score', text: 'A number from 0 to 100 based on the rated answers. Answers marked not applicable are left out.' },
    maturity: {
      term: 'Maturity',
      text: 'How well a cooperation is carried out, from 1 (there is a document) to 4 (its results are followed up).',
    },
    meeting: { term: 'Meeting', text: 'A coordination meeting hosted by one office: planned, invited to, held and reported.' },
    programme: {
      term: 'Programme',
      text: 'The sessions of a meeting. A draft is read only by those who write it; then it is released to all.',
    },
    session: { term: 'Session', text: 'One item of a programme: its type, time, room and who has a role in it.' },
    part: {
      term: 'Role in a session',
      text: 'What somebody does in a session, perhaps on behalf of somebody else or reading their written message.',
    },
    release: { term: 'Release', text: 'The programme as it stood at one moment. Those affected by its changes are told once.' },
    invitee: {
      term: 'Invitation to a meeting',
      text: 'Somebody who is invited, by the position they hold on the day of the meeting. Once sent, an invitation stays as it is.',
    },
    attendance: {
      term: 'Attendance',
      text: 'Who was at which session of a meeting: present, late, left early, excused, represented or absent.',
    },
    parallelClass: {
      term: 'Parallel class',
      text: 'Several classes at the same time. Each invitee has one place, or waits and moves up by themselves as soon as one is free.',
    },
    participantReport: {
      term: 'Participant report',
      text: 'The report of a video service: who was connected from when to when. Attendance can be recorded from it.',
    },
    badge: { term: 'Participant QR code', text: 'The code of one invitation to one meeting. It is scanned at the desk, also offline.' },
    desk: { term: 'Desk', text: 'Where attendance is recorded at the venue, on a phone or laptop.' },
    clash: {
      term: 'Clash',
      text: 'One person is needed in two places at the same time, or cannot get there in time. It can be ignored for a reason.',
    },
    region: { term: 'Region of the place', text: 'Where a meeting takes place. Travel time between meetings is worked out from it.' },
    round: { term: 'Presentation round', text: 'A session of a meeting in which offices present in turn.' },
    queue: { term: 'Queue', text: 'The order in which the offices of a round present, with the time that each has left.' },
    paper: {
      term: 'Paper',
      text: 'An official letter or list of a meeting, such as its minutes: the page, the PDF and the Word document say the same.',
    },
    bundle: {
      term: 'All invitation letters',
      text: 'A letter for everybody invited, made at once in the background and downloaded as one ZIP file.',
    },
    award: { term: 'Award', text: 'For the best presentation of each stage, by jury and audience with the weight of each.' },
    marks: { term: 'Marks', text: 'What one of the jury gives a presentation. Closed to everybody else until marking stops.' },
    series: {
      term: 'Series of meetings',
      text: 'Meetings of one office that are held again and again, with what came of each side by side.',
    },
    voice: {
      term: 'Voice from the floor',
      text: 'An obstacle, suggestion, criticism, solution or question that a participant sends during a session. The moderator answers it or makes it a finding.',
    },
    vote: { term: 'Vote', text: 'What one office chooses in one stage. It has one vote, and the last one counts.' },
    entry: { term: 'Presenter', text: 'An office in a queue, with its stage, topic and minutes.' },
    objective: { term: 'Objective', text: 'What a meeting is for. At its end each is marked as reached or not, and why.' },
    minutes: {
      term: 'Minutes',
      text: 'A record of what was said and concluded in a session. Once its chair has approved it, it no longer changes.',
    },
    passage: {
      term: 'Passage',
      text: 'What one person said, with its conclusion. Several people can write different passages at the same time.',
    },
    decision: {
      term: 'Decisions and recommendations',
      text: 'What a meeting decided or recommended, to whom, and with what result. Once its minutes are approved it can be followed up.',
    },
    finding: { term: 'Finding', text: 'An obstacle, suggestion, criticism or solution, taken from an evaluation or recorded directly.' },
    sentence: {
      term: 'Same sentence',
      text: 'Findings with the same wording, shown as one line. One follow-up can answer many findings.',
    },
    followUp: {
      term: 'Follow-up',
      text: 'An action with one owner, one due date, evidence, and somebody else who verifies the result.',
    },
    report: { term: 'Report', text: 'The results of a cycle, frozen at one moment, as PDF, Word and Excel files with the same figures.' },
    cutoff: { term: 'Data as of', text: 'The moment at which the figures of a report were frozen. Anything later is not included.' },
    hash: {
      term: 'Data fingerprint',
      text: 'A string of letters and digits, the same in all three files of a report. If it differs, the figures are not those of the report.',
    },
    trail: { term: 'Audit trail', text: 'A record of who changed what, when, and from what to what. Nobody can erase it.' },
    escalation: {
      term: 'Escalated',
      text: 'A long-overdue follow-up that has been passed to those in charge and then to the office above.',
    },
    timer: {
      term: 'Scheduled task',
      text: 'Something that runs automatically at its time, such as closing a cycle or sending a reminder.',
    },
    notice: { term: 'Notification', text: 'A message in your inbox. You choose which ones are also sent by e-mail.' },
    change: { term: 'What changed', text: 'Changes made by others in your area since you last marked them as seen.' },
    comment: { term: 'Comment', text: 'A remark on the page of an item, either for KPU only or for KPU and the partner.' },
    attachment: { term: 'Attachment', text: 'A file attached to a comment.' },
    outbox: {
      term: 'Waiting on this device',
      text: 'The page that lists what you have filled in or sent but has not arrived because there was no connection.',
    },
    sending: { term: 'Sending', text: 'A form you sent while offline. It waits on your device until you are connected.' },
    keptPage: { term: 'Copy', text: 'A form kept on your device so that it can be opened offline.' },
    bulkAct: { term: 'Bulk change', text: 'One action on many rows at once. You see the effect first and can often undo it.' },
    guide: { term: 'Guide', text: 'Step-by-step instructions for a role. All guides are in Help.' },
    glossary: { term: 'Glossary', text: 'This page: the terms used in Sinergi and what they mean.' },
    grounds: { term: 'For the finding', text: 'The finding that a follow-up answers, with its sentence.' },
    share: { term: 'Share', text: 'Opening a report to the offices below: its totals and their own part, but not its files.' },
    stopSharing: { term: 'Stop sharing', text: 'Closing a report that had been shared.' },
    calendar: { term: 'Calendar', text: 'What is due in your area, by day.' },
    feed: {
      term: 'Calendar subscription',
      text: 'A secret address that lets the calendar on your phone show the same dates.',
    },
    firstDays: {
      term: 'First days',
      text: 'Three to five steps for newcomers, shown on the home page for thirty days or until all are done.',
    },
    answerHistory: {
      term: 'History of the answers',
      text: 'Every answer ever saved in a form, and answers that were sent but not chosen. Only for the side that fills it in.',
    },
    revision: { term: 'History', text: 'What happened to an item and what it said before each change.' },
  },
})

/**
 * Usual abbreviations in the names of institutions, word by word in folded form: cut words, which also a register writes whole.
 * Only what cannot mean anything else: an abbreviation makes two names equal, so a doubtful one would merge two partners.
 */
export const cutWords: Record<string, string> = {
  univ: 'universitas',
  unv: 'universitas',
  inst: 'institut',
  fak: 'fakultas',
  kemen: 'kementerian',
  kementrian: 'kementerian',
  kementerin: 'kementerian',
  dept: 'departemen',
  dep: 'departemen',
  prov: 'provinsi',
  propinsi: 'provinsi',
  kab: 'kabupaten',
  kec: 'kecamatan',
  kel: 'kelurahan',
  yys: 'yayasan',
  yay: 'yayasan',
  perkump: 'perkumpulan',
  org: 'organisasi',
  asos: 'asosiasi',
  himp: 'himpunan',
}

/** Words made of others, which are names in their own right: equal to the whole words, and left as people write them. */
export const madeWords: Record<string, string> = {
  poltek: 'politeknik',
  ditjen: 'direktorat jenderal',
  setjen: 'sekretariat jenderal',
  dinkes: 'dinas kesehatan',
  disdik: 'dinas pendidikan',
  disdukcapil: 'dinas kependudukan dan pencatatan sipil',
  diskominfo: 'dinas komunikasi dan informatika',
  kejagung: 'kejaksaan agung',
  kejati: 'kejaksaan tinggi',
  kejari: 'kejaksaan negeri',
  polda: 'kepolisian daerah',
  polres: 'kepolisian resor',
  polresta: 'kepolisian resor kota',
  kesbangpol: 'kesatuan bangsa dan politik',
  bakesbangpol: 'badan kesatuan bangsa dan politik',
  pemda: 'pemerintah daerah',
  pemkab: 'pemerintah kabupaten',
  pemkot: 'pemerintah kota',
  pemprov: 'pemerintah provinsi',
  lsm: 'lembaga swadaya masyarakat',
  ri: 'republik indonesia',
}

/** Written in capitals in a name, whatever the case of the rest. */
export const capitals = new Set(
  'PT CV UD TV RRI TVRI RI KPU KIP TNI POLRI DPR DPRD DPD MPR MK BPS BPN BPK BPKP BNN BNPB BPBD BPJS BSSN BRIN BUMN BUMD PLN LAN LIPI ANRI PPATK KPK KPI KPID KPAI DKPP PMI PGRI PWI AJI IJTI AMSI SMSI NU PBNU LSM NGO BEM HMI PMII GMNI GMKI IMM UI UGM ITB IPB ITS UIN IAIN STAIN STAI STIE STIH STKIP STIKES IKIP UNY UNS UPI SMA SMK SMP SD MUI FKUB KNPI II III IV VI VII VIII IX XI XII DKI'.split(
    ' ',
  ),
)

/** Written small inside a name. */
export const small = new Set('dan di ke dari untuk yang pada dengan atau bagi serta oleh of and the for in'.split(' '))

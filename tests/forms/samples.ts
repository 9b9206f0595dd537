import type { FormJob } from '#core/forms.ts'
import {
  attendance,
  blankAttendance,
  blankMinutes,
  longMinutes,
  minutes,
} from './samples/conference.ts'
import {
  bareReminder,
  bigQuote,
  dueList,
  emptyDueList,
  longDueList,
  quote,
  reminder,
} from './samples/counter.ts'
import { annex, bigAnnex, bigMau4, emptyAnnex, emptyMau4, mau4 } from './samples/household.ts'
import { d03, d05, dearD05, emptyD03, emptyD05, longD03, longD05 } from './samples/lists.ts'
import { awkwardMau2, emptyMau2, mau2 } from './samples/mau-2.ts'
import { notice } from './samples/privacy.ts'
import { awkward, emptyTk1, minor, newcomer } from './samples/tk1.ts'

/** Every golden page: a name and the paper it shows. */
export const samples: Record<string, FormJob> = {
  'tk1-qd490-newcomer': { form: 'tk1-ts', edition: 'QD490', record: newcomer },
  'tk1-qd490-empty': { form: 'tk1-ts', edition: 'QD490', record: emptyTk1 },
  'tk1-qd490-awkward': { form: 'tk1-ts', edition: 'QD490', record: awkward },
  'tk1-qd490-minor': { form: 'tk1-ts', edition: 'QD490', record: minor },
  'tk1-qd366-newcomer': {
    form: 'tk1-ts',
    edition: 'QD366',
    record: { ...newcomer, signedOn: '2026-11-20' },
  },
  'tk1-qd366-empty': { form: 'tk1-ts', edition: 'QD366', record: emptyTk1 },
  'tk1-qd366-awkward': { form: 'tk1-ts', edition: 'QD366', record: awkward },
  'tk1-qd366-minor': { form: 'tk1-ts', edition: 'QD366', record: minor },
  'annex-qd490': { form: 'household-annex', edition: 'QD490', record: annex },
  'annex-qd490-empty': { form: 'household-annex', edition: 'QD490', record: emptyAnnex },
  'annex-qd490-big': { form: 'household-annex', edition: 'QD490', record: bigAnnex },
  'mau-2-nd188': { form: 'mau-2', edition: 'ND188', record: mau2 },
  'mau-2-nd188-empty': { form: 'mau-2', edition: 'ND188', record: emptyMau2 },
  'mau-2-nd188-awkward': { form: 'mau-2', edition: 'ND188', record: awkwardMau2 },
  'mau-4-nd188': { form: 'mau-4', edition: 'ND188', record: mau4 },
  'mau-4-nd188-empty': { form: 'mau-4', edition: 'ND188', record: emptyMau4 },
  'mau-4-nd188-big': { form: 'mau-4', edition: 'ND188', record: bigMau4 },
  'd05-qd490': { form: 'd05-ts', edition: 'QD490', record: d05 },
  'd05-qd490-empty': { form: 'd05-ts', edition: 'QD490', record: emptyD05 },
  'd05-qd490-dear': { form: 'd05-ts', edition: 'QD490', record: dearD05 },
  'd05-qd366': { form: 'd05-ts', edition: 'QD366', record: { ...d05, signedOn: '2026-11-20' } },
  'd05-qd366-empty': { form: 'd05-ts', edition: 'QD366', record: emptyD05 },
  'd05-qd366-dear': { form: 'd05-ts', edition: 'QD366', record: dearD05 },
  'd05-qd366-long': { form: 'd05-ts', edition: 'QD366', record: longD05 },
  'd03-qd490': { form: 'd03-ts', edition: 'QD490', record: d03 },
  'd03-qd490-empty': { form: 'd03-ts', edition: 'QD490', record: emptyD03 },
  'd03-qd490-long': { form: 'd03-ts', edition: 'QD490', record: longD03 },
  attendance: { form: 'attendance', edition: 'RQ1', record: attendance },
  'attendance-blank': { form: 'attendance', edition: 'RQ1', record: blankAttendance },
  minutes: { form: 'minutes', edition: 'RQ1', record: minutes },
  'minutes-blank': { form: 'minutes', edition: 'RQ1', record: blankMinutes },
  'minutes-long': { form: 'minutes', edition: 'RQ1', record: longMinutes },
  quote: { form: 'quote', edition: 'RQ1', record: quote },
  'quote-big': { form: 'quote', edition: 'RQ1', record: bigQuote },
  'privacy-notice-nd13': { form: 'privacy-notice', edition: 'ND13', record: notice('nd13') },
  'privacy-notice-l91': { form: 'privacy-notice', edition: 'L91', record: notice('l91') },
  reminder: { form: 'reminder', edition: 'RQ1', record: reminder },
  'reminder-bare': { form: 'reminder', edition: 'RQ1', record: bareReminder },
  'due-list-qd595': { form: 'due-list', edition: 'QD595', record: dueList },
  'due-list-own-empty': { form: 'due-list', edition: 'RQ1', record: emptyDueList },
  'due-list-own-long': { form: 'due-list', edition: 'RQ1', record: longDueList },
  'tk1-qd490-conference': {
    form: 'tk1-ts',
    edition: 'QD490',
    record: {
      ...emptyTk1,
      signedPlace: 'Phù Lỗ',
      checkAgainstOfficial: true,
      tie: 'raquan:conference:016:7',
      address: { street: null, commune: 'Phù Lỗ', district: 'Sóc Sơn', province: 'Hà Nội' },
    },
  },
}

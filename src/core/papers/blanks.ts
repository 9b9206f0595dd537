import type { Conference } from '../conference.ts'
import { formatDate } from '../date.ts'
import type { FormId, FormRecords } from '../forms.ts'
import { attendanceOf, conferencePlace, minutesOf, tieOf } from './conference-papers.ts'
import type { PaperContext } from './facts.ts'
import { homeProvince, marksOf, officeHead } from './marks.ts'
import { noticeOf } from './privacy-papers.ts'

type Blank = { context: PaperContext; edition: string; conference: Conference | null }

/**
 * The record of a form to be filled by hand. For a conference it carries the commune and the QR square
 * that ties the paper to it.
 */
export function blankOf<F extends FormId>(
  { form, edition }: { form: F; edition: string },
  context: PaperContext,
  conference: Conference | null,
): FormRecords[F] {
  return makers[form]({ context: { ...context, blank: true }, edition, conference })
}

function marks({ context, conference }: Blank) {
  if (!conference) return marksOf(context, null)
  const tieWords = `${context.office.name} – hội nghị ${formatDate(conference.heldOn)}`
  return { ...marksOf(context, null, { tie: tieOf(context, conference) }), tieWords }
}

function home({ context, conference }: Blank) {
  if (conference) return conferencePlace(context, conference)
  return { commune: null, district: null, province: homeProvince }
}

const noPerson = {
  insuranceNumber: null,
  name: null,
  sex: null,
  birth: null,
  nationality: null,
  ethnicity: null,
  personalNumber: null,
  phone: null,
  email: null,
  careFacility: null,
}

const noCollector = {
  organisation: null,
  organisationCode: null,
  collectorName: null,
  collectorCode: null,
}

const makers: { [F in FormId]: (blank: Blank) => FormRecords[F] } = {
  'tk1-ts': (blank) => ({
    ...marks(blank),
    ...noPerson,
    birthPlace: null,
    guardian: null,
    address: { ...home(blank), street: null },
    resultDelivery: null,
    contribution: null,
    change: null,
    request: null,
    attachments: null,
  }),
  'household-annex': (blank) => ({
    ...marks(blank),
    head: null,
    householdBook: null,
    householdNumber: null,
    phone: null,
    address: { ...home(blank), street: null, hamlet: null },
    members: [],
  }),
  'mau-2': (blank) => ({
    ...marks(blank),
    ...noPerson,
    delivery: null,
    address: { ...home(blank), street: null },
    request: null,
    attachments: null,
  }),
  'mau-4': (blank) => ({
    ...marks(blank),
    ...noCollector,
    head: null,
    phone: null,
    address: { ...home(blank), street: null },
    members: [],
  }),
  'd05-ts': ({ context }) => ({
    // A list is no paper of a conference; its heading begins where the square would be.
    ...marksOf(context, null),
    ...noCollector,
    listNumber: null,
    increases: [],
    decreases: [],
    books: null,
  }),
  'd03-ts': ({ context }) => ({
    ...marksOf(context, null),
    unit: null,
    unitCode: null,
    taxCode: null,
    address: null,
    phone: null,
    email: null,
    listNumber: null,
    group: null,
    groupCode: null,
    baseSalary: null,
    source: null,
    statePercent: null,
    increases: [],
    decreases: [],
    cards: null,
  }),
  attendance: ({ context, conference }) => attendanceOf(context, conference, [], []),
  minutes: ({ context, conference }) => minutesOf(context, conference, []),
  'privacy-notice': ({ context, edition }) => noticeOf(context, edition, null),
  quote: (blank) => ({
    kind: 'payment',
    ...marks(blank),
    office: officeHead(blank.context),
    head: null,
    address: null,
    phone: null,
    lines: [],
    basis: [],
    notices: [],
    clerk: null,
  }),
  reminder: (blank) => ({
    ...marks(blank),
    office: officeHead(blank.context),
    letterNumber: null,
    name: null,
    address: null,
    scheme: 'bhyt-hgd',
    insuranceNumber: null,
    validTo: null,
    payBy: null,
    months: null,
    amount: null,
    payAt: null,
    notes: [],
    contact: { name: null, phone: null },
    signer: { title: 'Giám đốc', name: null },
  }),
  'due-list': (blank) => ({
    ...marks(blank),
    superior: null,
    officeName: blank.context.office.name,
    listNumber: null,
    month: null,
    rows: [],
  }),
}

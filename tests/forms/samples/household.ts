import type { AnnexMember, HouseholdAnnexRecord } from '#core/forms/household-annex.ts'
import type { Mau4Member, Mau4Record } from '#core/forms/mau-4.ts'
import { longAddress } from './tk1.ts'

const marks = {
  recordNumber: null,
  signedPlace: null,
  signedOn: null,
  practice: false,
  checkAgainstOfficial: false,
}

const member: AnnexMember = {
  name: 'Nguyễn Văn Ví Dụ',
  insuranceNumber: '0123456789',
  birth: { date: '1980-02-28', precision: 'day' },
  sex: 'male',
  nationality: 'Việt Nam',
  ethnicity: 'Kinh',
  birthPlace: 'Phù Lỗ, Sóc Sơn, Hà Nội',
  relation: 'Chủ hộ',
  personalNumber: '001080000123',
  note: null,
}

/** A household of three under the layout of November 2024. */
export const annex: HouseholdAnnexRecord = {
  ...marks,
  signedPlace: 'Sóc Sơn',
  signedOn: '2024-11-16',
  head: 'Nguyễn Văn Ví Dụ',
  householdBook: null,
  householdNumber: '0100012345',
  phone: '0912345678',
  address: {
    street: 'Số 12, ngõ 34',
    hamlet: 'Thôn Đông',
    commune: 'Phù Lỗ',
    district: 'Sóc Sơn',
    province: 'Hà Nội',
  },
  members: [
    member,
    {
      ...member,
      name: 'Trần Thị Mẫu',
      sex: 'female',
      relation: 'Vợ',
      birth: { date: '1958-01-01', precision: 'year' },
    },
    {
      ...member,
      name: 'Nguyễn Ví Dụ Con',
      relation: 'Con',
      insuranceNumber: null,
      note: 'giấy tạm trú',
      birth: { date: '2021-06-01', precision: 'day' },
    },
  ],
}

/** An annex printed to be filled by hand. */
export const emptyAnnex: HouseholdAnnexRecord = {
  ...marks,
  checkAgainstOfficial: true,
  head: null,
  householdBook: null,
  householdNumber: null,
  phone: null,
  address: { street: null, hamlet: null, commune: null, district: null, province: null },
  members: [],
}

/** Fifteen members, with a name of 300 characters, over more than one page. */
export const bigAnnex: HouseholdAnnexRecord = {
  ...annex,
  practice: true,
  address: { ...annex.address, street: longAddress },
  members: Array.from({ length: 15 }, (_, i) => ({
    ...member,
    name: i === 4 ? 'Công Tằng Tôn Nữ '.repeat(18).slice(0, 300) : `Nguyễn Thành Viên Số ${i + 1}`,
    birthPlace: i % 3 === 0 ? longAddress : member.birthPlace,
    relation: i === 0 ? 'Chủ hộ' : 'Cháu',
  })),
}

const joining: Mau4Member = {
  name: 'Nguyễn Văn Ví Dụ',
  insuranceNumber: '0123456789',
  personalNumber: '001080000123',
  birth: { date: '1980-02-28', precision: 'day' },
  careFacility: 'Trạm y tế xã Phù Lỗ',
  base: 2_530_000,
  relation: 'Chủ hộ',
  supportPercent: null,
  card: 'electronic',
  months: 12,
}

/** A household of three who join together. */
export const mau4: Mau4Record = {
  ...marks,
  signedPlace: 'Sóc Sơn',
  signedOn: '2026-11-20',
  organisation: 'Bưu điện huyện Sóc Sơn',
  organisationCode: 'BD016',
  collectorName: 'Lê Thị Thu',
  collectorCode: 'NVT-0123',
  head: 'Nguyễn Văn Ví Dụ',
  phone: '0912345678',
  address: { street: 'Số 12, thôn Đông', commune: 'Xã Sóc Sơn', province: 'Thành phố Hà Nội' },
  members: [
    joining,
    { ...joining, name: 'Trần Thị Mẫu', relation: 'Vợ', card: 'paper', months: 6 },
    { ...joining, name: 'Nguyễn Ví Dụ Con', relation: 'Con', supportPercent: 30, months: 3 },
  ],
}

/** A sheet printed to be filled by hand. */
export const emptyMau4: Mau4Record = {
  ...marks,
  organisation: null,
  organisationCode: null,
  collectorName: null,
  collectorCode: null,
  head: null,
  phone: null,
  address: { street: null, commune: null, province: null },
  members: [],
}

/** Fifteen members with long names and facilities, over more than one page. */
export const bigMau4: Mau4Record = {
  ...mau4,
  practice: true,
  organisation: 'Công ty TNHH Dịch vụ Hỗ trợ Phát triển Đối tượng <script>alert(1)</script>',
  address: { ...mau4.address, street: longAddress },
  members: Array.from({ length: 15 }, (_, i) => ({
    ...joining,
    name: i === 2 ? 'Công Tằng Tôn Nữ '.repeat(18).slice(0, 300) : `Nguyễn Thành Viên ${i + 1}`,
    careFacility: 'Bệnh viện Đa khoa khu vực Sóc Sơn',
    birth: { date: '1958-01-01', precision: 'year' as const },
  })),
}

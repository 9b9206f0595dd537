import { formatDate } from '#core/date.ts'
import { sayMethod } from '#core/forms/tk1.ts'
import { formatMoney } from '#core/money.ts'
import type { SignUp } from '#core/papers/facts.ts'

/** A line of the TK1-TS of QĐ 490 as any other tool would be given it: a label and its value. */
export type Tk1Line = { label: string; value: string }

/** What stands above and below the lines, on every paper. */
export const tk1Frame = {
  corner: [
    'Mẫu TK1-TS',
    '(Ban hành kèm theo Quyết định số: 490/QĐ-BHXH',
    'ngày 28/3/2023 của BHXH Việt Nam)',
  ],
  left: 'BẢO HIỂM XÃ HỘI VIỆT NAM',
  right: ['CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  title: ['TỜ KHAI', 'THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ'],
  signatures: ['XÁC NHẬN CỦA ĐƠN VỊ', 'Người kê khai'],
  note: 'Ghi chú: Người tham gia tra cứu mã số BHXH tại địa chỉ: https://baohiemxahoi.gov.vn.',
  foot: 'BẢN THỰC HÀNH – dữ liệu không có thật, không có giá trị pháp lý',
} as const

/** The same content as our own paper of a sign-up, line by line. */
export function tk1Lines({ person, household, commune, ...signUp }: SignUp): Tk1Line[] {
  const { birth, sex } = person
  const place = person.birthPlace
  const line = (label: string, value: string | null | undefined = ''): Tk1Line => ({
    label,
    value: value ?? '',
  })
  return [
    line('I. Áp dụng đối với người tham gia tra cứu không thấy mã số BHXH do cơ quan BHXH cấp'),
    line('[01]. Họ và tên (viết chữ in hoa):', person.name.toLocaleUpperCase('vi')),
    line('[02]. Giới tính:', sex === 'male' ? 'Nam' : 'Nữ'),
    line('[03]. Ngày, tháng, năm sinh:', formatDate(birth.date, birth.precision)),
    line('[04]. Quốc tịch:', person.nationality),
    line('[05]. Dân tộc:', person.ethnicity),
    line('[06]. Số CCCD/ĐDCN/Hộ chiếu:', person.personalNumber),
    line('[07]. Điện thoại:', person.phone),
    line('[08]. Email (nếu có):', person.email),
    line('[09]. Nơi đăng ký khai sinh: [09.1]. Xã:', place?.commune),
    line('[09.2]. Huyện:', place?.district),
    line('[09.3]. Tỉnh:', place?.province),
    line('[10]. Họ tên cha/mẹ/giám hộ (đối với trẻ em dưới 6 tuổi):'),
    line('[11]. Địa chỉ nhận kết quả: [11.1]. Số nhà, đường/phố, thôn/xóm:', household.address),
    line('[11.2]. Xã:', commune.name),
    line('[11.3]. Huyện:'),
    line('[11.4].Tỉnh:', 'Thành phố Hà Nội'),
    line(
      '[12]. Kê khai Phụ lục Thành viên hộ gia đình (phụ lục kèm theo) đối với người tham gia tra cứu không thấy mã số BHXH và người tham gia BHYT theo hộ gia đình để giảm trừ mức đóng.',
    ),
    line(
      'II. Áp dụng đối với người tham gia đã có mã số BHXH đề nghị đăng ký, điều chỉnh thông tin ghi trên sổ BHXH, thẻ BHYT',
    ),
    line('[13]. Mã số BHXH:', person.insuranceNumber),
    line('[14]. Điều chỉnh thông tin cá nhân:'),
    line('[14.1]. Họ và tên (viết chữ in hoa):'),
    line('[14.2]. Giới tính:'),
    line('[14.3]. Ngày, tháng, năm sinh:', '...... / ...... / ...........'),
    line('[14.4]. Nơi đăng ký khai sinh: Xã'),
    line('Huyện:'),
    line('Tỉnh:'),
    line('[14.5]. Số CCCD/ĐDCN/Hộ chiếu:'),
    line('[15]. Mức tiền đóng:', signUp.income === null ? '' : formatMoney(signUp.income, 'đồng')),
    line('[16]. Phương thức đóng:', signUp.method && sayMethod(signUp.method)),
    line('[17]. Nơi đăng ký khám, chữa bệnh ban đầu:', person.careFacility),
    line('[18]. Nội dung thay đổi, yêu cầu khác:'),
    line('[19]. Hồ sơ kèm theo (nếu có):'),
  ]
}

/** Where and when a paper is signed. */
export function tk1Day({ signedOn }: SignUp): string {
  const [year, month, day] = signedOn.split('-')
  return `Hà Nội, ngày ${day} tháng ${month} năm ${year}`
}

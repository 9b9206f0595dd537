/** What the sheet with the recovery code shows; `recoveryCode` in groups joined by `-`, `madeOn` an ISO day. */
export type RecoverySheet = {
  officeName: string
  unitCode: string
  recoveryCode: string
  madeOn: string
  practice: boolean
}

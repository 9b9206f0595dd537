import { adminTexts } from './messages/ui-admin.ts'
import { commonTexts, shellTexts, signInTexts } from './messages/ui-app.ts'
import { uiBackup } from './messages/ui-backup.ts'
import { batchTexts } from './messages/ui-batch.ts'
import {
  cityDaysTexts,
  cityReceiveTexts,
  cityRepliesTexts,
  cityTexts,
  cityTotalsTexts,
} from './messages/ui-city.ts'
import { conferenceEventTexts, conferenceTexts } from './messages/ui-conferences.ts'
import { enrolTexts } from './messages/ui-enrol.ts'
import { keyTexts } from './messages/ui-keys.ts'
import { overviewPlaces, overviewTexts, targetsTexts } from './messages/ui-overview.ts'
import { paperTexts } from './messages/ui-paper.ts'
import { periodTexts } from './messages/ui-periods.ts'
import { personTexts, similarTexts } from './messages/ui-person.ts'
import { policyTexts } from './messages/ui-policy.ts'
import { privacyTexts } from './messages/ui-privacy.ts'
import { quoteTexts } from './messages/ui-quote.ts'
import { registerTexts } from './messages/ui-register.ts'
import { renewalTexts } from './messages/ui-renewals.ts'
import { rosterTexts } from './messages/ui-roster.ts'
import { scanTexts } from './messages/ui-scan.ts'
import { sheetTexts } from './messages/ui-sheets.ts'
import { summaryTexts, verifyTexts } from './messages/ui-summary.ts'
import { termTexts } from './messages/ui-terms.ts'
import { wizardTexts } from './messages/ui-wizard.ts'

/** Every text of the screens in both languages, by screen; said through `fill`. */
export const texts = {
  common: commonTexts,
  terms: termTexts,
  shell: shellTexts,
  signIn: signInTexts,
  wizard: wizardTexts,
  enrol: enrolTexts,
  scan: scanTexts,
  conferences: conferenceTexts,
  conferenceEvents: conferenceEventTexts,
  roster: rosterTexts,
  register: registerTexts,
  person: personTexts,
  similar: similarTexts,
  renewals: renewalTexts,
  paper: paperTexts,
  batch: batchTexts,
  policy: policyTexts,
  privacy: privacyTexts,
  admin: adminTexts,
  backup: uiBackup,
  overview: overviewTexts,
  targets: targetsTexts,
  overviewPlaces,
  quote: quoteTexts,
  sheets: sheetTexts,
  summary: summaryTexts,
  periods: periodTexts,
  verify: verifyTexts,
  keys: keyTexts,
  city: cityTexts,
  cityReceive: cityReceiveTexts,
  cityDays: cityDaysTexts,
  cityTotals: cityTotalsTexts,
  cityReplies: cityRepliesTexts,
} as const

import type { Desk } from './desk.ts'
import { backupHandlers } from './handlers/backup-handlers.ts'
import { cameraHandlers } from './handlers/camera-handlers.ts'
import { cityHandlers } from './handlers/city-handlers.ts'
import { conferenceHandlers } from './handlers/conference-handlers.ts'
import type { Handlers } from './handlers/handler.ts'
import { lifeHandlers } from './handlers/life-handlers.ts'
import { appHandlers, officeHandlers } from './handlers/office-handlers.ts'
import { overviewHandlers } from './handlers/overview-handlers.ts'
import { paperHandlers } from './handlers/paper-handlers.ts'
import { periodHandlers } from './handlers/period-handlers.ts'
import { policyHandlers } from './handlers/policy-handlers.ts'
import { privacyHandlers } from './handlers/privacy-handlers.ts'
import { quoteHandlers } from './handlers/quote-handlers.ts'
import { registryHandlers } from './handlers/registry-handlers.ts'
import { renewalHandlers } from './handlers/renewal-handlers.ts'
import { signingHandlers } from './handlers/signing-handlers.ts'
import { staffHandlers } from './handlers/staff-handlers.ts'
import { workHandlers } from './handlers/work-handlers.ts'

export type { Handlers } from './handlers/handler.ts'

/** Ties every call to its use case. */
export function makeHandlers(desk: Desk): Handlers {
  return {
    ...appHandlers(desk),
    ...officeHandlers(desk),
    ...workHandlers(desk),
    ...signingHandlers(desk),
    ...conferenceHandlers(desk),
    ...lifeHandlers(desk),
    ...registryHandlers(desk),
    ...renewalHandlers(desk),
    ...overviewHandlers(desk),
    ...paperHandlers(desk),
    ...quoteHandlers(desk),
    ...periodHandlers(desk),
    ...policyHandlers(desk),
    ...privacyHandlers(desk),
    ...cameraHandlers(desk),
    ...staffHandlers(desk),
    ...backupHandlers(desk),
    ...cityHandlers(desk),
  }
}

import {
  addTrust,
  describeSigning,
  describeTokens,
  inspectKey,
  installIssued,
  introduceCertificate,
  makeRequest,
  useDriver,
  useStampServer,
} from '../certificates.ts'
import type { Desk } from '../desk.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of signing keys, certificates and trust. */
export function signingHandlers(desk: Desk) {
  return {
    'signing.overview': async () => describeSigning(desk, atWork(desk).office),
    'signing.inspect': async (order) => inspectKey(desk, atWork(desk).office, order),
    'signing.tokens': async () => describeTokens(desk, atWork(desk).office),
    'signing.useDriver': async (order) => useDriver(desk, atWork(desk).office, order),
    'signing.useStampServer': async (order) => useStampServer(desk, atWork(desk).office, order),
    'signing.request': async (order) => {
      const { office, actor } = atWork(desk)
      return makeRequest(desk, office, actor, order)
    },
    'signing.install': async (order) => {
      const { office, actor } = atWork(desk)
      return installIssued(desk, office, actor, order)
    },
    'signing.introduce': async (order) => {
      const { office, actor } = atWork(desk)
      return introduceCertificate(desk, office, actor, order)
    },
    'trust.add': async (order) => {
      const { office, actor } = atWork(desk)
      return addTrust(desk, office, actor, order)
    },
  } satisfies Partial<Handlers>
}

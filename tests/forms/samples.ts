import type { FormJob } from '#core/forms.ts'
import { annex, bigAnnex, bigMau4, emptyAnnex, emptyMau4, mau4 } from './samples/household.ts'
import { awkwardMau2, emptyMau2, mau2 } from './samples/mau-2.ts'
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
}

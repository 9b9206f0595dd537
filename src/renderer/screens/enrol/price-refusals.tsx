import { Anchor } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useContext } from 'react'
import type { Priced } from '#core/contract.ts'
import { sayProblem } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useLanguage, useSay } from '../../language.tsx'
import { GoTo } from '../shell/go-to.ts'
import css from './enrol.module.css'

/** Why a scheme of a row has no amount, in the words of the rule that refused it. */
export function PriceRefusals({ priced }: { priced: Priced['members'][number] | undefined }) {
  const say = useSay()
  const language = useLanguage()
  const go = useContext(GoTo)
  const refused = [
    ['bhxh-tn', priced?.bhxh?.problem],
    ['bhyt-hgd', priced?.bhyt?.problem],
  ] as const
  return refused.map(
    ([scheme, problem]) =>
      problem && (
        <p key={scheme} className={css.refusal} role="status">
          <IconAlertTriangle size={15} aria-hidden />
          {say(texts.terms.schemeShort[scheme])}: {sayProblem(problem, language)}{' '}
          {problem.code === 'yield.missing' && (
            <Anchor component="button" type="button" size="sm" onClick={() => go('policy')}>
              {say(texts.policy.goThere)} (F10)
            </Anchor>
          )}
        </p>
      ),
  )
}

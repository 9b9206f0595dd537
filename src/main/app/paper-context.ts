import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FormCard } from '#core/contract.ts'
import { FormEditions, type FormId, forms } from '#core/forms.ts'
import { type Phrase, phraseOf } from '#core/messages.ts'
import type { PaperContext, PaperRef } from '#core/papers/facts.ts'
import { formSubjects } from '#core/papers/plan.ts'
import type { Ground, Office } from './office.ts'
import { policyOf } from './office-policy.ts'
import { asWritten } from './paper-card.ts'
import { privacyInUse } from './privacy/rules.ts'

/** The editions of this installation with their dates in force. */
export function readEditions({ resources }: Ground): FormEditions {
  const path = join(resources, 'policy', 'form-editions.json')
  return FormEditions.parse(JSON.parse(readFileSync(path, 'utf8')))
}

/** What the papers of an office stand on. */
export function paperContext(
  office: Office,
  marks: Pick<PaperContext, 'checkAgainstOfficial' | 'blank'>,
): PaperContext {
  const { code, name, practice } = office.row
  return {
    office: { code, name, practice },
    policy: policyOf(office),
    editions: readEditions(office.ground),
    privacy: privacyInUse(office),
    ...marks,
  }
}

/** Every form that can be printed, in the order of the list of forms. */
export function listForms(ground: Ground): FormCard[] {
  const rows = readEditions(ground)
  return (Object.keys(forms) as FormId[]).map((form) => {
    const { code, title, paper } = forms[form]
    const editions = rows
      .filter((row) => row.form === form)
      .map(({ edition, from, to, source, confirmed, notice }) => ({
        edition: edition as FormCard['editions'][number]['edition'],
        from,
        to,
        source,
        confirmed,
        notice,
      }))
    return { form, code, title, paper, about: formSubjects[form], editions }
  })
}

/** What is to be known of the editions used, each sentence once: what was not compared, what we chose. */
export function editionNotices(
  editions: FormEditions,
  papers: readonly Pick<PaperRef, 'form' | 'edition'>[],
): Phrase[] {
  const used = new Set(papers.map(({ form, edition }) => `${form} ${edition}`))
  const said = editions.flatMap(({ form, edition, notice }) =>
    notice !== null && used.has(`${form} ${edition}`)
      ? [asWritten(`${forms[form].code}: ${notice}`)]
      : [],
  )
  const hasMau2 = papers.some(({ form }) => form === 'mau-2')
  return hasMau2 ? [...said, phraseOf({ code: 'paper.card-by' })] : said
}

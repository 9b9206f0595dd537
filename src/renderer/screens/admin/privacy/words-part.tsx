import { Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { PrivacyRead } from '#core/contract.ts'
import type { RetentionKind } from '#core/privacy/rules.ts'
import { texts } from '#core/texts.ts'
import { useAct, useCall } from '../../../api.ts'
import { BoxRow, TextBox } from '../../../components/box.tsx'
import { EnterForm } from '../../../components/enter-form.tsx'
import { FormButtons } from '../../../components/form-buttons.tsx'
import { HeadBoxes, useHeadWord } from '../../../components/head-boxes.tsx'
import { Answer, Failed, Notice, Sheet } from '../../../components/page.tsx'
import { useSay } from '../../../language.tsx'

const { privacy } = texts

/** What people are told, whom they turn to, and how long records are kept; the head's to change. */
export function WordsPart() {
  const say = useSay()
  const query = useCall('privacy.read', {}, { fresh: true })
  return (
    <Sheet title={say(privacy.tabs.words)}>
      <Answer query={query}>
        {(read) => (
          <WordsForm
            key={JSON.stringify(read.regimes.map((r) => r.notice.version))}
            read={read}
            onSaved={() => void query.refetch()}
          />
        )}
      </Answer>
    </Sheet>
  )
}

type WordsProps = { read: PrivacyRead; onSaved: () => void }

function WordsForm({ read, onSaved }: WordsProps) {
  const say = useSay()
  const form = useWords(read, onSaved)
  const { typed, set, word } = form
  return (
    <EnterForm label={say(privacy.tabs.words)} onSubmit={form.save}>
      <Stack gap="sm">
        <TextBox
          label={say(privacy.officeContact)}
          value={typed.contact}
          onChange={(contact) => set({ contact })}
          maxLength={300}
        />
        {read.regimes.map((regime) => (
          <Stack key={regime.id} gap={6}>
            <Title order={3} size="h4">
              {regime.law}
            </Title>
            {!regime.ownNotice && (
              <Text size="sm">{say(privacy.draft, { status: regime.status })}</Text>
            )}
            {(['notice', 'consent'] as const).map((kind) => (
              <TextBox
                key={kind}
                label={say(kind === 'notice' ? privacy.noticeText : privacy.consentText)}
                spoken={`${say(kind === 'notice' ? privacy.noticeText : privacy.consentText)} – ${regime.law}`}
                echo={say(privacy.version, { version: regime[kind].version })}
                lines={kind === 'notice' ? 7 : 3}
                value={typed.words[`${regime.id}.${kind}`] ?? ''}
                onChange={(text) =>
                  set({ words: { ...typed.words, [`${regime.id}.${kind}`]: text } })
                }
                maxLength={8000}
              />
            ))}
          </Stack>
        ))}
        <Terms read={read} months={typed.months} onChange={(months) => set({ months })} />
        <HeadBoxes word={word} />
        {form.error && <Failed error={form.error} />}
        {form.isSaved && (
          <div role="status">
            <Notice tone="leaf">{say(privacy.saved)}</Notice>
          </div>
        )}
        <FormButtons busy={form.saving} />
      </Stack>
    </EnterForm>
  )
}

type Term = { months: string; source: string }
type TermTable = Partial<Record<RetentionKind, Term>>

function Terms({
  read,
  months,
  onChange,
}: {
  read: PrivacyRead
  months: TermTable
  onChange: (months: TermTable) => void
}) {
  const say = useSay()
  return (
    <Stack gap={6}>
      <Title order={3} size="h4">
        {say(privacy.terms)}
      </Title>
      <Text size="sm">{say(privacy.termHint)}</Text>
      {read.retention.map(({ kind, what, source, confirmed }) => {
        const term = months[kind] ?? { months: '', source }
        const set = (change: Partial<Term>) =>
          onChange({ ...months, [kind]: { ...term, ...change } })
        return (
          <BoxRow key={kind}>
            <TextBox
              label={`${what}${confirmed ? '' : ` (${say(privacy.unconfirmed)})`}`}
              spoken={`${what} – ${say(privacy.months)}`}
              width={20}
              grow={0}
              inputMode="numeric"
              placeholder={say(privacy.keepsAll)}
              value={term.months}
              onChange={(text) => set({ months: text.replace(/\D/g, '') })}
              maxLength={4}
            />
            <TextBox
              label={say(privacy.source)}
              spoken={`${what} – ${say(privacy.source)}`}
              value={term.source}
              onChange={(text) => set({ source: text })}
              maxLength={300}
            />
          </BoxRow>
        )
      })}
    </Stack>
  )
}

function useWords(read: PrivacyRead, onSaved: () => void) {
  const act = useAct('privacy.save')
  const word = useHeadWord({ asksWhy: false })
  const [typed, setTyped] = useState(() => ({
    contact: read.contact,
    words: Object.fromEntries(
      read.regimes.flatMap(({ id, notice, consent }) => [
        [`${id}.notice`, notice.paragraphs.join('\n')],
        [`${id}.consent`, consent.text],
      ]),
    ) as Record<string, string>,
    months: Object.fromEntries(
      read.retention.map(({ kind, months, source }) => [
        kind,
        { months: months === null ? '' : String(months), source },
      ]),
    ) as TermTable,
  }))
  return {
    typed,
    word,
    set: (change: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...change })),
    error: act.error,
    saving: act.isPending,
    isSaved: act.isSuccess,
    save: () => {
      const head = word.read()
      if (head === null) return
      const { reason: _, ...confirmed } = head
      const wordings = Object.entries(typed.words).flatMap(([key, text]) => {
        const [regime = '', kind] = key.split('.')
        return text.trim() === '' ? [] : [{ regime, kind: kind as 'notice' | 'consent', text }]
      })
      const order = { contact: typed.contact, retention: termsOf(typed.months), wordings }
      act.mutate({ ...order, ...confirmed }, { onSuccess: onSaved })
    },
  }
}

/** Terms that were entered; an empty number keeps the records and confirms nothing. */
function termsOf(months: TermTable) {
  return Object.fromEntries(
    Object.entries(months).flatMap(([kind, { months: n, source }]) =>
      n === '' || source.trim() === '' ? [] : [[kind, { months: Number(n), source }]],
    ),
  )
}

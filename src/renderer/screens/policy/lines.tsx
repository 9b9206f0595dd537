import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { PolicyRead } from '#core/contract.ts'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { BoxRow, ChoiceBox, TextBox } from '../../components/box.tsx'
import { DateBox } from '../../components/date-box.tsx'
import { useSay } from '../../language.tsx'
import { type LineTable, groups as supportGroups } from './draft.ts'
import css from './policy.module.css'
import type { PolicyEditing } from './use-policy.ts'

const { policy } = texts

type LinesProps = {
  form: PolicyEditing
  table: LineTable
  title: Phrase
  children: (
    path: string,
    index: number,
    set: (change: Record<string, string>) => void,
  ) => ReactNode
}

/** A table of typed lines with its buttons to add and remove. */
function Lines({ form, table, title, children }: LinesProps) {
  const say = useSay()
  return (
    <fieldset className={css.part}>
      <legend>{say(title)}</legend>
      {form.typed[table].map(({ key }, index) => (
        <div key={key} className={css.line}>
          <BoxRow>
            {children(`${table}.${index}`, index, (change) => form.change(table, index, change))}
          </BoxRow>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${say(title)}: ${say(policy.removeLine, { n: index + 1 })}`}
            onClick={() => form.remove(table, index)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        aria-label={`${say(policy.add)}: ${say(title)}`}
        onClick={() => form.add(table)}
      >
        {say(policy.add)}
      </Button>
    </fieldset>
  )
}

/** The yields published for years ahead. */
export function YieldLines({ form }: { form: PolicyEditing }) {
  const say = useSay()
  return (
    <Lines form={form} table="yields" title={policy.yields}>
      {(path, index, set) => {
        const line = form.typed.yields[index]
        const year = Number(line?.year)
        return (
          line && (
            <>
              <TextBox
                {...form.box(`${path}.year`)}
                width={9}
                grow={0}
                inputMode="numeric"
                maxLength={4}
                echo={year >= 2007 ? say(policy.yieldFor, { year: year + 1 }) : undefined}
                echoAt="below"
                value={line.year}
                onChange={(typed) => set({ year: typed })}
              />
              <TextBox
                {...form.box(`${path}.percent`)}
                width={7}
                grow={0}
                maxLength={10}
                value={line.percent}
                onChange={(percent) => set({ percent })}
              />
              <TextBox
                {...form.box(`${path}.source`)}
                label={say(policy.announcement)}
                width={20}
                maxLength={200}
                value={line.source}
                onChange={(source) => set({ source })}
              />
            </>
          )
        )
      }}
    </Lines>
  )
}

type SpanProps = {
  form: PolicyEditing
  path: string
  line: { from: string; to: string }
  today: string
  set: (change: Record<string, string>) => void
}

function Span({ form, path, line, today, set }: SpanProps) {
  return (['from', 'to'] as const).map((end) => (
    <DateBox
      key={end}
      {...form.box(`${path}.${end}`)}
      width={8}
      grow={0}
      today={today}
      value={line[end]}
      onChange={(day) => set({ [end]: day })}
    />
  ))
}

function Resolution({
  form,
  path,
  line,
  set,
}: Omit<SpanProps, 'line' | 'today'> & { line: { source: string } }) {
  const say = useSay()
  return (
    <TextBox
      {...form.box(`${path}.source`)}
      label={say(policy.resolution)}
      width={16}
      maxLength={200}
      value={line.source}
      onChange={(source) => set({ source })}
    />
  )
}

/** Local support of BHXH tự nguyện by group. */
export function SupportLines({ form, today }: { form: PolicyEditing; today: string }) {
  return (
    <Lines form={form} table="localSupport" title={policy.local}>
      {(path, index, set) => {
        const line = form.typed.localSupport[index]
        return (
          line && (
            <>
              <Span form={form} path={path} line={line} today={today} set={set} />
              {supportGroups.map((group) => (
                <TextBox
                  key={group}
                  {...form.box(`${path}.${group}`)}
                  label={`${form.box(`${path}.${group}`).label} %`}
                  width={7}
                  maxLength={8}
                  value={line[group]}
                  onChange={(rate) => set({ [group]: rate })}
                />
              ))}
              <Resolution form={form} path={path} line={line} set={set} />
            </>
          )
        )
      }}
    </Lines>
  )
}

type HealthProps = { form: PolicyEditing; today: string; groups: PolicyRead['groups'] }

/** Local support of BHYT, one group a line. */
export function HealthLines({ form, today, groups }: HealthProps) {
  const say = useSay()
  return (
    <Lines form={form} table="healthSupport" title={policy.health}>
      {(path, index, set) => {
        const line = form.typed.healthSupport[index]
        return (
          line && (
            <>
              <Span form={form} path={path} line={line} today={today} set={set} />
              <ChoiceBox
                {...form.box(`${path}.group`)}
                width={14}
                value={line.group}
                options={groups.map(({ group, label }) => ({ value: group, label }))}
                empty={say(texts.common.choose)}
                onChange={(group) => set({ group })}
              />
              <TextBox
                {...form.box(`${path}.percent`)}
                label={say(policy.supportPercent)}
                width={7}
                grow={0}
                maxLength={8}
                value={line.percent}
                onChange={(percent) => set({ percent })}
              />
              <Resolution form={form} path={path} line={line} set={set} />
            </>
          )
        )
      }}
    </Lines>
  )
}

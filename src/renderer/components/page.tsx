import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Phrase } from '#core/messages.ts'
import { texts } from '#core/texts.ts'
import { useSay, useSayError } from '../language.tsx'
import css from './page.module.css'

/** `fill` keeps the page as high as the window, for a table that scrolls inside it. */
type PageProps = { title: Phrase; aside?: ReactNode; fill?: boolean; children: ReactNode }

/** A screen: its heading, what stands beside it, and the content. */
export function Page({ title, aside, fill, children }: PageProps) {
  const say = useSay()
  return (
    <div className={css.page} data-fill={fill}>
      <Group justify="space-between" className={css.head} gap="sm">
        <Title order={1}>{say(title)}</Title>
        {aside}
      </Group>
      {children}
    </div>
  )
}

/** A white sheet with an optional heading, the ground of every form and table. */
export function Sheet({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={css.sheet} aria-label={title}>
      {title && (
        <Title order={2} className={css.sheetTitle}>
          {title}
        </Title>
      )}
      {children}
    </section>
  )
}

/** Says that something is being read. */
export function Loading({ label }: { label?: string }) {
  const say = useSay()
  return (
    <Group className={css.state} role="status" gap="xs">
      <Loader size="sm" aria-hidden />
      <Text size="sm">{label ?? say(texts.common.loading)}</Text>
    </Group>
  )
}

/** Says that there is nothing here yet, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack className={css.empty} align="center" gap={6}>
      <Text fw={600}>{title}</Text>
      {children}
    </Stack>
  )
}

/** The sentence of a failed call, with a way to try again where there is one. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useSay()
  const sayError = useSayError()
  return (
    <Alert
      color="lacquer"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={say(texts.common.failed)}
    >
      <Text size="sm">{sayError(error)}</Text>
      {retry && (
        <Button mt="xs" variant="default" onClick={retry}>
          {say(texts.common.tryAgain)}
        </Button>
      )}
    </Alert>
  )
}

/** A remark that must be seen but stops nothing. */
export function Notice({
  children,
  tone = 'lamp',
}: {
  children: ReactNode
  tone?: 'lamp' | 'leaf'
}) {
  const Icon = tone === 'leaf' ? IconCircleCheck : IconInfoCircle
  return (
    <Alert color={tone} icon={<Icon aria-hidden />} className={css.notice} p="xs">
      <Text size="sm" component="div">
        {children}
      </Text>
    </Alert>
  )
}

/** What a call is doing: loading, failed, or its answer. */
export function Answer<T>({
  query,
  children,
}: {
  query: { data: T | undefined; error: unknown; refetch: () => unknown }
  children: (answer: T) => ReactNode
}) {
  if (query.error) return <Failed error={query.error} retry={() => query.refetch()} />
  if (query.data === undefined) return <Loading />
  return children(query.data)
}

import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useState } from 'react'
import css from './box.module.css'

const classNames = {
  root: css.root,
  label: css.label,
  wrapper: css.wrapper,
  input: css.input,
  description: css.echo,
  error: css.error,
}

/**
 * What every box of a form shares: `path` names it in error lists, `error` is what is wrong with
 * its content now, `strict` shows that even before the clerk has been there; `width` in rem.
 */
export type BoxProps = {
  label: string
  path?: string
  error?: string | null | undefined
  strict?: boolean | undefined
  echo?: ReactNode
  /** Whether the echo stands on the label's line or, while the box is in use, below it. */
  echoAt?: 'label' | 'below'
  width?: number
  grow?: number
  disabled?: boolean
  /** The name of the box for screen readers, where the visible label leaves out what stands around it. */
  spoken?: string
}

/** How wide a box is; used by the boxes and by whatever stands beside them in a row. */
export function boxStyle(width?: number, grow?: number): CSSProperties {
  return {
    ...(width !== undefined && { '--box-width': `${width}rem` }),
    ...(grow !== undefined && { '--box-grow': grow }),
  } as CSSProperties
}

/** Boxes beside each other; they share the width and wrap when there is too little of it. */
export function BoxRow({
  className,
  children,
}: {
  className?: string | undefined
  children: ReactNode
}) {
  return <div className={className ? `${css.row} ${className}` : css.row}>{children}</div>
}

/** The Mantine props that all boxes have in common. */
function shared({ label, path, echo, echoAt, width, grow, disabled, spoken }: BoxProps) {
  return {
    classNames:
      echoAt === 'below' ? { ...classNames, description: `${css.echo} ${css.below}` } : classNames,
    label,
    'data-path': path,
    ...(spoken && { 'aria-label': spoken }),
    description: echo,
    style: boxStyle(width, grow),
    disabled: disabled ?? false,
    autoComplete: 'off',
    spellCheck: false,
  }
}

/** The error of a narrow box in full, below it; screen readers have it from the box itself. */
function withWhole(error: string | null) {
  return (input: ReactNode) => (
    <>
      {input}
      {error && error.length > 20 && (
        <span aria-hidden className={css.whole}>
          {error}
        </span>
      )}
    </>
  )
}

/** Shows what is wrong once the clerk has left the box, not while the first letters are typed. */
function useShownError({ error, strict }: BoxProps, value: string) {
  const [left, setLeft] = useState(false)
  const shown = strict || (left && value !== '')
  return { error: shown && error ? error : null, leave: () => setLeft(true) }
}

export type TextBoxProps = BoxProps & {
  value: string
  onChange: (value: string) => void
  onLeave?: () => void
  onKey?: (event: KeyboardEvent) => void
  inputMode?: 'text' | 'numeric' | 'tel'
  placeholder?: string
  secret?: boolean
  maxLength?: number
  lines?: number
  autoFocus?: boolean
  /** The list of suggestions this box steers, for screen readers. */
  list?: { id: string; active: string | undefined }
}

const ariaOfList = (list: TextBoxProps['list']) =>
  list && {
    role: 'combobox',
    'aria-expanded': true,
    'aria-autocomplete': 'list' as const,
    'aria-controls': list.id,
    'aria-activedescendant': list.active,
  }

/** A box for text; what is typed is never rewritten while it is being typed. */
export function TextBox(props: TextBoxProps) {
  const { error, leave } = useShownError(props, props.value)
  const common = {
    ...shared(props),
    value: props.value,
    error,
    inputContainer: withWhole(error),
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    'data-autofocus': props.autoFocus || undefined,
    onKeyDown: props.onKey,
    ...ariaOfList(props.list),
    onBlur: () => {
      leave()
      props.onLeave?.()
    },
  }
  if (props.lines) {
    return (
      <Textarea
        {...common}
        classNames={{ ...classNames, input: `${css.input} ${css.area}` }}
        rows={props.lines}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      {...common}
      type={props.secret ? 'password' : 'text'}
      inputMode={props.inputMode}
      autoFocus={props.autoFocus}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}

export type ChoiceBoxProps<V extends string> = BoxProps & {
  value: V | ''
  options: readonly { value: V; label: string }[]
  onChange: (value: V) => void
  empty?: string
  autoFocus?: boolean
}

/** A box for one of a few values; typing the first letters or the number picks one. */
export function ChoiceBox<V extends string>(props: ChoiceBoxProps<V>) {
  const { error, leave } = useShownError(props, props.value)
  const blank = props.empty !== undefined ? [{ value: '', label: props.empty }] : []
  return (
    <NativeSelect
      {...shared(props)}
      data={[...blank, ...props.options]}
      data-autofocus={props.autoFocus || undefined}
      value={props.value}
      error={error}
      onBlur={leave}
      onChange={(event) => props.onChange(event.currentTarget.value as V)}
    />
  )
}

type Item = { value: string; label: string }

export type SearchBoxProps = BoxProps & {
  value: string | null
  onChange: (value: string | null) => void
  items: Item[]
  /** The items that fit what is typed, the best first. */
  find: (items: Item[], typed: string) => Item[]
  nothing: string
  placeholder?: string
}

/**
 * A box that finds one of many values while its name is typed. Enter takes the marked one or else
 * the best, also when it comes faster than the list opens; Tab takes the only one.
 */
export function SearchBox(props: SearchBoxProps) {
  const { items, find, value, onChange } = props
  const { error, leave } = useShownError(props, value ?? '')
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const take = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['Enter', 'Tab'].includes(event.key)) return
    const chosen = items.find((item) => item.value === value)
    if (typed === '' || typed === chosen?.label) return
    const found = find(items, typed)
    const best = event.key === 'Enter' || found.length === 1 ? found[0] : undefined
    if (!best) return
    onChange(best.value)
    setOpen(false)
    // In the last box of a form Enter only chooses; the next one sends it.
    if (event.key === 'Enter') event.preventDefault()
  }
  return (
    <Select
      {...shared(props)}
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      allowDeselect={false}
      data={items}
      filter={({ options, search }) => find(options as Item[], search)}
      nothingFoundMessage={props.nothing}
      placeholder={props.placeholder}
      value={value}
      error={error}
      onBlur={leave}
      onChange={onChange}
      onSearchChange={setTyped}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onKeyDown={take}
      maxDropdownHeight={280}
    />
  )
}

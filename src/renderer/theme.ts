import { createTheme, type MantineColorsTuple } from '@mantine/core'

const river: MantineColorsTuple = [
  '#eef6f8',
  '#d9eaef',
  '#b3d4de',
  '#88bccb',
  '#5aa1b5',
  '#2f8299',
  '#176a83',
  '#0e566c',
  '#0b4558',
  '#083344',
]

const lacquer: MantineColorsTuple = [
  '#fef3f2',
  '#fde3e0',
  '#f9c3bd',
  '#f09a90',
  '#e26b5d',
  '#cf4434',
  '#b42a1b',
  '#9a2014',
  '#7d1a11',
  '#5f140d',
]

const leaf: MantineColorsTuple = [
  '#eef9f1',
  '#d7f0de',
  '#aedfbc',
  '#80cb96',
  '#52b171',
  '#2c8f50',
  '#1a7540',
  '#125e32',
  '#0e4b29',
  '#0a3a20',
]

const lamp: MantineColorsTuple = [
  '#fff8e8',
  '#ffedc7',
  '#fddb90',
  '#f8c255',
  '#eda622',
  '#c98209',
  '#9c6104',
  '#7d4d05',
  '#633d07',
  '#4c2f07',
]

/** The look of the app: calm deep teal, warm accent, compact, contrast of at least 4.5 to 1. */
export const theme = createTheme({
  colors: { river, lacquer, leaf, lamp },
  primaryColor: 'river',
  primaryShade: 7,
  black: '#15212b',
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.1875rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Table: { defaultProps: { verticalSpacing: 5, horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400 } },
    Modal: { defaultProps: { transitionProps: { duration: 0 } } },
    // Lists open inside the main landmark, where screen readers expect them.
    Select: {
      defaultProps: {
        comboboxProps: { transitionProps: { duration: 0 }, portalProps: { target: 'main' } },
      },
    },
  },
})

import { createContext } from 'react'
import type { Place } from './navigation.tsx'

/** Opens another screen, for parts deep inside one. */
export const GoTo = createContext<(place: Place) => void>(() => {})

import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The folder of the checkout (absolute). */
export const projectDir = resolve(import.meta.dirname, '../..')

/** The tools npm installed for this checkout (absolute). */
export const toolsDir = join(projectDir, 'node_modules')

/** Everything the scripts make for people to look at: builds, reports, pictures (absolute, not committed). */
export const outDir = join(projectDir, 'out')

/** What is fetched or compiled once for all checkouts of this user (absolute). */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'raquan')

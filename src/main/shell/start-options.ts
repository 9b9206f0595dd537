/** What the command line and the environment can set when the app starts. */
export type StartOptions = {
  dataDir: string | null
  userData: string | null
  /** ISO instant the clock starts from; only a development build listens to it. */
  clock: string | null
  nativeBinding: string | undefined
}

/** Reads `--data=DIR`, `--user-data=DIR` and, in development only, RAQUAN_CLOCK and RAQUAN_SQLITE_BINDING. */
export function startOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  packaged: boolean,
): StartOptions {
  const value = (name: string) =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) || null
  return {
    dataDir: value('data'),
    userData: value('user-data'),
    clock: packaged ? null : (env.RAQUAN_CLOCK ?? null),
    nativeBinding: packaged ? undefined : env.RAQUAN_SQLITE_BINDING,
  }
}

/** A clock that runs from an instant, or the real one. */
export function clockFrom(instant: string | null): () => Date {
  if (instant === null) return () => new Date()
  const shift = Date.parse(instant) - Date.now()
  return () => new Date(Date.now() + shift)
}

/** Tells the instant. Handed down from the entry point; nothing below it reads the system's clock. */
export type Clock = () => Date

/** Fills `size` bytes that nobody can predict. Handed down like the clock. */
export type Random = (size: number) => Uint8Array

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** The instant `ms` later. */
export const later = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms)

/** Whole seconds since 1970, the form of DynamoDB's time-to-live attribute. */
export const epochS = (instant: Date): number => Math.floor(instant.getTime() / 1000)

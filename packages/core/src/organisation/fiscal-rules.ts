/**
 * The last day of the fiscal quarter a day lies in. `day` and the answer are dates (`2026-11-22`); `startMonth` (1 to 12) is the
 * month a fiscal year begins with.
 */
export function fiscalQuarterEnd(day: string, startMonth: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const monthsIn = (month - startMonth + 12) % 3
  // Day 0 of the month after the quarter is the quarter's last one.
  return new Date(Date.UTC(year, month - monthsIn + 2, 0)).toISOString().slice(0, 10)
}

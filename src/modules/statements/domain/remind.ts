const dayLength = 86_400_000

/** Whole days from one day to another. */
export const daysUntil = (today: string, dueOn: string): number =>
  Math.round((Date.parse(dueOn) - Date.parse(today)) / dayLength)

/** Reminded is three days and one day before, so that a weekend does not swallow both. */
export const isRemindingDay = (today: string, dueOn: string): boolean => [3, 1].includes(daysUntil(today, dueOn))

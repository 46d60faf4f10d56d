/** The same day of the week before, both `YYYY-MM-DD`: what “本周” is compared with. */
export const weekBefore = (today: string): string =>
  new Date(Date.parse(today) - 7 * 86_400_000).toISOString().slice(0, 10)

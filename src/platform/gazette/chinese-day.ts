/** `2026-03-02` as `2026年3月2日`: Arabic digits without leading zeros (GB/T 9704-2012 7.3.5). */
export const chineseDay = (on: string): string => on.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/u, '$1年$2月$3日')

export { chineseDay } from '#kernel/day.ts'

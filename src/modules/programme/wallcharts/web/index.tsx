export { wallchartsWeb } from './module.ts'
export { SmallChart } from './small-chart.tsx'

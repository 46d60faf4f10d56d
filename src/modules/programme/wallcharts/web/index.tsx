export { wallchartScreens } from './routes.tsx'
export { SmallChart } from './small-chart.tsx'

export type { FindablePage } from './page-finds.ts'
export { SearchButton } from './search-button.tsx'

import { type OrderLevel, orderLevelTitles } from '../contract.ts'
import './supervision.css'

/** How hard a case is pressed, in a word. */
export const LevelTag = ({ level }: { level: OrderLevel }) => (
  <span className="level-tag" data-level={level}>
    {orderLevelTitles[level]}
  </span>
)

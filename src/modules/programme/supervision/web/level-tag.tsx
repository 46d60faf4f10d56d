import { levelTitle, type OrderLevel, type Standing } from '../contract.ts'
import './supervision.css'

/** How hard a case is pressed, in a word; who is not led is asked, not pressed. */
export const LevelTag = (of: { level: OrderLevel; standing: Standing }) => (
  <span className="level-tag" data-level={of.level}>
    {levelTitle(of)}
  </span>
)

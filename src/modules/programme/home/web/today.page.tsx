import { Link } from '@tanstack/react-router'
import { useRead } from '#ui/client.ts'
import { Page as Frame, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { homeContract, type TodayView } from '../contract.ts'
import { type DayPart, partsOfDay } from '../domain/day-parts.ts'
import { TodoLine } from './todo-list.tsx'
import './home.css'

type DayTodo = TodayView['todos'][number]

function Part({ part, today, several }: { part: DayPart<DayTodo>; today: string; several: boolean }) {
  return (
    <Sheet title={`${part.title} ${part.todos.length} 件`}>
      <ul>
        {part.todos.map((todo) => (
          <TodoLine
            key={`${todo.programmeId}${todo.kind}${todo.link}${todo.title}`}
            {...{ todo, today, ...(several && { of: todo.programmeTitle }) }}
          />
        ))}
      </ul>
    </Sheet>
  )
}

const openingOf = ({ todos, today }: TodayView): string => {
  const late = todos.filter(({ dueOn }) => dueOn !== null && dueOn < today).length
  return late > 0 ? `${todos.length} 件待办，其中 ${late} 件已过期限。` : `${todos.length} 件待办，都在期限之内。`
}

function Today({ view }: { view: TodayView }) {
  if (view.programmes === 0)
    return (
      <EmptyState title="还没有工作方案，也就没有待办" action={<Link to="/programmes">查看全部方案</Link>}>
        规划发布后，要办的事列在这里。
      </EmptyState>
    )
  if (view.todos.length === 0)
    return <EmptyState title="今天没有待办">要报送、审签、督办、开会、回复批示的事，到时列在这里。</EmptyState>
  return (
    <>
      <p className="opening">{openingOf(view)}</p>
      {partsOfDay(view.todos).map((part) => (
        <Part key={part.title} part={part} today={view.today} several={view.programmes > 1} />
      ))}
    </>
  )
}

/** What a person has to do in every programme of theirs, part by part, the soonest due first. */
export function Page() {
  const today = useRead(homeContract.listToday, {})
  return (
    <Frame title="今日待办" width="reading" meta={today.data && `截至 ${today.data.today}`}>
      <Reading of={today}>{(view) => <Today view={view} />}</Reading>
    </Frame>
  )
}

import { Link } from '@tanstack/react-router'
import type { Todo } from '#kernel/todo.ts'
import { Sheet } from '#ui/page.tsx'

const shown = 10

/** One thing to do, and by when. @param of the programme it belongs to, where there are several */
export function TodoLine({ todo, today, of }: { todo: Todo; today: string; of?: string }) {
  const { title, dueOn, link } = todo
  return (
    <li className="todo">
      <div className="todo-what">
        <Link to={link}>{title}</Link>
        {of !== undefined && <p className="quiet">{of}</p>}
      </div>
      {dueOn !== null && (
        <time dateTime={dueOn} data-past={dueOn < today}>
          {dueOn}
        </time>
      )}
    </li>
  )
}

/** What this person is expected to do next, the soonest due first. */
export function TodoList({ todos, today }: { todos: readonly Todo[]; today: string }) {
  return (
    <Sheet title={todos.length === 0 ? '我的待办' : `我的待办 ${todos.length} 件`}>
      {todos.length === 0 ? (
        <p className="quiet">没有待办。要报送、审签、督办、开会的事，到时列在这里。</p>
      ) : (
        <ul>
          {todos.slice(0, shown).map((todo) => (
            <TodoLine key={`${todo.kind}${todo.link}${todo.title}`} todo={todo} today={today} />
          ))}
        </ul>
      )}
      {todos.length > shown && <p className="quiet">另有 {todos.length - shown} 件，做完上面的再列出。</p>}
    </Sheet>
  )
}

import { Link } from '@tanstack/react-router'

/** A task where a list names it. */
export const Part = ({ id, name }: { id: string; name: string }) => <Link to={`/tasks/${id}`}>{name}</Link>

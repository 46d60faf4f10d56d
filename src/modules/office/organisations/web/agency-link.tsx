import { Link } from '@tanstack/react-router'

/** An agency where a page of another module names it. */
export const Part = ({ id, name }: { id: string; name: string }) => <Link to={`/agencies/${id}`}>{name}</Link>

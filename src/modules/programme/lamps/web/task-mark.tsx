import { TaskLamp } from './task-lamp.tsx'
import './lamps.css'

/** The slot before a task's name. */
export const Part = (task: { programmeId: string; taskId: string }) => <TaskLamp {...task} />

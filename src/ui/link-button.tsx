import { createLink } from '@tanstack/react-router'
import { Button } from 'antd'

/** A place to go that looks like an act: a real link, so that it opens in a new tab as well. */
export const LinkButton = createLink(Button)

import { z } from 'zod'

// The content security policy allows no code made at run time. Said before the first schema is made, zod does not try.
z.config({ jitless: true })

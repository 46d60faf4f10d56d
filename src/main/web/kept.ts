// What modules keep in the browser until the server has it. Loaded with the frame: signing out knows of it on every page.
import '#modules/office/files/web/unsent-files.ts'
import '#modules/programme/reports/web/draft-store.ts'

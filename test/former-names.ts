/** Tables that were called otherwise the migration `names_of_modules`; every other one keeps its name. */
export const called: Record<string, string> = {
  'statements.statement': 'reports.report',
  'statements.draft': 'reports.draft',
  'statements.submission': 'reports.submission',
  'statements.assignment': 'reports.assignment',
  'statements.reporting_setting': 'reporting.reporting_setting',
  'statements.target_source': 'reporting.target_source',
  'statements.outside_value': 'reporting.outside_value',
  'statements.delegation': 'reporting.delegation',
  'statements.question': 'reporting.question',
  'statements.question_answer': 'reporting.question_answer',
  'supervision.plea': 'supervision.request',
  'supervision.stamp': 'supervision.entry',
  'supervision.project_entry': 'ledgers.project_entry',
  'supervision.policy_entry': 'ledgers.policy_entry',
  'supervision.task_note': 'ledgers.task_note',
  'briefings.note': 'notes.note',
  'briefings.note_answer': 'notes.note_answer',
  'briefings.contact': 'organisations.contact',
  'wallcharts.follow': 'oversight.oversight',
  'keeping.retention': 'maintenance.retention',
  'keeping.recipient': 'maintenance.recipient',
}

/** The words of a migration of before with the tables as they are called today, to be tried on a database of today. */
export const asCalledToday = (file: string): string =>
  Object.entries(called).reduce((words, [former, now]) => {
    const [from, to] = [former, now].map((name) =>
      name
        .split('.')
        .map((part) => `"${part}"`)
        .join('.'),
    )
    return words
      .replaceAll(from ?? '', to ?? '')
      .replaceAll(new RegExp(`\\b${former.replace('.', '\\.')}\\b`, 'g'), now)
  }, file)

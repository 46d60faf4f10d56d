-- The jurisdiction that owns a row comes first in every key, index and reference of the counties' tables: two owners may hold
-- the same id, and none reaches into another's rows. Nothing is read anew but the keys themselves, and nothing is dropped.
CREATE TABLE "organisations"."agency_above" (
	"division_code" char(6) NOT NULL,
	"agency_id" uuid NOT NULL,
	"agency_division" char(6) NOT NULL,
	CONSTRAINT "agency_above_division_code_agency_id_pk" PRIMARY KEY("division_code","agency_id")
);
--> statement-breakpoint
-- Which agencies of divisions above were named so far: where ids came in from outside the own register.
INSERT INTO "organisations"."agency_above" ("division_code", "agency_id", "agency_division")
SELECT DISTINCT "named"."division_code", "a"."id", "a"."division_code"
FROM (
  SELECT "division_code", "agency_id"::text AS "id" FROM "programmes"."task_agency"
  UNION SELECT "division_code", "agency_id"::text FROM "meetings"."meeting_agency"
  UNION SELECT "division_code", jsonb_array_elements("read_owners") ->> 'agencyId' FROM "meetings"."decision"
  UNION SELECT "division_code", "agency_id"::text FROM "supervision"."order"
  UNION SELECT "division_code", jsonb_array_elements_text("assist_ids") FROM "supervision"."order"
) AS "named"
JOIN "organisations"."agency" AS "a" ON "a"."id"::text = "named"."id"
WHERE "a"."division_code" <> "named"."division_code";--> statement-breakpoint
ALTER TABLE "notices"."feed" DROP CONSTRAINT "feed_secret_hash_unique";--> statement-breakpoint
ALTER TABLE "accounts"."grant" DROP CONSTRAINT "grant_user_id_user_id_fk";--> statement-breakpoint
ALTER TABLE "files"."attachment" DROP CONSTRAINT "attachment_file_id_file_id_fk";--> statement-breakpoint
ALTER TABLE "meetings"."agenda_item" DROP CONSTRAINT "agenda_item_meeting_id_meeting_id_fk";--> statement-breakpoint
ALTER TABLE "meetings"."decision" DROP CONSTRAINT "decision_meeting_id_meeting_id_fk";--> statement-breakpoint
ALTER TABLE "meetings"."meeting_agency" DROP CONSTRAINT "meeting_agency_meeting_id_meeting_id_fk";--> statement-breakpoint
ALTER TABLE "meetings"."meeting_change" DROP CONSTRAINT "meeting_change_meeting_id_meeting_id_fk";--> statement-breakpoint
ALTER TABLE "meetings"."minutes" DROP CONSTRAINT "minutes_meeting_id_meeting_id_fk";--> statement-breakpoint
ALTER TABLE "notes"."note_answer" DROP CONSTRAINT "note_answer_note_id_note_id_fk";--> statement-breakpoint
ALTER TABLE "notices"."delivery_item" DROP CONSTRAINT "delivery_item_delivery_id_delivery_id_fk";--> statement-breakpoint
ALTER TABLE "plans"."acceptance" DROP CONSTRAINT "acceptance_plan_id_plan_id_fk";--> statement-breakpoint
ALTER TABLE "plans"."compilation" DROP CONSTRAINT "compilation_plan_id_plan_id_fk";--> statement-breakpoint
ALTER TABLE "plans"."correction" DROP CONSTRAINT "correction_plan_id_plan_id_fk";--> statement-breakpoint
ALTER TABLE "plans"."hand_in" DROP CONSTRAINT "hand_in_plan_id_plan_id_fk";--> statement-breakpoint
ALTER TABLE "programmes"."added_task" DROP CONSTRAINT "added_task_programme_id_programme_id_fk";--> statement-breakpoint
ALTER TABLE "programmes"."added_task" DROP CONSTRAINT "added_task_task_id_task_id_fk";--> statement-breakpoint
ALTER TABLE "programmes"."issue" DROP CONSTRAINT "issue_programme_id_programme_id_fk";--> statement-breakpoint
ALTER TABLE "programmes"."target" DROP CONSTRAINT "target_programme_id_programme_id_fk";--> statement-breakpoint
ALTER TABLE "programmes"."target" DROP CONSTRAINT "target_task_id_task_id_fk";--> statement-breakpoint
ALTER TABLE "programmes"."task" DROP CONSTRAINT "task_programme_id_programme_id_fk";--> statement-breakpoint
ALTER TABLE "programmes"."task_agency" DROP CONSTRAINT "task_agency_task_id_task_id_fk";--> statement-breakpoint
ALTER TABLE "programmes"."task_issue" DROP CONSTRAINT "task_issue_task_id_task_id_fk";--> statement-breakpoint
ALTER TABLE "reporting"."question_answer" DROP CONSTRAINT "question_answer_question_id_question_id_fk";--> statement-breakpoint
ALTER TABLE "supervision"."entry" DROP CONSTRAINT "entry_order_id_order_id_fk";--> statement-breakpoint
ALTER TABLE "supervision"."paper" DROP CONSTRAINT "paper_order_id_order_id_fk";--> statement-breakpoint
ALTER TABLE "supervision"."request" DROP CONSTRAINT "request_order_id_order_id_fk";--> statement-breakpoint
DROP INDEX "notices"."robot_division";--> statement-breakpoint
DROP INDEX "organisations"."agency_division";--> statement-breakpoint
DROP INDEX "programmes"."programme_division";--> statement-breakpoint
DROP INDEX "accounts"."grant_pending";--> statement-breakpoint
DROP INDEX "meetings"."agenda_item_key";--> statement-breakpoint
DROP INDEX "notices"."delivery_item_of";--> statement-breakpoint
DROP INDEX "supervision"."request_waiting";--> statement-breakpoint
ALTER TABLE "accounts"."grant" DROP CONSTRAINT "grant_pkey", ADD CONSTRAINT "grant_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "files"."file" DROP CONSTRAINT "file_pkey", ADD CONSTRAINT "file_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "lamps"."setting" DROP CONSTRAINT "setting_pkey", ADD CONSTRAINT "setting_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "lamps"."touched" DROP CONSTRAINT "touched_pkey", ADD CONSTRAINT "touched_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "lamps"."trajectory" DROP CONSTRAINT "trajectory_pkey", ADD CONSTRAINT "trajectory_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "ledgers"."policy_entry" DROP CONSTRAINT "policy_entry_pkey", ADD CONSTRAINT "policy_entry_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "ledgers"."project_entry" DROP CONSTRAINT "project_entry_pkey", ADD CONSTRAINT "project_entry_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."agenda_item" DROP CONSTRAINT "agenda_item_pkey", ADD CONSTRAINT "agenda_item_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."decision" DROP CONSTRAINT "decision_pkey", ADD CONSTRAINT "decision_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."meeting" DROP CONSTRAINT "meeting_pkey", ADD CONSTRAINT "meeting_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."meeting_change" DROP CONSTRAINT "meeting_change_pkey", ADD CONSTRAINT "meeting_change_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "notes"."note" DROP CONSTRAINT "note_pkey", ADD CONSTRAINT "note_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "notes"."note_answer" DROP CONSTRAINT "note_answer_pkey", ADD CONSTRAINT "note_answer_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "notices"."delivery" DROP CONSTRAINT "delivery_pkey", ADD CONSTRAINT "delivery_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "notices"."notice" DROP CONSTRAINT "notice_pkey", ADD CONSTRAINT "notice_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "notices"."robot" DROP CONSTRAINT "robot_pkey", ADD CONSTRAINT "robot_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "organisations"."agency" DROP CONSTRAINT "agency_pkey", ADD CONSTRAINT "agency_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "plans"."acceptance" DROP CONSTRAINT "acceptance_pkey", ADD CONSTRAINT "acceptance_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "plans"."compilation" DROP CONSTRAINT "compilation_pkey", ADD CONSTRAINT "compilation_division_code_plan_id_pk" PRIMARY KEY("division_code","plan_id");--> statement-breakpoint
ALTER TABLE "plans"."correction" DROP CONSTRAINT "correction_pkey", ADD CONSTRAINT "correction_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "plans"."hand_in" DROP CONSTRAINT "hand_in_pkey", ADD CONSTRAINT "hand_in_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "plans"."plan" DROP CONSTRAINT "plan_pkey", ADD CONSTRAINT "plan_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."programme" DROP CONSTRAINT "programme_pkey", ADD CONSTRAINT "programme_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."target" DROP CONSTRAINT "target_pkey", ADD CONSTRAINT "target_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."task" DROP CONSTRAINT "task_pkey", ADD CONSTRAINT "task_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "reporting"."delegation" DROP CONSTRAINT "delegation_pkey", ADD CONSTRAINT "delegation_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "reporting"."outside_value" DROP CONSTRAINT "outside_value_pkey", ADD CONSTRAINT "outside_value_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "reporting"."question" DROP CONSTRAINT "question_pkey", ADD CONSTRAINT "question_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "reporting"."reporting_setting" DROP CONSTRAINT "reporting_setting_pkey", ADD CONSTRAINT "reporting_setting_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "reporting"."target_source" DROP CONSTRAINT "target_source_pkey", ADD CONSTRAINT "target_source_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "reports"."report" DROP CONSTRAINT "report_pkey", ADD CONSTRAINT "report_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "reports"."submission" DROP CONSTRAINT "submission_pkey", ADD CONSTRAINT "submission_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "schedules"."revision" DROP CONSTRAINT "revision_pkey", ADD CONSTRAINT "revision_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "supervision"."entry" DROP CONSTRAINT "entry_pkey", ADD CONSTRAINT "entry_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "supervision"."order" DROP CONSTRAINT "order_pkey", ADD CONSTRAINT "order_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "supervision"."paper" DROP CONSTRAINT "paper_pkey", ADD CONSTRAINT "paper_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "supervision"."proposal" DROP CONSTRAINT "proposal_pkey", ADD CONSTRAINT "proposal_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "supervision"."request" DROP CONSTRAINT "request_pkey", ADD CONSTRAINT "request_division_code_id_pk" PRIMARY KEY("division_code","id");--> statement-breakpoint
ALTER TABLE "files"."attachment" ADD CONSTRAINT "attachment_file_id_fk" FOREIGN KEY ("division_code","file_id") REFERENCES "files"."file"("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_fk" FOREIGN KEY ("division_code","meeting_id") REFERENCES "meetings"."meeting"("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."decision" ADD CONSTRAINT "decision_meeting_id_fk" FOREIGN KEY ("division_code","meeting_id") REFERENCES "meetings"."meeting"("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."meeting_agency" ADD CONSTRAINT "meeting_agency_meeting_id_fk" FOREIGN KEY ("division_code","meeting_id") REFERENCES "meetings"."meeting"("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."meeting_change" ADD CONSTRAINT "meeting_change_meeting_id_fk" FOREIGN KEY ("division_code","meeting_id") REFERENCES "meetings"."meeting"("division_code","id");--> statement-breakpoint
ALTER TABLE "meetings"."minutes" ADD CONSTRAINT "minutes_meeting_id_fk" FOREIGN KEY ("division_code","meeting_id") REFERENCES "meetings"."meeting"("division_code","id");--> statement-breakpoint
ALTER TABLE "notes"."note_answer" ADD CONSTRAINT "note_answer_note_id_fk" FOREIGN KEY ("division_code","note_id") REFERENCES "notes"."note"("division_code","id");--> statement-breakpoint
ALTER TABLE "notices"."delivery_item" ADD CONSTRAINT "delivery_item_delivery_id_fk" FOREIGN KEY ("division_code","delivery_id") REFERENCES "notices"."delivery"("division_code","id") ON DELETE cascade;--> statement-breakpoint
ALTER TABLE "plans"."acceptance" ADD CONSTRAINT "acceptance_plan_id_fk" FOREIGN KEY ("division_code","plan_id") REFERENCES "plans"."plan"("division_code","id");--> statement-breakpoint
ALTER TABLE "plans"."compilation" ADD CONSTRAINT "compilation_plan_id_fk" FOREIGN KEY ("division_code","plan_id") REFERENCES "plans"."plan"("division_code","id");--> statement-breakpoint
ALTER TABLE "plans"."correction" ADD CONSTRAINT "correction_plan_id_fk" FOREIGN KEY ("division_code","plan_id") REFERENCES "plans"."plan"("division_code","id");--> statement-breakpoint
ALTER TABLE "plans"."hand_in" ADD CONSTRAINT "hand_in_plan_id_fk" FOREIGN KEY ("division_code","plan_id") REFERENCES "plans"."plan"("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."added_task" ADD CONSTRAINT "added_task_programme_id_fk" FOREIGN KEY ("division_code","programme_id") REFERENCES "programmes"."programme"("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."added_task" ADD CONSTRAINT "added_task_task_id_fk" FOREIGN KEY ("division_code","task_id") REFERENCES "programmes"."task"("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."issue" ADD CONSTRAINT "issue_programme_id_fk" FOREIGN KEY ("division_code","programme_id") REFERENCES "programmes"."programme"("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."target" ADD CONSTRAINT "target_programme_id_fk" FOREIGN KEY ("division_code","programme_id") REFERENCES "programmes"."programme"("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."target" ADD CONSTRAINT "target_task_id_fk" FOREIGN KEY ("division_code","task_id") REFERENCES "programmes"."task"("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."task" ADD CONSTRAINT "task_programme_id_fk" FOREIGN KEY ("division_code","programme_id") REFERENCES "programmes"."programme"("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."task_agency" ADD CONSTRAINT "task_agency_task_id_fk" FOREIGN KEY ("division_code","task_id") REFERENCES "programmes"."task"("division_code","id");--> statement-breakpoint
ALTER TABLE "programmes"."task_issue" ADD CONSTRAINT "task_issue_task_id_fk" FOREIGN KEY ("division_code","task_id") REFERENCES "programmes"."task"("division_code","id");--> statement-breakpoint
ALTER TABLE "reporting"."question_answer" ADD CONSTRAINT "question_answer_question_id_fk" FOREIGN KEY ("division_code","question_id") REFERENCES "reporting"."question"("division_code","id");--> statement-breakpoint
ALTER TABLE "supervision"."entry" ADD CONSTRAINT "entry_order_id_fk" FOREIGN KEY ("division_code","order_id") REFERENCES "supervision"."order"("division_code","id");--> statement-breakpoint
ALTER TABLE "supervision"."paper" ADD CONSTRAINT "paper_order_id_fk" FOREIGN KEY ("division_code","order_id") REFERENCES "supervision"."order"("division_code","id");--> statement-breakpoint
ALTER TABLE "supervision"."request" ADD CONSTRAINT "request_order_id_fk" FOREIGN KEY ("division_code","order_id") REFERENCES "supervision"."order"("division_code","id");--> statement-breakpoint
CREATE UNIQUE INDEX "feed_secret" ON "notices"."feed" USING btree ("division_code","secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "grant_pending" ON "accounts"."grant" USING btree ("division_code","user_id") WHERE state = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_item_key" ON "meetings"."agenda_item" USING btree ("division_code","meeting_id","key");--> statement-breakpoint
CREATE INDEX "delivery_item_of" ON "notices"."delivery_item" USING btree ("division_code","delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "request_waiting" ON "supervision"."request" USING btree ("division_code","order_id") WHERE state = 'asked';
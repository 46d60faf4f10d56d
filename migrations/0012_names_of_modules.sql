-- Schemas and tables bear the names of the modules that own them. Nothing is copied and nothing is read anew but two small words.
ALTER SCHEMA "statements" RENAME TO "reports";--> statement-breakpoint
ALTER TABLE "reports"."statement" RENAME TO "report";--> statement-breakpoint
ALTER INDEX "reports"."statement_pkey" RENAME TO "report_pkey";--> statement-breakpoint
ALTER INDEX "reports"."statement_valid" RENAME TO "report_valid";--> statement-breakpoint
ALTER INDEX "reports"."statement_programme" RENAME TO "report_programme";--> statement-breakpoint
ALTER INDEX "reports"."statement_task" RENAME TO "report_task";--> statement-breakpoint
ALTER INDEX "reports"."statement_waiting" RENAME TO "report_waiting";--> statement-breakpoint
CREATE SCHEMA "reporting";--> statement-breakpoint
ALTER TABLE "reports"."reporting_setting" SET SCHEMA "reporting";--> statement-breakpoint
ALTER TABLE "reports"."target_source" SET SCHEMA "reporting";--> statement-breakpoint
ALTER TABLE "reports"."outside_value" SET SCHEMA "reporting";--> statement-breakpoint
ALTER TABLE "reports"."delegation" SET SCHEMA "reporting";--> statement-breakpoint
ALTER TABLE "reports"."question" SET SCHEMA "reporting";--> statement-breakpoint
ALTER TABLE "reports"."question_answer" SET SCHEMA "reporting";--> statement-breakpoint
CREATE SCHEMA "ledgers";--> statement-breakpoint
ALTER TABLE "supervision"."project_entry" SET SCHEMA "ledgers";--> statement-breakpoint
ALTER TABLE "supervision"."policy_entry" SET SCHEMA "ledgers";--> statement-breakpoint
ALTER TABLE "supervision"."task_note" SET SCHEMA "ledgers";--> statement-breakpoint
ALTER TABLE "supervision"."plea" RENAME TO "request";--> statement-breakpoint
ALTER INDEX "supervision"."plea_pkey" RENAME TO "request_pkey";--> statement-breakpoint
ALTER INDEX "supervision"."plea_order" RENAME TO "request_order";--> statement-breakpoint
ALTER INDEX "supervision"."plea_waiting" RENAME TO "request_waiting";--> statement-breakpoint
ALTER TABLE "supervision"."request" RENAME CONSTRAINT "plea_order_id_order_id_fk" TO "request_order_id_order_id_fk";--> statement-breakpoint
ALTER TABLE "supervision"."stamp" RENAME TO "entry";--> statement-breakpoint
ALTER INDEX "supervision"."stamp_pkey" RENAME TO "entry_pkey";--> statement-breakpoint
ALTER INDEX "supervision"."stamp_order" RENAME TO "entry_order";--> statement-breakpoint
ALTER TABLE "supervision"."entry" RENAME CONSTRAINT "stamp_order_id_order_id_fk" TO "entry_order_id_order_id_fk";--> statement-breakpoint
ALTER SCHEMA "briefings" RENAME TO "notes";--> statement-breakpoint
ALTER TABLE "notes"."contact" SET SCHEMA "organisations";--> statement-breakpoint
ALTER SCHEMA "wallcharts" RENAME TO "oversight";--> statement-breakpoint
ALTER TABLE "oversight"."follow" RENAME TO "oversight";--> statement-breakpoint
ALTER TABLE "oversight"."oversight" RENAME CONSTRAINT "follow_division_code_user_id_kind_subject_id_pk" TO "oversight_division_code_user_id_kind_subject_id_pk";--> statement-breakpoint
ALTER SCHEMA "keeping" RENAME TO "maintenance";--> statement-breakpoint
UPDATE "supervision"."entry" SET "act" = CASE "act" WHEN 'grantPlea' THEN 'grantRequest' ELSE 'refuseRequest' END WHERE "act" IN ('grantPlea', 'refusePlea');--> statement-breakpoint
UPDATE "reports"."submission" SET "outcomes" = (
  SELECT coalesce(jsonb_agg("one" - 'statementId' || jsonb_build_object('reportId', "one" -> 'statementId') ORDER BY "place"), '[]'::jsonb)
  FROM jsonb_array_elements("outcomes") WITH ORDINALITY AS "each"("one", "place")
);

CREATE SCHEMA "briefings";
--> statement-breakpoint
CREATE SCHEMA "files";
--> statement-breakpoint
CREATE SCHEMA "keeping";
--> statement-breakpoint
CREATE SCHEMA "lamps";
--> statement-breakpoint
CREATE SCHEMA "meetings";
--> statement-breakpoint
CREATE SCHEMA "notices";
--> statement-breakpoint
CREATE SCHEMA "schedules";
--> statement-breakpoint
CREATE SCHEMA "statements";
--> statement-breakpoint
CREATE SCHEMA "supervision";
--> statement-breakpoint
CREATE SCHEMA "wallcharts";
--> statement-breakpoint
CREATE TABLE "accounts"."rules" (
	"division_code" char(6) PRIMARY KEY NOT NULL,
	"min_length" integer NOT NULL,
	"classes" integer NOT NULL,
	"remembered" integer NOT NULL,
	"max_age_days" integer NOT NULL,
	"failures" integer NOT NULL,
	"lock_minutes" integer NOT NULL,
	"idle_minutes" integer NOT NULL,
	"max_hours" integer NOT NULL,
	"single_session" boolean NOT NULL,
	"second_factor_for_administrators" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"division_code" char(6) NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"agency_id" uuid,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"asked_by_id" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by_id" text,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "accounts"."recovery_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"hash" char(64) NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "accounts"."second_factor" (
	"user_id" text PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "briefings"."contact" (
	"division_code" char(6) NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_division_code_agency_id_pk" PRIMARY KEY("division_code","agency_id")
);
--> statement-breakpoint
CREATE TABLE "briefings"."note_answer" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"note_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"text" text NOT NULL,
	"answerer_name" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "briefings"."note" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"text" text NOT NULL,
	"agency_ids" jsonb NOT NULL,
	"written_by" text NOT NULL,
	"writer_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files"."attachment" (
	"division_code" char(6) NOT NULL,
	"to_kind" text NOT NULL,
	"to_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"file_id" uuid NOT NULL,
	"visible_to" uuid[],
	CONSTRAINT "attachment_division_code_to_kind_to_id_file_id_pk" PRIMARY KEY("division_code","to_kind","to_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "files"."file" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" char(64) NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"byte_length" integer NOT NULL,
	"uploaded_by_id" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"words" text,
	"words_refusal" text
);
--> statement-breakpoint
CREATE TABLE "keeping"."retention" (
	"division_code" char(6) PRIMARY KEY NOT NULL,
	"daily" integer NOT NULL,
	"weekly" integer NOT NULL,
	"monthly" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lamps"."basis" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"day" date NOT NULL,
	"digest" text NOT NULL,
	"basis" jsonb NOT NULL,
	CONSTRAINT "basis_division_code_programme_id_day_pk" PRIMARY KEY("division_code","programme_id","day")
);
--> statement-breakpoint
CREATE TABLE "lamps"."kept_day" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"day" date NOT NULL,
	"edition" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_day_division_code_programme_id_day_pk" PRIMARY KEY("division_code","programme_id","day")
);
--> statement-breakpoint
CREATE TABLE "lamps"."setting" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"thresholds" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lamps"."snapshot" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"day" date NOT NULL,
	"task_id" uuid NOT NULL,
	"summary" text NOT NULL,
	"schedule" text NOT NULL,
	"value" text,
	"freshness" text NOT NULL,
	"since_on" date NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "snapshot_division_code_programme_id_day_task_id_pk" PRIMARY KEY("division_code","programme_id","day","task_id")
);
--> statement-breakpoint
CREATE TABLE "lamps"."standing" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"day" date NOT NULL,
	"sequence" integer NOT NULL,
	"verdict" jsonb NOT NULL,
	CONSTRAINT "standing_division_code_programme_id_pk" PRIMARY KEY("division_code","programme_id")
);
--> statement-breakpoint
CREATE TABLE "lamps"."trajectory" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"course" jsonb NOT NULL,
	"reason" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings"."agenda_item" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"key" text,
	"task_id" uuid,
	"title" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"asked" text NOT NULL,
	"proposed_as" integer,
	"as_of" date,
	"position" integer NOT NULL,
	"removed_by" text,
	"removed_reason" text,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings"."decision" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"read" jsonb NOT NULL,
	"read_owners" jsonb NOT NULL,
	"by_hand" boolean NOT NULL,
	"correction" jsonb,
	"fate" text NOT NULL,
	"task_id" uuid,
	"reason" text,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	"done_on" date,
	"done_note" text,
	"done_by" text
);
--> statement-breakpoint
CREATE TABLE "meetings"."meeting_agency" (
	"division_code" char(6) NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"from" text NOT NULL,
	CONSTRAINT "meeting_agency_division_code_meeting_id_agency_id_pk" PRIMARY KEY("division_code","meeting_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "meetings"."meeting_change" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"what" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"reason" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings"."meeting" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"series_key" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"held_on" date NOT NULL,
	"starts_at" text,
	"place" text,
	"chair" text,
	"minutes_year" integer,
	"minutes_number" integer,
	"issued_on" date,
	"agenda_on" date,
	"planned_by" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings"."minutes" (
	"division_code" char(6) NOT NULL,
	"meeting_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"file_name" text,
	"file_sha256" char(64),
	"text" text NOT NULL,
	"head" jsonb,
	"refusal" text,
	"handed_in_by" text NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	CONSTRAINT "minutes_division_code_meeting_id_version_pk" PRIMARY KEY("division_code","meeting_id","version")
);
--> statement-breakpoint
CREATE TABLE "meetings"."series_habit" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"series_key" text NOT NULL,
	"day" integer NOT NULL,
	"starts_at" text,
	"place" text,
	"chair" text,
	CONSTRAINT "series_habit_division_code_programme_id_series_key_pk" PRIMARY KEY("division_code","programme_id","series_key")
);
--> statement-breakpoint
CREATE TABLE "notices"."delivery" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"recipient_id" text NOT NULL,
	"test_address" text,
	"state" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"may_repeat" boolean NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notices"."delivery_item" (
	"division_code" char(6) NOT NULL,
	"recipient_id" text NOT NULL,
	"key" text NOT NULL,
	"delivery_id" uuid NOT NULL,
	"position" integer GENERATED ALWAYS AS IDENTITY (sequence name "notices"."delivery_item_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"link" text NOT NULL,
	CONSTRAINT "delivery_item_division_code_recipient_id_key_pk" PRIMARY KEY("division_code","recipient_id","key")
);
--> statement-breakpoint
CREATE TABLE "notices"."feed" (
	"division_code" char(6) NOT NULL,
	"user_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_read_at" timestamp with time zone,
	CONSTRAINT "feed_division_code_user_id_pk" PRIMARY KEY("division_code","user_id"),
	CONSTRAINT "feed_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "notices"."house_rules" (
	"division_code" char(6) PRIMARY KEY NOT NULL,
	"rules" jsonb NOT NULL,
	"public_address" text
);
--> statement-breakpoint
CREATE TABLE "notices"."mail_channel" (
	"division_code" char(6) PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"security" text NOT NULL,
	"checks_certificate" boolean NOT NULL,
	"user" text,
	"password_sealed" text,
	"from_address" text NOT NULL,
	"from_name" text NOT NULL,
	"enabled" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices"."notice" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"link" text NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notices"."preference" (
	"division_code" char(6) NOT NULL,
	"user_id" text NOT NULL,
	"by_mail" boolean NOT NULL,
	"mail_address" text,
	"only_inbox" jsonb NOT NULL,
	"rules" jsonb,
	CONSTRAINT "preference_division_code_user_id_pk" PRIMARY KEY("division_code","user_id")
);
--> statement-breakpoint
CREATE TABLE "notices"."robot" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"agency_id" uuid,
	"kinds" jsonb NOT NULL,
	"address_sealed" text NOT NULL,
	"address_shown" text NOT NULL,
	"secret_sealed" text,
	"enabled" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programmes"."added_task" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"source" jsonb NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "added_task_division_code_programme_id_task_id_pk" PRIMARY KEY("division_code","programme_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "schedules"."calendar_year" (
	"division_code" char(6) NOT NULL,
	"year" integer NOT NULL,
	"holidays" jsonb NOT NULL,
	"workdays" jsonb NOT NULL,
	"source" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_year_division_code_year_pk" PRIMARY KEY("division_code","year")
);
--> statement-breakpoint
CREATE TABLE "schedules"."revision" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"template_key" text NOT NULL,
	"template_title" text NOT NULL,
	"because" text NOT NULL,
	"floor_on" date NOT NULL,
	"deadline_on" date,
	"deadline_from" text,
	"steps" jsonb NOT NULL,
	"dates" jsonb NOT NULL,
	"failure" jsonb,
	"unpublished" jsonb NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schedules"."template" (
	"division_code" char(6) NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"use" text NOT NULL,
	"repeats" text NOT NULL,
	"steps" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "template_division_code_key_pk" PRIMARY KEY("division_code","key")
);
--> statement-breakpoint
CREATE TABLE "statements"."assignment" (
	"division_code" char(6) NOT NULL,
	"task_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	CONSTRAINT "assignment_division_code_agency_id_task_id_pk" PRIMARY KEY("division_code","agency_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "statements"."delegation" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"task_id" uuid NOT NULL,
	"from_agency_id" uuid NOT NULL,
	"to_agency_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statements"."draft" (
	"division_code" char(6) NOT NULL,
	"user_id" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"cycle" text NOT NULL,
	"answer" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_division_code_user_id_task_id_agency_id_cycle_pk" PRIMARY KEY("division_code","user_id","task_id","agency_id","cycle")
);
--> statement-breakpoint
CREATE TABLE "statements"."outside_value" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"target_id" uuid NOT NULL,
	"value" double precision NOT NULL,
	"as_of_on" date NOT NULL,
	"from_where" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statements"."question_answer" (
	"division_code" char(6) NOT NULL,
	"question_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"answered_by" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "question_answer_division_code_question_id_agency_id_pk" PRIMARY KEY("division_code","question_id","agency_id")
);
--> statement-breakpoint
CREATE TABLE "statements"."question" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"cycle" text NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "statements"."reporting_setting" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"every" text NOT NULL,
	"due_day" integer NOT NULL,
	"due_in" text NOT NULL,
	"holds_from" date NOT NULL,
	"with_measures" boolean NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statements"."statement" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"cycle" text NOT NULL,
	"due_on" date NOT NULL,
	"end_on" date NOT NULL,
	"attempt" integer NOT NULL,
	"submission_id" uuid NOT NULL,
	"progress" text NOT NULL,
	"text" text NOT NULL,
	"needs_coordination" boolean NOT NULL,
	"values" jsonb NOT NULL,
	"evidence" integer NOT NULL,
	"submitted_by_id" text NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_on" date NOT NULL,
	"status" text NOT NULL,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	"settled_on" date,
	"settled_reason" text
);
--> statement-breakpoint
CREATE TABLE "statements"."submission" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"client_key" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"seconds" integer,
	"cells" integer NOT NULL,
	"outcomes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statements"."target_source" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"target_id" uuid NOT NULL,
	"source" text NOT NULL,
	"from_whom" text
);
--> statement-breakpoint
CREATE TABLE "supervision"."order" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"assist_ids" jsonb NOT NULL,
	"level" text NOT NULL,
	"state" text NOT NULL,
	"number" text,
	"matter" text NOT NULL,
	"source" text NOT NULL,
	"requirement" text NOT NULL,
	"grounds" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"issued_on" date,
	"closed_on" date,
	"urges" integer NOT NULL,
	"rating" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervision"."paper" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"order_id" uuid,
	"kind" text NOT NULL,
	"word" text NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	"number" text NOT NULL,
	"issuer" text NOT NULL,
	"issued_on" date NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_by" text NOT NULL,
	"due_on" date,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervision"."plea" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"wanted_on" date,
	"agency_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "supervision"."policy_entry" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"number" text NOT NULL,
	"clause" text NOT NULL,
	"audience" text NOT NULL,
	"delivery" text NOT NULL,
	"agency" text NOT NULL,
	"deadline" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervision"."project_entry" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"content" text NOT NULL,
	"total_fen" bigint,
	"year_fen" bigint,
	"progress" text NOT NULL,
	"agency" text NOT NULL,
	"person" text NOT NULL,
	"start" text NOT NULL,
	"finish" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervision"."proposal_run" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"ran_on" date NOT NULL,
	CONSTRAINT "proposal_run_division_code_programme_id_pk" PRIMARY KEY("division_code","programme_id")
);
--> statement-breakpoint
CREATE TABLE "supervision"."proposal" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"key" text NOT NULL,
	"rule" text NOT NULL,
	"level" text NOT NULL,
	"task_id" uuid,
	"order_id" uuid,
	"agency_id" uuid,
	"assist_ids" jsonb NOT NULL,
	"matter" text NOT NULL,
	"grounds" jsonb NOT NULL,
	"since_on" date NOT NULL,
	"proposed_on" date NOT NULL,
	"state" text NOT NULL,
	"held_until_on" date,
	"settled_by" text,
	"settled_reason" text,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "supervision"."series" (
	"division_code" char(6) NOT NULL,
	"word" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "series_division_code_word_year_pk" PRIMARY KEY("division_code","word","year")
);
--> statement-breakpoint
CREATE TABLE "supervision"."settings" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"settings" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "settings_division_code_programme_id_pk" PRIMARY KEY("division_code","programme_id")
);
--> statement-breakpoint
CREATE TABLE "supervision"."stamp" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"act" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL,
	"by_role" text NOT NULL,
	"agency_id" uuid,
	"words" text NOT NULL,
	"paper_id" uuid
);
--> statement-breakpoint
CREATE TABLE "supervision"."task_note" (
	"division_code" char(6) NOT NULL,
	"task_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"person" text NOT NULL,
	"phone" text NOT NULL,
	"measures" text NOT NULL,
	"problem" text,
	"next_step" text NOT NULL,
	"remark" text NOT NULL,
	"quarters" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "task_note_division_code_task_id_pk" PRIMARY KEY("division_code","task_id")
);
--> statement-breakpoint
CREATE TABLE "wallcharts"."follow" (
	"division_code" char(6) NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "follow_division_code_user_id_kind_subject_id_pk" PRIMARY KEY("division_code","user_id","kind","subject_id")
);
--> statement-breakpoint
ALTER TABLE "accounts"."session" ADD COLUMN "began_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accounts"."session" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "accounts"."user" ADD COLUMN "awaiting_grant" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts"."grant" ADD CONSTRAINT "grant_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "accounts"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."recovery_code" ADD CONSTRAINT "recovery_code_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "accounts"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."second_factor" ADD CONSTRAINT "second_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "accounts"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefings"."note_answer" ADD CONSTRAINT "note_answer_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "briefings"."note"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files"."attachment" ADD CONSTRAINT "attachment_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "files"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."decision" ADD CONSTRAINT "decision_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."meeting_agency" ADD CONSTRAINT "meeting_agency_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."meeting_change" ADD CONSTRAINT "meeting_change_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings"."minutes" ADD CONSTRAINT "minutes_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "meetings"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices"."delivery_item" ADD CONSTRAINT "delivery_item_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "notices"."delivery"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes"."added_task" ADD CONSTRAINT "added_task_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes"."added_task" ADD CONSTRAINT "added_task_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "programmes"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements"."question_answer" ADD CONSTRAINT "question_answer_question_id_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "statements"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision"."paper" ADD CONSTRAINT "paper_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supervision"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision"."plea" ADD CONSTRAINT "plea_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supervision"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision"."stamp" ADD CONSTRAINT "stamp_order_id_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "supervision"."order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_state" ON "accounts"."grant" USING btree ("division_code","state");--> statement-breakpoint
CREATE INDEX "grant_user" ON "accounts"."grant" USING btree ("division_code","user_id");--> statement-breakpoint
CREATE INDEX "recovery_code_user" ON "accounts"."recovery_code" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "note_answer_note" ON "briefings"."note_answer" USING btree ("division_code","note_id");--> statement-breakpoint
CREATE INDEX "note_task" ON "briefings"."note" USING btree ("division_code","task_id");--> statement-breakpoint
CREATE INDEX "attachment_file" ON "files"."attachment" USING btree ("division_code","file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "file_of_person" ON "files"."file" USING btree ("division_code","sha256","uploaded_by_id");--> statement-breakpoint
CREATE INDEX "setting_programme" ON "lamps"."setting" USING btree ("division_code","programme_id","set_at");--> statement-breakpoint
CREATE INDEX "snapshot_task" ON "lamps"."snapshot" USING btree ("division_code","task_id","day");--> statement-breakpoint
CREATE INDEX "trajectory_programme" ON "lamps"."trajectory" USING btree ("division_code","programme_id","set_at");--> statement-breakpoint
CREATE INDEX "agenda_item_meeting" ON "meetings"."agenda_item" USING btree ("division_code","meeting_id","position");--> statement-breakpoint
CREATE INDEX "decision_meeting" ON "meetings"."decision" USING btree ("division_code","meeting_id","position");--> statement-breakpoint
CREATE INDEX "decision_programme" ON "meetings"."decision" USING btree ("division_code","programme_id","fate");--> statement-breakpoint
CREATE INDEX "decision_task" ON "meetings"."decision" USING btree ("division_code","task_id");--> statement-breakpoint
CREATE INDEX "meeting_agency_agency" ON "meetings"."meeting_agency" USING btree ("division_code","agency_id");--> statement-breakpoint
CREATE INDEX "meeting_change_meeting" ON "meetings"."meeting_change" USING btree ("division_code","meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_programme" ON "meetings"."meeting" USING btree ("division_code","programme_id","held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_minutes_number" ON "meetings"."meeting" USING btree ("division_code","programme_id","minutes_year","minutes_number");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_open" ON "notices"."delivery" USING btree ("division_code","channel","recipient_id","due_at") WHERE state = 'waiting' and test_address is null;--> statement-breakpoint
CREATE INDEX "delivery_recent" ON "notices"."delivery" USING btree ("division_code","created_at");--> statement-breakpoint
CREATE INDEX "delivery_item_of" ON "notices"."delivery_item" USING btree ("delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_key" ON "notices"."notice" USING btree ("division_code","user_id","key");--> statement-breakpoint
CREATE INDEX "notice_person" ON "notices"."notice" USING btree ("division_code","user_id","id");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notices"."notice" USING btree ("division_code","user_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "robot_division" ON "notices"."robot" USING btree ("division_code");--> statement-breakpoint
CREATE UNIQUE INDEX "revision_task_number" ON "schedules"."revision" USING btree ("division_code","task_id","number");--> statement-breakpoint
CREATE INDEX "revision_programme" ON "schedules"."revision" USING btree ("division_code","programme_id","task_id","number");--> statement-breakpoint
CREATE INDEX "delegation_programme" ON "statements"."delegation" USING btree ("division_code","programme_id");--> statement-breakpoint
CREATE INDEX "outside_value_programme" ON "statements"."outside_value" USING btree ("division_code","programme_id");--> statement-breakpoint
CREATE INDEX "question_programme" ON "statements"."question" USING btree ("division_code","programme_id","cycle");--> statement-breakpoint
CREATE INDEX "reporting_setting_programme" ON "statements"."reporting_setting" USING btree ("division_code","programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statement_valid" ON "statements"."statement" USING btree ("division_code","task_id","agency_id","cycle") WHERE status in ('submitted', 'signed');--> statement-breakpoint
CREATE INDEX "statement_programme" ON "statements"."statement" USING btree ("division_code","programme_id","cycle");--> statement-breakpoint
CREATE INDEX "statement_task" ON "statements"."statement" USING btree ("division_code","task_id","submitted_at");--> statement-breakpoint
CREATE INDEX "statement_waiting" ON "statements"."statement" USING btree ("division_code","status","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_key" ON "statements"."submission" USING btree ("division_code","user_id","client_key");--> statement-breakpoint
CREATE INDEX "submission_agency" ON "statements"."submission" USING btree ("division_code","agency_id","submitted_at");--> statement-breakpoint
CREATE INDEX "target_source_programme" ON "statements"."target_source" USING btree ("division_code","programme_id");--> statement-breakpoint
CREATE INDEX "order_programme" ON "supervision"."order" USING btree ("division_code","programme_id","state");--> statement-breakpoint
CREATE INDEX "order_task" ON "supervision"."order" USING btree ("division_code","task_id");--> statement-breakpoint
CREATE INDEX "order_agency" ON "supervision"."order" USING btree ("division_code","agency_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_number" ON "supervision"."paper" USING btree ("division_code","word","year","serial");--> statement-breakpoint
CREATE INDEX "paper_programme" ON "supervision"."paper" USING btree ("division_code","programme_id");--> statement-breakpoint
CREATE INDEX "paper_order" ON "supervision"."paper" USING btree ("division_code","order_id");--> statement-breakpoint
CREATE INDEX "plea_order" ON "supervision"."plea" USING btree ("division_code","order_id");--> statement-breakpoint
CREATE INDEX "policy_entry_programme" ON "supervision"."policy_entry" USING btree ("division_code","programme_id","position");--> statement-breakpoint
CREATE INDEX "project_entry_programme" ON "supervision"."project_entry" USING btree ("division_code","programme_id","position");--> statement-breakpoint
CREATE INDEX "proposal_programme" ON "supervision"."proposal" USING btree ("division_code","programme_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "stamp_order" ON "supervision"."stamp" USING btree ("division_code","order_id","position");
CREATE SCHEMA "accounts";
--> statement-breakpoint
CREATE SCHEMA "organisations";
--> statement-breakpoint
CREATE SCHEMA "plans";
--> statement-breakpoint
CREATE SCHEMA "programmes";
--> statement-breakpoint
CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE TABLE "accounts"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."former_password" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"hash" text NOT NULL,
	"retired_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "accounts"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"username" text NOT NULL,
	"display_username" text,
	"role" text NOT NULL,
	"division_code" char(6) NOT NULL,
	"agency_id" uuid,
	"must_change_password" boolean NOT NULL,
	"password_changed_at" timestamp with time zone NOT NULL,
	"disabled_reason" text,
	"failures" integer NOT NULL,
	"locked_until" timestamp with time zone,
	"sample" boolean NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "accounts"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations"."agency" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	"kind" text NOT NULL,
	"dept_codes" jsonb NOT NULL,
	"aliases" jsonb NOT NULL,
	"former_names" jsonb NOT NULL,
	"credit_code" char(18),
	"member_ids" jsonb NOT NULL,
	"merged_into_id" uuid,
	"initials" text NOT NULL,
	"valid_from" date,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "plans"."acceptance" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"code" text NOT NULL,
	"at" jsonb NOT NULL,
	"reason" text NOT NULL,
	"accepted_by" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "plans"."compilation" (
	"division_code" char(6) NOT NULL,
	"plan_id" uuid PRIMARY KEY NOT NULL,
	"compiled" jsonb NOT NULL,
	"pages" jsonb NOT NULL,
	"notices" jsonb NOT NULL,
	"compiled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans"."correction" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"correction" jsonb NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "plans"."hand_in" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" char(64) NOT NULL,
	"byte_length" integer NOT NULL,
	"state" text NOT NULL,
	"stage" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"refusal" text,
	"plan_id" uuid,
	"handed_in_by" text NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans"."plan" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"issuer" text,
	"number" text,
	"issued_on" date,
	"period" jsonb,
	"state" text NOT NULL,
	"series_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"file_name" text NOT NULL,
	"text_sha256" char(64) NOT NULL,
	"file_sha256" char(64) NOT NULL,
	"compiler" text NOT NULL,
	"revision" integer NOT NULL,
	"handed_in_by" text NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	"published_by" text,
	"published_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "programmes"."issue" (
	"division_code" char(6) NOT NULL,
	"programme_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"plan_id" uuid NOT NULL,
	"number" text,
	"diff" jsonb,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "issue_division_code_programme_id_version_pk" PRIMARY KEY("division_code","programme_id","version")
);
--> statement-breakpoint
CREATE TABLE "programmes"."programme" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"issuer" text,
	"number" text,
	"issued_on" date,
	"start_on" date,
	"end_on" date,
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programmes"."target" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"task_id" uuid,
	"plan_id" uuid NOT NULL,
	"plan_target_id" text NOT NULL,
	"position" integer NOT NULL,
	"target" jsonb NOT NULL,
	"added_in" integer NOT NULL,
	"dropped_in" integer
);
--> statement-breakpoint
CREATE TABLE "programmes"."task_agency" (
	"division_code" char(6) NOT NULL,
	"task_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"agency_id" uuid,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"inherited" boolean NOT NULL,
	CONSTRAINT "task_agency_division_code_task_id_position_pk" PRIMARY KEY("division_code","task_id","position")
);
--> statement-breakpoint
CREATE TABLE "programmes"."task_issue" (
	"division_code" char(6) NOT NULL,
	"task_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"plan_task_id" text NOT NULL,
	CONSTRAINT "task_issue_division_code_task_id_version_pk" PRIMARY KEY("division_code","task_id","version")
);
--> statement-breakpoint
CREATE TABLE "programmes"."task" (
	"division_code" char(6) NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"plan_task_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"path" jsonb NOT NULL,
	"span_start" integer NOT NULL,
	"span_end" integer NOT NULL,
	"due_on" date,
	"due_text" text,
	"ongoing" boolean NOT NULL,
	"initials" text NOT NULL,
	"added_in" integer NOT NULL,
	"dropped_in" integer
);
--> statement-breakpoint
CREATE TABLE "audit"."entry" (
	"division_code" char(6) NOT NULL,
	"sequence" integer NOT NULL,
	"at" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"role" text NOT NULL,
	"operation" text NOT NULL,
	"title" text NOT NULL,
	"outcome" text NOT NULL,
	"subject" text NOT NULL,
	"detail" text NOT NULL,
	"previous_hash" char(64) NOT NULL,
	"hash" char(64) NOT NULL,
	CONSTRAINT "entry_division_code_sequence_pk" PRIMARY KEY("division_code","sequence")
);
--> statement-breakpoint
CREATE TABLE "audit"."head" (
	"division_code" char(6) PRIMARY KEY NOT NULL,
	"sequence" integer NOT NULL,
	"hash" char(64) NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "accounts"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."former_password" ADD CONSTRAINT "former_password_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "accounts"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "accounts"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans"."acceptance" ADD CONSTRAINT "acceptance_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "plans"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans"."compilation" ADD CONSTRAINT "compilation_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "plans"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans"."correction" ADD CONSTRAINT "correction_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "plans"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans"."hand_in" ADD CONSTRAINT "hand_in_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "plans"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes"."issue" ADD CONSTRAINT "issue_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes"."target" ADD CONSTRAINT "target_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes"."target" ADD CONSTRAINT "target_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "programmes"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes"."task_agency" ADD CONSTRAINT "task_agency_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "programmes"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes"."task_issue" ADD CONSTRAINT "task_issue_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "programmes"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programmes"."task" ADD CONSTRAINT "task_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "programmes"."programme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "accounts"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "former_password_user" ON "accounts"."former_password" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "accounts"."session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agency_name" ON "organisations"."agency" USING btree ("division_code","name");--> statement-breakpoint
CREATE INDEX "agency_division" ON "organisations"."agency" USING btree ("division_code");--> statement-breakpoint
CREATE INDEX "acceptance_plan" ON "plans"."acceptance" USING btree ("division_code","plan_id");--> statement-breakpoint
CREATE INDEX "correction_plan" ON "plans"."correction" USING btree ("division_code","plan_id");--> statement-breakpoint
CREATE INDEX "hand_in_recent" ON "plans"."hand_in" USING btree ("division_code","handed_in_at");--> statement-breakpoint
CREATE INDEX "plan_text" ON "plans"."plan" USING btree ("division_code","text_sha256");--> statement-breakpoint
CREATE INDEX "plan_series" ON "plans"."plan" USING btree ("division_code","series_id","version");--> statement-breakpoint
CREATE INDEX "programme_division" ON "programmes"."programme" USING btree ("division_code");--> statement-breakpoint
CREATE INDEX "programme_plan" ON "programmes"."programme" USING btree ("division_code","plan_id");--> statement-breakpoint
CREATE INDEX "target_programme" ON "programmes"."target" USING btree ("division_code","programme_id","position");--> statement-breakpoint
CREATE INDEX "task_agency_agency" ON "programmes"."task_agency" USING btree ("division_code","agency_id");--> statement-breakpoint
CREATE INDEX "task_programme" ON "programmes"."task" USING btree ("division_code","programme_id","position");
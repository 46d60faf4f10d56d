CREATE TABLE "keeping"."recipient" (
	"division_code" char(6) PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by_name" text NOT NULL
);

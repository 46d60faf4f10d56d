CREATE TABLE "alliances"."alliance_year" (
	"division_code" char(6) NOT NULL,
	"record_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"vintage" text NOT NULL,
	"version" integer NOT NULL,
	"members" integer,
	"meetings" integer,
	"projects" integer,
	"contract_fen" bigint,
	"source" text NOT NULL,
	"saved_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "alliance_year_division_code_record_id_year_vintage_version_pk" PRIMARY KEY("division_code","record_id","year","vintage","version")
);

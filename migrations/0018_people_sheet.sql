ALTER TABLE "registry"."import_row" ADD COLUMN "part" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registry"."import_row" DROP CONSTRAINT "import_row_division_code_import_id_row_pk";--> statement-breakpoint
ALTER TABLE "registry"."import_row" ADD CONSTRAINT "import_row_division_code_import_id_row_part_pk" PRIMARY KEY("division_code","import_id","row","part");--> statement-breakpoint
ALTER TABLE "accounts"."grant" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "accounts"."user" ADD COLUMN "post" text;--> statement-breakpoint
ALTER TABLE "accounts"."user" ADD COLUMN "phone" text;
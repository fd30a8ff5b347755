CREATE TABLE "app"."kpi_definitions" (
	"tenant_id" uuid NOT NULL,
	"kpi" text NOT NULL,
	"definition" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kpi_definitions_tenant_id_kpi_pk" PRIMARY KEY("tenant_id","kpi")
);
--> statement-breakpoint
ALTER TABLE "app"."restatements" ADD COLUMN "definition" integer;
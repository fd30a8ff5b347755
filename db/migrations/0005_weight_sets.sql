CREATE TABLE "app"."weight_sets" (
	"tenant_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"starts_on" date NOT NULL,
	"levels" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reason" text,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "weight_sets_tenant_id_version_pk" PRIMARY KEY("tenant_id","version")
);

CREATE TABLE "directory"."tenant_summaries" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"feeds" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"data_until" timestamp with time zone,
	"late_feeds" integer DEFAULT 0 NOT NULL,
	"open_rejects" bigint DEFAULT 0 NOT NULL,
	"open_runs" integer DEFAULT 0 NOT NULL,
	"failed_runs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rows" bigint DEFAULT 0 NOT NULL,
	"rows_30d" bigint DEFAULT 0 NOT NULL,
	"upload_bytes" bigint DEFAULT 0 NOT NULL,
	"failed_digests" integer DEFAULT 0 NOT NULL,
	"last_seen_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "directory"."tenant_summaries" ADD CONSTRAINT "tenant_summaries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;
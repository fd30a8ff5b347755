CREATE TABLE "directory"."act_as_grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"admin_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"role" text NOT NULL,
	"read_only" boolean DEFAULT true NOT NULL,
	"reason" text NOT NULL,
	"ticket" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "directory"."announcements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tone" text DEFAULT 'info' NOT NULL,
	"en" text NOT NULL,
	"zh" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."authenticators" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."domains" (
	"tenant_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"challenge" text NOT NULL,
	"proven_at" timestamp with time zone,
	"proven_by" text,
	"enforced" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domains_tenant_id_domain_pk" PRIMARY KEY("tenant_id","domain")
);
--> statement-breakpoint
CREATE TABLE "directory"."erasures" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	"proof" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_tenant_id_issuer_subject_pk" PRIMARY KEY("tenant_id","issuer","subject")
);
--> statement-breakpoint
CREATE TABLE "directory"."identity_providers" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_secret" text NOT NULL,
	"new_member_role" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."invitations" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"locale" text NOT NULL,
	"channels" text[],
	"mechanisms" text[],
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "directory"."letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"letter" text NOT NULL,
	"locale" text NOT NULL,
	"props" text,
	"tenant_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "directory"."platform_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "directory"."platform_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"admin_id" uuid,
	"admin" text NOT NULL,
	"fact" text NOT NULL,
	"tenant_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."recovery_codes" (
	"user_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_user_id_hash_pk" PRIMARY KEY("user_id","hash")
);
--> statement-breakpoint
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
	"failed_digests" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."channel_partials" (
	"tenant_id" uuid NOT NULL,
	"kpi" text NOT NULL,
	"channel" text NOT NULL,
	"dim" text NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"num" bigint NOT NULL,
	"den" bigint NOT NULL,
	"rows" bigint NOT NULL,
	CONSTRAINT "channel_partials_tenant_id_kpi_day_channel_dim_key_pk" PRIMARY KEY("tenant_id","kpi","day","channel","dim","key")
);
--> statement-breakpoint
CREATE TABLE "app"."exports" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"requested_by" text NOT NULL,
	"path" text,
	"size" bigint,
	"sha256" text,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "exports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."kpi_definitions" (
	"tenant_id" uuid NOT NULL,
	"kpi" text NOT NULL,
	"definition" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kpi_definitions_tenant_id_kpi_pk" PRIMARY KEY("tenant_id","kpi")
);
--> statement-breakpoint
ALTER TABLE "directory"."api_keys" ADD COLUMN "prefix" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."api_keys" ADD COLUMN "created_by" text;--> statement-breakpoint
ALTER TABLE "directory"."api_keys" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."api_keys" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD COLUMN "channels" text[];--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD COLUMN "mechanisms" text[];--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD COLUMN "last_seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD COLUMN "user_agent" text;--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD COLUMN "method" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."tenants" ADD COLUMN "sells" text;--> statement-breakpoint
ALTER TABLE "directory"."tenants" ADD COLUMN "markets" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."tenants" ADD COLUMN "plan" text DEFAULT 'trial' NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."tenants" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."tenants" ADD COLUMN "status_reason" text;--> statement-breakpoint
ALTER TABLE "directory"."tenants" ADD COLUMN "status_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."tenants" ADD COLUMN "status_bites_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "directory"."tenants" ADD COLUMN "audit_days" integer DEFAULT 730 NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."users" ADD COLUMN "platform_admin" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "directory"."users" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."audit_entries" ADD COLUMN "actor_name" text;--> statement-breakpoint
ALTER TABLE "app"."audit_entries" ADD COLUMN "acting_admin" text;--> statement-breakpoint
ALTER TABLE "app"."audit_entries" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "app"."audit_entries" ADD COLUMN "after" jsonb;--> statement-breakpoint
ALTER TABLE "app"."audit_entries" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "app"."digest_deliveries" ADD COLUMN "limits" jsonb;--> statement-breakpoint
ALTER TABLE "app"."restatements" ADD COLUMN "definition" integer;--> statement-breakpoint
ALTER TABLE "directory"."act_as_grants" ADD CONSTRAINT "act_as_grants_admin_id_users_id_fk" FOREIGN KEY ("admin_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."act_as_grants" ADD CONSTRAINT "act_as_grants_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."authenticators" ADD CONSTRAINT "authenticators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."domains" ADD CONSTRAINT "domains_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."identities" ADD CONSTRAINT "identities_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."identity_providers" ADD CONSTRAINT "identity_providers_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."invitations" ADD CONSTRAINT "invitations_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."letters" ADD CONSTRAINT "letters_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."tenant_summaries" ADD CONSTRAINT "tenant_summaries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."tokens" ADD CONSTRAINT "tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "act_as_grants_admin_idx" ON "directory"."act_as_grants" USING btree ("admin_id","tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "domains_proven_key" ON "directory"."domains" USING btree ("domain") WHERE proven_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_key" ON "directory"."invitations" USING btree ("tenant_id","email") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "letters_due_idx" ON "directory"."letters" USING btree ("due_at") WHERE props is not null;--> statement-breakpoint
CREATE INDEX "platform_entries_at_idx" ON "directory"."platform_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "platform_entries_tenant_idx" ON "directory"."platform_entries" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "tokens_email_idx" ON "directory"."tokens" USING btree ("email","purpose");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "directory"."memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_entries_fact_idx" ON "app"."audit_entries" USING btree ("tenant_id","fact","at");--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD CONSTRAINT "sessions_id_unique" UNIQUE("id");
--> statement-breakpoint
-- Until now nobody was asked to show that their address is theirs: those who are here stay as they are.
UPDATE directory.users SET email_verified = created_at WHERE email_verified IS NULL;

CREATE SCHEMA IF NOT EXISTS "directory";
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS "app";
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS "reference";
--> statement-breakpoint
CREATE TABLE "directory"."api_keys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "directory"."heartbeats" (
	"process" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."memberships" (
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_tenant_id_user_id_pk" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."passwords" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."sign_in_failures" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."tenants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "directory"."users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"email_verified" timestamp with time zone,
	"image" text,
	"locale" text,
	"zone" text,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "app"."audit_entries" (
	"tenant_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "app"."audit_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor" text NOT NULL,
	"fact" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."digest_deliveries" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"period" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"message_id" text,
	"subject" text,
	"html" text,
	"text" text,
	"error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "digest_deliveries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "digest_deliveries_once" UNIQUE("tenant_id","user_id","digest","period")
);
--> statement-breakpoint
CREATE TABLE "app"."digest_subscriptions" (
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"hour" integer DEFAULT 7 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"unsubscribe_token" text NOT NULL,
	CONSTRAINT "digest_subscriptions_tenant_id_user_id_digest_pk" PRIMARY KEY("tenant_id","user_id","digest")
);
--> statement-breakpoint
CREATE TABLE "app"."dirty_days" (
	"tenant_id" uuid NOT NULL,
	"record" text NOT NULL,
	"day" date NOT NULL,
	"run_id" uuid,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dirty_days_tenant_id_record_day_pk" PRIMARY KEY("tenant_id","record","day")
);
--> statement-breakpoint
CREATE TABLE "app"."entity_days" (
	"tenant_id" uuid NOT NULL,
	"kpi" text NOT NULL,
	"entity" text NOT NULL,
	"day" date NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "entity_days_tenant_id_kpi_entity_day_pk" PRIMARY KEY("tenant_id","kpi","entity","day")
);
--> statement-breakpoint
CREATE TABLE "app"."feed_records" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"record" text NOT NULL,
	"first_day" date,
	"last_day" date,
	"watermark" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feed_records_tenant_id_feed_id_record_pk" PRIMARY KEY("tenant_id","feed_id","record")
);
--> statement-breakpoint
CREATE TABLE "app"."feeds" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"connector" text NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"config" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"mapping" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "feeds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "feeds_name_key" UNIQUE("tenant_id","name")
);
--> statement-breakpoint
CREATE TABLE "app"."idempotency_keys" (
	"tenant_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_tenant_id_key_pk" PRIMARY KEY("tenant_id","key")
);
--> statement-breakpoint
CREATE TABLE "app"."measurements" (
	"tenant_id" uuid NOT NULL,
	"kpi" text NOT NULL,
	"window" text NOT NULL,
	"day" date NOT NULL,
	"value" double precision,
	"reason" text,
	"numerator" bigint NOT NULL,
	"denominator" bigint NOT NULL,
	"sample" bigint NOT NULL,
	"companions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"excluded" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"caveats" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"definition" integer NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"restated_at" timestamp with time zone,
	CONSTRAINT "measurements_tenant_id_kpi_window_day_pk" PRIMARY KEY("tenant_id","kpi","window","day")
);
--> statement-breakpoint
CREATE TABLE "app"."milestones" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"template" text,
	"stage" integer NOT NULL,
	"kpi" text NOT NULL,
	"title" text,
	"target" double precision NOT NULL,
	"start_on" date NOT NULL,
	"due_on" date NOT NULL,
	"owner" text,
	"reached_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "milestones_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "milestones_template_key" UNIQUE("tenant_id","template")
);
--> statement-breakpoint
CREATE TABLE "app"."notes" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"day" date NOT NULL,
	"text" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."outbox" (
	"tenant_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "app"."outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."partials" (
	"tenant_id" uuid NOT NULL,
	"kpi" text NOT NULL,
	"dim" text NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"num" bigint NOT NULL,
	"den" bigint NOT NULL,
	"rows" bigint NOT NULL,
	"excluded" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "partials_tenant_id_kpi_dim_day_key_pk" PRIMARY KEY("tenant_id","kpi","dim","day","key")
);
--> statement-breakpoint
CREATE TABLE "app"."rejects" (
	"tenant_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "app"."rejects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"run_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"field" text,
	"value" text,
	"code" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"raw" jsonb NOT NULL,
	"raw_hash" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"settled_by_run" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rejects_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."restatements" (
	"tenant_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "app"."restatements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kpi" text NOT NULL,
	"window" text NOT NULL,
	"day" date NOT NULL,
	"before" double precision,
	"after" double precision,
	"run_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "restatements_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."runs" (
	"tenant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"feed_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"source" jsonb,
	"mapping" jsonb,
	"replay_of" uuid,
	"cursor" bigint DEFAULT 0 NOT NULL,
	"read" bigint DEFAULT 0 NOT NULL,
	"inserted" bigint DEFAULT 0 NOT NULL,
	"updated" bigint DEFAULT 0 NOT NULL,
	"unchanged" bigint DEFAULT 0 NOT NULL,
	"rejected" bigint DEFAULT 0 NOT NULL,
	"progress" double precision DEFAULT 0 NOT NULL,
	"error" jsonb,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."channels" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"name" text,
	"kind" text,
	"platform" text,
	"owner_group" text,
	"market_country" text,
	"zone" text,
	CONSTRAINT "channels_pkey" PRIMARY KEY("tenant_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."customer_identities" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"channel" text,
	"email" text,
	"phone" text,
	"login_id" text,
	"relay" boolean,
	"country" text,
	"marketing_consent" boolean,
	"first_seen_at" timestamp with time zone,
	"day" date,
	"customer_key" text,
	"verified" boolean,
	CONSTRAINT "customer_identities_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "reference"."ecb_rates" (
	"currency" text NOT NULL,
	"on" date NOT NULL,
	"rate" numeric NOT NULL,
	CONSTRAINT "ecb_rates_pkey" PRIMARY KEY("currency","on")
);
--> statement-breakpoint
CREATE TABLE "app"."fx_rates" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"on" date,
	"currency" text,
	"rate" numeric,
	"source" text,
	CONSTRAINT "fx_rates_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."listings" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"channel" text,
	"channel_sku" text,
	"product_sku" text,
	CONSTRAINT "listings_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."order_lines" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"order_id" text,
	"line_no" integer,
	"placed_at" timestamp with time zone,
	"channel" text,
	"sku" text,
	"title" text,
	"quantity" numeric,
	"unit_price" numeric,
	"currency" text,
	"amount_minor" bigint,
	"discount_minor" bigint,
	"tax_minor" bigint,
	"fee" boolean,
	"day" date,
	CONSTRAINT "order_lines_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."orders" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"number" text,
	"channel" text,
	"status" text,
	"cancelled_by" text,
	"placed_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	"promised_ship_at" timestamp with time zone,
	"customer_id" text,
	"ship_country" text,
	"ship_region" text,
	"b2b" boolean,
	"test" boolean,
	"touch" text,
	"currency" text,
	"gross_minor" bigint,
	"discount_minor" bigint,
	"shipping_minor" bigint,
	"tax_minor" bigint,
	"total_minor" bigint,
	"day" date,
	"net_reporting_minor" bigint,
	"fx_rate" numeric,
	"fx_on" date,
	"fx_source" text,
	"customer_key" text,
	CONSTRAINT "orders_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."process_events" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"case_kind" text,
	"case_id" text,
	"process" text,
	"step" text,
	"resource_kind" text,
	"resource" text,
	"department" text,
	"system" text,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"day" date,
	CONSTRAINT "process_events_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."products" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"title" text,
	"brand" text,
	"own_brand" boolean,
	"category" text,
	"hs_code" text,
	"supplier" text,
	"launched_on" date,
	CONSTRAINT "products_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."refunds" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"order_id" text,
	"refunded_at" timestamp with time zone,
	"channel" text,
	"country" text,
	"customer_id" text,
	"sku" text,
	"title" text,
	"quantity" numeric,
	"currency" text,
	"amount_minor" bigint,
	"fee" boolean,
	"reason" text,
	"day" date,
	"reporting_minor" bigint,
	"fx_rate" numeric,
	"fx_on" date,
	"fx_source" text,
	CONSTRAINT "refunds_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."shipments" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"order_number" text,
	"sku" text,
	"channel" text,
	"carrier" text,
	"service" text,
	"tracking_no" text,
	"from_country" text,
	"to_country" text,
	"stock_place" text,
	"customs_mode" text,
	"shipped_at" timestamp with time zone,
	"promised_deliver_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"delivered_quantity" numeric,
	"weight_grams" integer,
	"currency" text,
	"freight_minor" bigint,
	"day" date,
	"promised_on" date,
	"delivered_on" date,
	CONSTRAINT "shipments_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."tickets" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"channel" text,
	"order_number" text,
	"language" text,
	"opened_at" timestamp with time zone,
	"first_response_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"handled_by" text,
	"reopened" boolean,
	"day" date,
	CONSTRAINT "tickets_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "app"."tracking_events" (
	"tenant_id" uuid NOT NULL,
	"feed_id" uuid NOT NULL,
	"source_id" text NOT NULL,
	"source_updated_at" timestamp with time zone,
	"ingested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"run_id" uuid,
	"line" integer,
	"raw" jsonb,
	"shipment_id" text,
	"node" text,
	"code" text,
	"text" text,
	"place" text,
	"occurred_at" timestamp with time zone,
	"day" date,
	CONSTRAINT "tracking_events_pkey" PRIMARY KEY("tenant_id","feed_id","source_id")
);
--> statement-breakpoint
ALTER TABLE "directory"."api_keys" ADD CONSTRAINT "api_keys_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD CONSTRAINT "memberships_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "directory"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."passwords" ADD CONSTRAINT "passwords_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."feed_records" ADD CONSTRAINT "feed_records_tenant_id_feed_id_feeds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","feed_id") REFERENCES "app"."feeds"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rejects" ADD CONSTRAINT "rejects_tenant_id_run_id_runs_tenant_id_id_fk" FOREIGN KEY ("tenant_id","run_id") REFERENCES "app"."runs"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."runs" ADD CONSTRAINT "runs_tenant_id_feed_id_feeds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","feed_id") REFERENCES "app"."feeds"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_at_idx" ON "app"."audit_entries" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "entity_days_day_idx" ON "app"."entity_days" USING btree ("tenant_id","kpi","day");--> statement-breakpoint
CREATE INDEX "notes_day_idx" ON "app"."notes" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "rejects_run_idx" ON "app"."rejects" USING btree ("tenant_id","run_id","status","id");--> statement-breakpoint
CREATE INDEX "rejects_feed_idx" ON "app"."rejects" USING btree ("tenant_id","feed_id","status");--> statement-breakpoint
CREATE INDEX "restatements_kpi_idx" ON "app"."restatements" USING btree ("tenant_id","kpi","at");--> statement-breakpoint
CREATE INDEX "runs_feed_idx" ON "app"."runs" USING btree ("tenant_id","feed_id","created_at");--> statement-breakpoint
CREATE INDEX "runs_created_idx" ON "app"."runs" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "customer_identities_day_idx" ON "app"."customer_identities" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "fx_rates_currency_on_idx" ON "app"."fx_rates" USING btree ("tenant_id","currency","on");--> statement-breakpoint
CREATE INDEX "listings_channel_sku_idx" ON "app"."listings" USING btree ("tenant_id","channel_sku");--> statement-breakpoint
CREATE INDEX "listings_product_sku_idx" ON "app"."listings" USING btree ("tenant_id","product_sku");--> statement-breakpoint
CREATE INDEX "order_lines_day_idx" ON "app"."order_lines" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "order_lines_feed_id_order_id_idx" ON "app"."order_lines" USING btree ("tenant_id","feed_id","order_id");--> statement-breakpoint
CREATE INDEX "order_lines_sku_idx" ON "app"."order_lines" USING btree ("tenant_id","sku");--> statement-breakpoint
CREATE INDEX "orders_day_idx" ON "app"."orders" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "orders_number_idx" ON "app"."orders" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE INDEX "orders_customer_key_placed_at_idx" ON "app"."orders" USING btree ("tenant_id","customer_key","placed_at");--> statement-breakpoint
CREATE INDEX "orders_feed_id_customer_id_idx" ON "app"."orders" USING btree ("tenant_id","feed_id","customer_id");--> statement-breakpoint
CREATE INDEX "orders_channel_day_idx" ON "app"."orders" USING btree ("tenant_id","channel","day");--> statement-breakpoint
CREATE INDEX "process_events_day_idx" ON "app"."process_events" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "process_events_case_id_step_started_at_idx" ON "app"."process_events" USING btree ("tenant_id","case_id","step","started_at");--> statement-breakpoint
CREATE INDEX "products_source_id_idx" ON "app"."products" USING btree ("tenant_id","source_id");--> statement-breakpoint
CREATE INDEX "refunds_day_idx" ON "app"."refunds" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "refunds_feed_id_order_id_idx" ON "app"."refunds" USING btree ("tenant_id","feed_id","order_id");--> statement-breakpoint
CREATE INDEX "shipments_day_idx" ON "app"."shipments" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "shipments_order_number_idx" ON "app"."shipments" USING btree ("tenant_id","order_number");--> statement-breakpoint
CREATE INDEX "shipments_source_id_idx" ON "app"."shipments" USING btree ("tenant_id","source_id");--> statement-breakpoint
CREATE INDEX "shipments_tracking_no_idx" ON "app"."shipments" USING btree ("tenant_id","tracking_no");--> statement-breakpoint
CREATE INDEX "tickets_day_idx" ON "app"."tickets" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "tickets_order_number_idx" ON "app"."tickets" USING btree ("tenant_id","order_number");--> statement-breakpoint
CREATE INDEX "tracking_events_day_idx" ON "app"."tracking_events" USING btree ("tenant_id","day");--> statement-breakpoint
CREATE INDEX "tracking_events_shipment_id_idx" ON "app"."tracking_events" USING btree ("tenant_id","shipment_id");
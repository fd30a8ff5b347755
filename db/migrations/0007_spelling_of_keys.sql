-- A key without case, spaces, punctuation and leading zeros, full-width characters as plain ones; itself where nothing else is left.
-- formOf in domain/measurements/alike.ts does the same for text that is at hand. Of the first 200 characters, as an entry of an index has a largest size.
CREATE FUNCTION "app"."key_form"("key" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select left(coalesce(nullif(ltrim(translate(lower(normalize("key", NFKC)), E' \t\n\r\f\u000b\u0085\u2028\u2029\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c・、。·•§¡¿‘’‚‛“”„‟‹›«»〈〉《》「」『』【】〔〕〖〗-_./\\#:,;*+\'"()[]{}<>|&~@!?`^=$%', ''), '0'), ''), "key"), 200)
$$;--> statement-breakpoint
-- One statement a table: each writes it anew.
ALTER TABLE "app"."listings"
  ADD COLUMN "channel_sku_form" text GENERATED ALWAYS AS (app.key_form("channel_sku")) STORED,
  ADD COLUMN "product_sku_form" text GENERATED ALWAYS AS (app.key_form("product_sku")) STORED;--> statement-breakpoint
ALTER TABLE "app"."orders"
  ADD COLUMN "number_form" text GENERATED ALWAYS AS (app.key_form("number")) STORED;--> statement-breakpoint
ALTER TABLE "app"."process_events"
  ADD COLUMN "case_id_form" text GENERATED ALWAYS AS (app.key_form("case_id")) STORED;--> statement-breakpoint
ALTER TABLE "app"."products"
  ADD COLUMN "source_id_form" text GENERATED ALWAYS AS (app.key_form("source_id")) STORED;--> statement-breakpoint
ALTER TABLE "app"."shipments"
  ADD COLUMN "order_number_form" text GENERATED ALWAYS AS (app.key_form("order_number")) STORED,
  ADD COLUMN "source_id_form" text GENERATED ALWAYS AS (app.key_form("source_id")) STORED,
  ADD COLUMN "tracking_no_form" text GENERATED ALWAYS AS (app.key_form("tracking_no")) STORED;--> statement-breakpoint
ALTER TABLE "app"."tickets"
  ADD COLUMN "order_number_form" text GENERATED ALWAYS AS (app.key_form("order_number")) STORED,
  ADD COLUMN "source_id_form" text GENERATED ALWAYS AS (app.key_form("source_id")) STORED;--> statement-breakpoint
ALTER TABLE "app"."tracking_events"
  ADD COLUMN "shipment_id_form" text GENERATED ALWAYS AS (app.key_form("shipment_id")) STORED;--> statement-breakpoint
CREATE INDEX "listings_channel_sku_form_idx" ON "app"."listings" USING btree ("tenant_id","channel_sku_form");--> statement-breakpoint
CREATE INDEX "listings_product_sku_form_idx" ON "app"."listings" USING btree ("tenant_id","product_sku_form");--> statement-breakpoint
CREATE INDEX "orders_number_form_idx" ON "app"."orders" USING btree ("tenant_id","number_form");--> statement-breakpoint
CREATE INDEX "process_events_case_id_form_idx" ON "app"."process_events" USING btree ("tenant_id","case_id_form");--> statement-breakpoint
CREATE INDEX "products_source_id_form_idx" ON "app"."products" USING btree ("tenant_id","source_id_form");--> statement-breakpoint
CREATE INDEX "shipments_order_number_form_idx" ON "app"."shipments" USING btree ("tenant_id","order_number_form");--> statement-breakpoint
CREATE INDEX "shipments_source_id_form_idx" ON "app"."shipments" USING btree ("tenant_id","source_id_form");--> statement-breakpoint
CREATE INDEX "shipments_tracking_no_form_idx" ON "app"."shipments" USING btree ("tenant_id","tracking_no_form");--> statement-breakpoint
CREATE INDEX "tickets_order_number_form_idx" ON "app"."tickets" USING btree ("tenant_id","order_number_form");--> statement-breakpoint
CREATE INDEX "tickets_source_id_form_idx" ON "app"."tickets" USING btree ("tenant_id","source_id_form");--> statement-breakpoint
CREATE INDEX "tracking_events_shipment_id_form_idx" ON "app"."tracking_events" USING btree ("tenant_id","shipment_id_form");
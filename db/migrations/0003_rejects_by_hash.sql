DROP INDEX "app"."rejects_feed_idx";--> statement-breakpoint
CREATE INDEX "rejects_feed_idx" ON "app"."rejects" USING btree ("tenant_id","feed_id","status","raw_hash");
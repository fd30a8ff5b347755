DROP INDEX "app"."rejects_open_idx";--> statement-breakpoint
CREATE INDEX "rejects_open_idx" ON "app"."rejects" USING btree ("tenant_id","feed_id","id","field") WHERE status = 'open';
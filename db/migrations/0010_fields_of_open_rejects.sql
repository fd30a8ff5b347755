ALTER TABLE "app"."rejects" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "app"."rejects" SET "field" = left("field", 255) WHERE length("field") > 255;--> statement-breakpoint
ALTER TABLE "app"."rejects" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "app"."rejects_open_idx";--> statement-breakpoint
CREATE INDEX "rejects_open_idx" ON "app"."rejects" USING btree ("tenant_id","feed_id","id","field") WHERE status = 'open';
-- The table of the weights becomes that of all that a firm can set in place of a default; its rows stay as versions of the topic `weights`.
ALTER TABLE "app"."weight_sets" RENAME TO "rules";--> statement-breakpoint
ALTER TABLE "app"."rules" RENAME COLUMN "levels" TO "own";--> statement-breakpoint
ALTER TABLE "app"."rules" ALTER COLUMN "own" DROP DEFAULT, ALTER COLUMN "own" DROP NOT NULL,
  ADD COLUMN "topic" text DEFAULT 'weights' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."rules" ALTER COLUMN "topic" DROP DEFAULT,
  DROP CONSTRAINT "weight_sets_tenant_id_version_pk",
  ADD CONSTRAINT "rules_tenant_id_topic_version_pk" PRIMARY KEY("tenant_id","topic","version");

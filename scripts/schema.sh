#!/bin/sh
# Regenerates db/schema.ts (or the file that SCHEMA_FILE names) from the migrated database named by DATABASE_URL, and lists new migrations.
set -eu
cd "$(dirname "$0")/.."
[ -n "${SCHEMA_FILE:-}" ] || node_modules/.bin/node scripts/list-migrations.ts
exec node_modules/.bin/kysely-codegen --dialect postgres --url "$DATABASE_URL" --out-file "${SCHEMA_FILE:-db/schema.ts}" \
  --default-schema public --include-pattern '{agencies,catalogue,dossiers,files,identity,journal,notices,payments,people,places,platform,results}.*' \
  --date-parser string \
  --type-mapping '{"timestamptz":"Temporal.Instant","int8":"number","date":"string"}'

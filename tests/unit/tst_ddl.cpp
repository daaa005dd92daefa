// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schema/ddl.h"
#include "models/schema/objectname.h"
#include "models/tables/player.h"
#include "tests/support/guild.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class DdlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofPlayers()
    {
        QCOMPARE(createStatements(describe(players)).join(u";\n"),
                 uR"(CREATE TABLE "public"."players" (
    "id" SERIAL NOT NULL,
    "name" character varying(100) NOT NULL,
    "level" integer NOT NULL,
    "total_exp" integer NOT NULL,
    "created_at" timestamp without time zone NOT NULL,
    CONSTRAINT "players_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ix_players_level_name" ON "public"."players" ("level" DESC, "name", "id"))"_s);
    }

    void ofEverything()
    {
        QCOMPARE(createStatements(describe(test::guilds)).join(u";\n"),
                 uR"(CREATE TYPE "public"."guild_rank" AS ENUM ('recruit', 'veteran', 'leader''s');
CREATE TABLE "public"."guilds" (
    "id" BIGSERIAL NOT NULL,
    "name" character varying(40) NOT NULL,
    "motto" text,
    "realm" character varying(20) NOT NULL,
    "rank" "public"."guild_rank" NOT NULL,
    "size" smallint DEFAULT 0 NOT NULL,
    "score" double precision NOT NULL,
    "weight" real,
    "open" boolean DEFAULT true NOT NULL,
    "gold" numeric(12,2) NOT NULL,
    "leader_id" integer,
    "parent_id" bigint,
    "token" uuid,
    "badge" bytea,
    "settings" jsonb NOT NULL,
    "tags" text[] NOT NULL,
    "founded" date,
    "raid_at" time without time zone,
    "created_at" timestamp without time zone NOT NULL,
    "seen_at" timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT "guilds_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "guilds_name_key" UNIQUE ("name"),
    CONSTRAINT "guilds_realm_name_key" UNIQUE ("realm", "name"),
    CONSTRAINT "ck_guilds_size" CHECK (size >= 0),
    CONSTRAINT "ck_guilds_score" CHECK ("score" >= '0'),
    CONSTRAINT "guilds_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "public"."players" ("id") ON DELETE SET NULL,
    CONSTRAINT "guilds_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "public"."guilds" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "ix_guilds_size" ON "public"."guilds" ("size");
CREATE INDEX "ix_guilds_open" ON "public"."guilds" ("realm", "weight" DESC NULLS LAST) INCLUDE ("gold") WHERE "open" = 't';
CREATE UNIQUE INDEX "ix_guilds_lower_name" ON "public"."guilds" ((lower(name)));
CREATE INDEX "ix_guilds_tags" ON "public"."guilds" USING gin ("tags");
COMMENT ON TABLE "public"."guilds" IS 'Guilds of a realm';
COMMENT ON COLUMN "public"."guilds"."name" IS 'as the players call it''s name')"_s);
    }

    void identityAndGenerated()
    {
        TableSchema table;
        table.name = {u"s"_s, u"a \"b\""_s};
        table.columns = {{.name = u"id"_s,
                          .type = u"integer"_s,
                          .nullable = false,
                          .autoIncrement = true,
                          .identity = u"ALWAYS"_s},
                         {.name = u"twice"_s, .type = u"integer"_s, .generated = u"id * 2"_s}};
        QCOMPARE(createTableStatement(table),
                 u"CREATE TABLE \"s\".\"a \"\"b\"\"\" (\n"
                 "    \"id\" integer GENERATED ALWAYS AS IDENTITY NOT NULL,\n"
                 "    \"twice\" integer GENERATED ALWAYS AS (id * 2) STORED\n)"_s);
        table.columns.clear();
        QCOMPARE(createTableStatement(table), u"CREATE TABLE \"s\".\"a \"\"b\"\"\" ()"_s);
    }

    void namesAreCutAsPostgresDoes()
    {
        const QString a40(40, u'a');
        const QString b40(40, u'b');
        // What PostgreSQL 15 names the constraint of such a table and column.
        QCOMPARE(roster::objectName(a40, b40, u"key"_s),
                 QString(29, u'a') + u'_' + QString(29, u'b') + u"_key"_s);
        QCOMPARE(roster::objectName(QString(40, u'å'), {}, u"pkey"_s),
                 QString(29, u'å') + u"_pkey"_s);
        QCOMPARE(roster::objectName(u"players"_s, {}, u"pkey"_s), u"players_pkey"_s);
    }
};

QTEST_GUILESS_MAIN(DdlTest)
#include "tst_ddl.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/snapshotqueries.h"

#include "models/comparison/snapshotqueryparts.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr auto qualifiedType = "'TYPE ' || quote_ident(n.nspname) || '.' || quote_ident(t.typname)";

QString schemasSql()
{
    return u"SELECT n.oid, 0, '', '', quote_ident(n.nspname), obj_description(n.oid, "
           "'pg_namespace') AS comment FROM pg_namespace n WHERE "_s
         + own("pg_namespace", "n.oid");
}

constexpr auto extensionsSql = R"(
SELECT e.oid, 0, '', '', quote_ident(e.extname), quote_ident(n.nspname) AS kind
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql')";

QString collationsSql()
{
    return uR"(
SELECT c.oid, 0, quote_ident(n.nspname), '', quote_ident(c.collname),
       CASE c.collprovider
           WHEN 'c' THEN format('(provider = libc, lc_collate = %L, lc_ctype = %L)',
                                c.collcollate, c.collctype)
           ELSE format('(provider = %s, locale = %L%s)',
                       CASE c.collprovider WHEN 'i' THEN 'icu' ELSE 'builtin' END,
                       coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale',
                                c.collcollate::text),
                       CASE WHEN c.collisdeterministic THEN '' ELSE ', deterministic = false' END)
       END AS definition,
       obj_description(c.oid, 'pg_collation') AS comment
FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE )"_s
         + own("pg_collation", "c.oid");
}

QString typesSql(const char *properties, const char *from, const char *letter)
{
    return u"SELECT t.oid, 0, quote_ident(n.nspname), '', quote_ident(t.typname), "
           "obj_description(t.oid, 'pg_type') AS comment, %1, %2 FROM pg_type t JOIN pg_namespace "
           "n ON n.oid = t.typnamespace %3 WHERE t.typtype = '%4' AND %5"_s.arg(
               grants("t.typacl", "t.typowner", qualifiedType, true), QString::fromUtf8(properties),
               QString::fromUtf8(from), QString::fromUtf8(letter), own("pg_type", "t.oid"));
}

constexpr auto enumProperties = R"(
(SELECT json_agg(l.enumlabel ORDER BY l.enumsortorder)::text FROM pg_enum l
 WHERE l.enumtypid = t.oid) AS labels)";

constexpr auto domainProperties = R"(
format_type(t.typbasetype, t.typtypmod) AS base, t.typnotnull AS not_null,
pg_get_expr(t.typdefaultbin, 0) AS default,
(SELECT quote_ident(ln.nspname) || '.' || quote_ident(l.collname)
 FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace
 JOIN pg_type b ON b.oid = t.typbasetype
 WHERE l.oid = t.typcollation AND l.oid <> b.typcollation) AS collation)";

constexpr auto compositeProperties = R"(
(SELECT json_agg(json_build_array(quote_ident(a.attname),
            format_type(a.atttypid, a.atttypmod) || coalesce((
                SELECT ' COLLATE ' || quote_ident(ln.nspname) || '.' || quote_ident(l.collname)
                FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace
                JOIN pg_type at ON at.oid = a.atttypid
                WHERE l.oid = a.attcollation AND l.oid <> at.typcollation), ''))
        ORDER BY a.attnum)::text
 FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
AS columns,
(SELECT json_object_agg(quote_ident(a.attname), d.description ORDER BY a.attnum)::text
 FROM pg_description d JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum = d.objsubid
 WHERE d.classoid = 'pg_class'::regclass AND d.objoid = t.typrelid AND d.objsubid > 0)
AS column_comments)";

constexpr auto rangeProperties = R"(
format('(subtype = %s%s%s%s%s%s)', format_type(r.rngsubtype, NULL),
       CASE WHEN NOT o.opcdefault
            THEN ', subtype_opclass = ' || quote_ident(qn.nspname) || '.' || quote_ident(o.opcname)
       END,
       CASE WHEN r.rngcollation <> b.typcollation
            THEN ', collation = ' || quote_ident(ln.nspname) || '.' || quote_ident(l.collname) END,
       CASE WHEN r.rngcanonical <> 0 THEN ', canonical = ' || r.rngcanonical END,
       CASE WHEN r.rngsubdiff <> 0 THEN ', subtype_diff = ' || r.rngsubdiff END,
       coalesce((SELECT ', multirange_type_name = ' || format_type(m.oid, NULL) FROM pg_type m
                 WHERE m.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid), ''))
AS definition)";

constexpr auto rangeFrom = R"(
JOIN pg_range r ON r.rngtypid = t.oid
JOIN pg_type b ON b.oid = r.rngsubtype
LEFT JOIN pg_opclass o ON o.oid = r.rngsubopc
LEFT JOIN pg_namespace qn ON qn.oid = o.opcnamespace
LEFT JOIN pg_collation l ON l.oid = r.rngcollation
LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace)";

QString domainChecksSql()
{
    return uR"(
SELECT k.oid, 0, quote_ident(n.nspname), quote_ident(t.typname), quote_ident(k.conname),
       pg_get_constraintdef(k.oid) AS definition, obj_description(k.oid, 'pg_constraint') AS comment
FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE k.contype = 'c' AND )"_s
         + own("pg_type", "t.oid");
}

QString sequencesSql()
{
    return uR"(
SELECT c.oid, 0, quote_ident(n.nspname), '', quote_ident(c.relname),
       format_type(s.seqtypid, NULL) AS type, s.seqincrement AS increment, s.seqstart AS start,
       s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache, s.seqcycle AS cycle,
       CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED' END AS persistence,
       obj_description(c.oid, 'pg_class') AS comment,
)"_s
         + grants("c.relacl", "c.relowner",
                  "'SEQUENCE ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname)", false)
         + uR"(
FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT EXISTS (SELECT FROM pg_depend i WHERE i.classid = 'pg_class'::regclass
                  AND i.objid = c.oid AND i.deptype = 'i') AND )"_s
         + ownRelation();
}

QString sequenceOwnersSql()
{
    return uR"(
SELECT 0, 0, quote_ident(n.nspname), '', quote_ident(c.relname),
       d.refobjid::regclass || '.' || quote_ident(a.attname) AS column
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'a'
     AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE c.relkind = 'S' AND )"_s
         + ownRelation();
}

QString functionsSql()
{
    return uR"(
SELECT p.oid, 0, quote_ident(n.nspname), '',
       quote_ident(p.proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')',
       pg_get_functiondef(p.oid) AS definition, pg_get_function_result(p.oid) AS type,
       pg_get_function_arguments(p.oid) AS columns, p.prokind AS kind,
       obj_description(p.oid, 'pg_proc') AS comment,
)"_s
         + grants("p.proacl", "p.proowner",
                  "CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || "
                  "quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' || "
                  "pg_get_function_identity_arguments(p.oid) || ')'",
                  true)
         + u" FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
           "WHERE p.prokind IN ('f', 'p', 'w') AND NOT EXISTS (SELECT FROM pg_depend i WHERE "
           "i.classid "
           "= 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i') AND "_s
         + own("pg_proc", "p.oid");
}

QString statisticsSql()
{
    return uR"(
SELECT s.oid, 0, quote_ident(n.nspname), '', quote_ident(s.stxname),
       -- The columns by name: the server writes them in the order they have in the table.
       replace(pg_get_statisticsobjdef(s.oid), ' ON ' || k.placed, ' ON ' || k.named) AS definition,
       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS statistics_target,
       obj_description(s.oid, 'pg_statistic_ext') AS comment
FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), '') AS placed,
           coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname), '') AS named
    FROM pg_attribute a WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)) k
WHERE )"_s
         + own("pg_statistic_ext", "s.oid");
}

QString rulesSql()
{
    return uR"(
SELECT r.oid, 0, quote_ident(n.nspname), quote_ident(c.relname), quote_ident(r.rulename),
       pg_get_ruledef(r.oid) AS definition, nullif(r.ev_enabled, 'O') AS enabled,
       obj_description(r.oid, 'pg_rewrite') AS comment
FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE r.rulename <> '_RETURN' AND )"_s
         + ownRelation();
}

QString triggersSql()
{
    return uR"(
SELECT t.oid, 0, quote_ident(n.nspname), quote_ident(c.relname), quote_ident(t.tgname),
       pg_get_triggerdef(t.oid) AS definition, nullif(t.tgenabled, 'O') AS enabled,
       -- Where partitions have it otherwise.
       CASE WHEN c.relkind = 'p' THEN (
           SELECT json_agg(json_build_array(k.tgrelid::regclass::text, k.tgenabled)
                           ORDER BY k.tgrelid::regclass::text)::text
           FROM pg_partition_tree(c.oid) p JOIN pg_trigger k ON k.tgrelid = p.relid
           WHERE k.tgname = t.tgname AND k.tgenabled <> t.tgenabled
             AND to_jsonb(k) ->> 'tgparentid' <> '0') END AS options,
       obj_description(t.oid, 'pg_trigger') AS comment
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND coalesce(to_jsonb(t) ->> 'tgparentid', '0') = '0' AND )"_s
         + ownRelation();
}

QString policiesSql()
{
    return uR"(
SELECT p.oid, 0, quote_ident(n.nspname), quote_ident(c.relname), quote_ident(p.polname),
       format('AS %s FOR %s TO %s%s%s',
              CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
              CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                            WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
              (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC'
                                        ELSE quote_ident(pg_get_userbyid(r)) END, ', ' ORDER BY r)
               FROM unnest(p.polroles) r),
              ' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
              ' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') AS definition,
       obj_description(p.oid, 'pg_policy') AS comment
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE )"_s
         + ownRelation();
}

constexpr auto eventTriggersSql = R"(
SELECT e.oid, 0, '', '', quote_ident(e.evtname),
       format('ON %s%s EXECUTE FUNCTION %s()', e.evtevent,
              (SELECT ' WHEN TAG IN (' || string_agg(quote_literal(t), ', ' ORDER BY t) || ')'
               FROM unnest(e.evttags) t), e.evtfoid::regproc) AS definition,
       nullif(e.evtenabled, 'O') AS enabled, obj_description(e.oid, 'pg_event_trigger') AS comment
FROM pg_event_trigger e
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.deptype = 'e' AND d.objid = e.oid
                  AND d.classid = 'pg_event_trigger'::regclass))";

}  // namespace

QList<SnapshotQuery> snapshotQueries(int majorVersion)
{
    using enum ObjectKind;
    return {
        {Schema, u"pg_namespace"_s, schemasSql()},
        {Extension, u"pg_extension"_s, QString::fromUtf8(extensionsSql)},
        {ForeignDataWrapper, u"pg_foreign_data_wrapper"_s, foreignDataWrappersSql()},
        {Server, u"pg_foreign_server"_s, serversSql()},
        {TextSearchDictionary, u"pg_ts_dict"_s, textSearchDictionariesSql()},
        {TextSearchConfiguration, u"pg_ts_config"_s, textSearchConfigurationsSql()},
        {Collation, u"pg_collation"_s, collationsSql()},
        {Enum, u"pg_type"_s, typesSql(enumProperties, "", "e")},
        {Domain, u"pg_type"_s, typesSql(domainProperties, "", "d")},
        {CompositeType, u"pg_type"_s,
         typesSql(compositeProperties,
                  "JOIN pg_class tc ON tc.oid = t.typrelid AND tc.relkind = 'c'", "c")},
        {RangeType, u"pg_type"_s, typesSql(rangeProperties, rangeFrom, "r")},
        {DomainCheck, u"pg_constraint"_s, domainChecksSql()},
        {Sequence, u"pg_class"_s, sequencesSql()},
        {SequenceOwner, u"none"_s, sequenceOwnersSql()},
        {Function, u"pg_proc"_s, functionsSql()},
        {Aggregate, u"pg_proc"_s, aggregatesSql()},
        {Operator, u"pg_operator"_s, operatorsSql()},
        {Cast, u"pg_cast"_s, ownCastsSql()},
        {Table, u"pg_class"_s, tablesSql()},
        {Column, u"pg_class"_s, columnsSql()},
        {Default, u"pg_attrdef"_s, defaultsSql()},
        {Constraint, u"pg_constraint"_s, constraintsSql("'p', 'u', 'x', 'c'")},
        {ForeignKey, u"pg_constraint"_s, constraintsSql("'f'")},
        {Index, u"pg_class"_s, indexesSql()},
        {ForeignTable, u"pg_class"_s, foreignTablesSql()},
        {View, u"pg_class"_s, viewsSql("v")},
        {MaterializedView, u"pg_class"_s, viewsSql("m")},
        {Statistics, u"pg_statistic_ext"_s, statisticsSql()},
        {Rule, u"pg_rewrite"_s, rulesSql()},
        {Trigger, u"pg_trigger"_s, triggersSql()},
        {Policy, u"pg_policy"_s, policiesSql()},
        {Publication, u"pg_publication"_s, publicationsSql(majorVersion)},
        {EventTrigger, u"pg_event_trigger"_s, QString::fromUtf8(eventTriggersSql)},
    };
}

QList<SnapshotQuery> cloneQueries()
{
    using enum ObjectKind;
    return {
        {Constraint, u"none"_s, constraintClonesSql("'p', 'u', 'x', 'c'")},
        {ForeignKey, u"none"_s, constraintClonesSql("'f'")},
        {Index, u"none"_s, indexClonesSql()},
    };
}

QString standInsSql()
{
    return uR"(
SELECT 'pg_rewrite', r.oid, 'pg_class', r.ev_class, 0 FROM pg_rewrite r
WHERE r.rulename = '_RETURN' AND r.oid >= 16384
UNION ALL
SELECT 'pg_type', t.oid, 'pg_class', t.typrelid, 0 FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
WHERE c.relkind <> 'c' AND t.oid >= 16384
UNION ALL
SELECT 'pg_class', t.typrelid, 'pg_type', t.oid, 0 FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid
WHERE c.relkind = 'c' AND t.oid >= 16384
UNION ALL
SELECT 'pg_type', t.typarray, 'pg_type', t.oid, 0 FROM pg_type t
WHERE t.typarray <> 0 AND t.oid >= 16384
UNION ALL
SELECT 'pg_type', (to_jsonb(r) ->> 'rngmultitypid')::oid, 'pg_type', r.rngtypid, 0 FROM pg_range r
WHERE r.rngtypid >= 16384 AND to_jsonb(r) ? 'rngmultitypid'
UNION ALL
SELECT 'pg_attrdef', x.oid, 'pg_class', x.adrelid, x.adnum FROM pg_attrdef x
JOIN pg_attribute a ON a.attrelid = x.adrelid AND a.attnum = x.adnum AND a.attgenerated <> ''
UNION ALL
SELECT e.classid::regclass::text, e.objid, 'pg_extension', e.refobjid, 0 FROM pg_depend e
WHERE e.deptype = 'e' AND e.objid >= 16384
UNION ALL
SELECT 'pg_publication_rel', r.oid, 'pg_publication', r.prpubid, 0 FROM pg_publication_rel r
UNION ALL
SELECT 'pg_class', k.conindid, 'pg_constraint', k.oid, 0 FROM pg_constraint k
WHERE k.contype IN ('p', 'u', 'x') AND k.conindid <> 0 AND k.oid >= 16384)"_s;
}

QString dependenciesSql()
{
    return uR"(
SELECT d.classid::regclass, d.objid, d.objsubid, d.refclassid::regclass, d.refobjid, d.refobjsubid
FROM pg_depend d
WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.deptype <> 'e')"_s;
}

QString castsSql()
{
    return u"SELECT format_type(castsource, NULL), format_type(casttarget, NULL), castcontext FROM "
           "pg_cast"_s;
}

}  // namespace roster

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/snapshotqueryparts.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace roster {

// Aggregates, operators, casts, text search, foreign data and publications: small objects that are
// made anew where they differ, since no rows are in them.

namespace {

constexpr int publicationsOfColumns = 15;

/// ` OPTIONS (name 'value', …)` of an array of options; NULL where there are none.
QString options(const char *array)
{
    return uR"((SELECT ' OPTIONS (' || string_agg(quote_ident(o.option_name) || ' '
                  || quote_literal(o.option_value), ', ' ORDER BY o.option_name) || ')'
        FROM pg_options_to_table(%1) o))"_s.arg(QString::fromUtf8(array));
}

/// [name, value] of each option.
QString optionPairs(const char *array)
{
    return uR"((SELECT json_agg(json_build_array(quote_ident(o.option_name), o.option_value)
                ORDER BY o.option_name)::text FROM pg_options_to_table(%1) o))"_s.arg(
        QString::fromUtf8(array));
}

QString notExtensions(const char *catalogue, const char *oid)
{
    return QString::fromUtf8(
               "%2 >= 16384 AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.deptype IN "
               "('e', 'i') AND e.classid = '%1'::regclass AND e.objid = %2)")
        .arg(QString::fromUtf8(catalogue), QString::fromUtf8(oid));
}

}  // namespace

QString aggregatesSql()
{
    return uR"(
SELECT p.oid, 0, quote_ident(n.nspname), '',
       quote_ident(p.proname) || '('
           || coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*') || ')',
       format('(SFUNC = %s, STYPE = %s', a.aggtransfn, format_type(a.aggtranstype, NULL))
       || CASE WHEN a.aggtransspace <> 0 THEN ', SSPACE = ' || a.aggtransspace ELSE '' END
       || CASE WHEN a.aggfinalfn <> 0 THEN ', FINALFUNC = ' || a.aggfinalfn ELSE '' END
       || CASE WHEN a.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END
       || CASE WHEN a.aggfinalfn <> 0 THEN ', FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify
              WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END
              ELSE '' END
       || CASE WHEN a.aggcombinefn <> 0 THEN ', COMBINEFUNC = ' || a.aggcombinefn ELSE '' END
       || CASE WHEN a.aggserialfn <> 0 THEN ', SERIALFUNC = ' || a.aggserialfn ELSE '' END
       || CASE WHEN a.aggdeserialfn <> 0 THEN ', DESERIALFUNC = ' || a.aggdeserialfn ELSE '' END
       || coalesce(', INITCOND = ' || quote_literal(a.agginitval), '')
       || CASE WHEN a.aggmtransfn <> 0 THEN format(', MSFUNC = %s, MINVFUNC = %s, MSTYPE = %s',
              a.aggmtransfn, a.aggminvtransfn, format_type(a.aggmtranstype, NULL)) ELSE '' END
       || CASE WHEN a.aggmtransspace <> 0 THEN ', MSSPACE = ' || a.aggmtransspace ELSE '' END
       || CASE WHEN a.aggmfinalfn <> 0 THEN ', MFINALFUNC = ' || a.aggmfinalfn ELSE '' END
       || CASE WHEN a.aggmfinalextra THEN ', MFINALFUNC_EXTRA' ELSE '' END
       || coalesce(', MINITCOND = ' || quote_literal(a.aggminitval), '')
       || CASE WHEN a.aggsortop <> 0
               THEN ', SORTOP = OPERATOR(' || split_part(a.aggsortop::regoperator::text, '(', 1)
                    || ')' ELSE '' END
       || CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE'
               WHEN 'r' THEN ', PARALLEL = RESTRICTED' ELSE '' END
       || CASE a.aggkind WHEN 'h' THEN ', HYPOTHETICAL' ELSE '' END || ')' AS definition,
       obj_description(p.oid, 'pg_proc') AS comment,
)"_s
         + grants(
               "p.proacl", "p.proowner",
               "'FUNCTION ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' || "
               "pg_get_function_identity_arguments(p.oid) || ')'",
               true)
         + uR"(
FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE )"_s
         + own("pg_proc", "p.oid");
}

QString operatorsSql()
{
    return uR"(
SELECT o.oid, 0, quote_ident(n.nspname), '',
       format('%s (%s, %s)', o.oprname,
              CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
              CASE o.oprright WHEN 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END),
       format('(FUNCTION = %s', o.oprcode)
       || CASE WHEN o.oprleft <> 0 THEN ', LEFTARG = ' || format_type(o.oprleft, NULL)
               ELSE '' END
       || CASE WHEN o.oprright <> 0 THEN ', RIGHTARG = ' || format_type(o.oprright, NULL)
               ELSE '' END
       || coalesce((SELECT format(', COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                    FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace
                    WHERE c.oid = o.oprcom), '')
       || coalesce((SELECT format(', NEGATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname)
                    FROM pg_operator c JOIN pg_namespace cn ON cn.oid = c.oprnamespace
                    WHERE c.oid = o.oprnegate), '')
       || CASE WHEN o.oprrest <> 0 THEN ', RESTRICT = ' || o.oprrest ELSE '' END
       || CASE WHEN o.oprjoin <> 0 THEN ', JOIN = ' || o.oprjoin ELSE '' END
       || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
       || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END || ')' AS definition,
       obj_description(o.oid, 'pg_operator') AS comment
FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE o.oprcode <> 0 AND )"_s
         + own("pg_operator", "o.oid");
}

QString ownCastsSql()
{
    return uR"(
SELECT c.oid, 0, '', '',
       format('(%s AS %s)', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)),
       CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT'
            ELSE 'WITH FUNCTION ' || c.castfunc::regprocedure END
       || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT'
               ELSE '' END AS definition,
       obj_description(c.oid, 'pg_cast') AS comment
FROM pg_cast c WHERE )"_s
         + notExtensions("pg_cast", "c.oid");
}

QString textSearchDictionariesSql()
{
    return uR"(
SELECT d.oid, 0, quote_ident(n.nspname), '', quote_ident(d.dictname),
       format('(TEMPLATE = %I.%I%s)', tn.nspname, t.tmplname, ', ' || d.dictinitoption)
           AS definition,
       obj_description(d.oid, 'pg_ts_dict') AS comment
FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
WHERE )"_s
         + own("pg_ts_dict", "d.oid");
}

QString textSearchConfigurationsSql()
{
    return uR"(
SELECT c.oid, 0, quote_ident(n.nspname), '', quote_ident(c.cfgname),
       format('(PARSER = %I.%I)', pn.nspname, p.prsname) || coalesce((
           SELECT string_agg(E'\n' || m.mapping, '' ORDER BY m.tokid) FROM (
               SELECT t.tokid, format('FOR %I WITH %s', t.alias,
                      string_agg(k.mapdict::regdictionary::text, ', ' ORDER BY k.mapseqno))
               FROM pg_ts_config_map k JOIN ts_token_type(c.cfgparser) t ON t.tokid = k.maptokentype
               WHERE k.mapcfg = c.oid GROUP BY t.tokid, t.alias) AS m (tokid, mapping)), '')
           AS definition,
       obj_description(c.oid, 'pg_ts_config') AS comment
FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
WHERE )"_s
         + own("pg_ts_config", "c.oid");
}

QString foreignDataWrappersSql()
{
    return uR"(
SELECT f.oid, 0, '', '', quote_ident(f.fdwname),
       concat_ws(' ', CASE WHEN f.fdwhandler <> 0 THEN 'HANDLER ' || f.fdwhandler::regproc END,
                 CASE WHEN f.fdwvalidator <> 0 THEN 'VALIDATOR ' || f.fdwvalidator::regproc END)
           AS definition,
       %1 AS options, obj_description(f.oid, 'pg_foreign_data_wrapper') AS comment
FROM pg_foreign_data_wrapper f WHERE %2)"_s.arg(optionPairs("f.fdwoptions"),
                                                notExtensions("pg_foreign_data_wrapper", "f.oid"));
}

QString serversSql()
{
    return uR"(
SELECT s.oid, 0, '', '', quote_ident(s.srvname),
       format('%s%sFOREIGN DATA WRAPPER %I', 'TYPE ' || quote_literal(s.srvtype) || ' ',
              'VERSION ' || quote_literal(s.srvversion) || ' ', f.fdwname) AS definition,
       %1 AS options, obj_description(s.oid, 'pg_foreign_server') AS comment
FROM pg_foreign_server s JOIN pg_foreign_data_wrapper f ON f.oid = s.srvfdw
WHERE %2)"_s.arg(optionPairs("s.srvoptions"), notExtensions("pg_foreign_server", "s.oid"));
}

QString foreignTablesSql()
{
    return uR"(
SELECT c.oid, 0, quote_ident(n.nspname), '', quote_ident(c.relname),
       CASE WHEN c.relispartition
            THEN (SELECT 'PARTITION OF ' || i.inhparent::regclass FROM pg_inherits i
                  WHERE i.inhrelid = c.oid) || ' ' || pg_get_expr(c.relpartbound, c.oid)
            ELSE '(' || coalesce((
                SELECT string_agg(format(E'\n    %I %s%s%s%s%s', a.attname,
                           format_type(a.atttypid, a.atttypmod), %1,
                           CASE WHEN a.attcollation <> t.typcollation THEN (
                               SELECT format(' COLLATE %I.%I', ln.nspname, l.collname)
                               FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace
                               WHERE l.oid = a.attcollation) END,
                           CASE WHEN a.attnotnull THEN ' NOT NULL' END,
                           CASE a.attgenerated WHEN '' THEN ' DEFAULT ' || pg_get_expr(x.adbin, c.oid)
                                ELSE ' GENERATED ALWAYS AS (' || pg_get_expr(x.adbin, c.oid)
                                     || ') STORED' END), ',' ORDER BY a.attnum)
                FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef x ON x.adrelid = c.oid AND x.adnum = a.attnum
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  AND a.attislocal), '') || E'\n)'
                || coalesce((SELECT format(' INHERITS (%s)', string_agg(i.inhparent::regclass::text,
                             ', ' ORDER BY i.inhseqno)) FROM pg_inherits i
                             WHERE i.inhrelid = c.oid HAVING count(*) > 0), '')
       END || format(' SERVER %I%s', s.srvname, %2) AS definition,
       (SELECT json_object_agg(quote_ident(a.attname), d.description ORDER BY a.attnum)::text
        FROM pg_description d JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
        WHERE d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid > 0)
           AS column_comments,
       obj_description(c.oid, 'pg_class') AS comment,
%3
FROM pg_foreign_table f JOIN pg_class c ON c.oid = f.ftrelid
JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_foreign_server s ON s.oid = f.ftserver
WHERE %4)"_s.arg(options("a.attfdwoptions"), options("f.ftoptions"),
                 grants("c.relacl", "c.relowner", qualified, false), ownRelation());
}

QString publicationsSql(int majorVersion)
{
    const bool knowsColumns = majorVersion >= publicationsOfColumns;
    return uR"(
SELECT p.oid, 0, '', '', quote_ident(p.pubname),
       CASE WHEN p.puballtables THEN 'FOR ALL TABLES '
            ELSE coalesce('FOR ' || (SELECT string_agg(x.part, ', ' ORDER BY x.part) FROM (
                SELECT 'TABLE ' || r.prrelid::regclass%1 FROM pg_publication_rel r
                WHERE r.prpubid = p.oid%2) AS x (part)) || ' ', '') END
       || format('WITH (publish = %L', concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
                 CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN 'delete' END,
                 CASE WHEN p.pubtruncate THEN 'truncate' END))
       || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true)' ELSE ')' END
           AS definition,
       obj_description(p.oid, 'pg_publication') AS comment
FROM pg_publication p WHERE %3)"_s.arg(
        knowsColumns ? uR"( || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', '
                    ORDER BY a.attnum) || ')' FROM pg_attribute a
                    WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)), '')
                || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', ''))"_s
                     : QString(),
        knowsColumns ? uR"(
                UNION ALL SELECT 'TABLES IN SCHEMA ' || quote_ident(s.nspname)
                FROM pg_publication_namespace m JOIN pg_namespace s ON s.oid = m.pnnspid
                WHERE m.pnpubid = p.oid)"_s
                     : QString(),
        notExtensions("pg_publication", "p.oid"));
}

/// What is there and is not compared: a term for machines, and how many.
QString leftOutSql()
{
    const auto count = [](const char *key, const char *catalogue) {
        return u"SELECT '%1', count(*) FROM %2 x WHERE %3"_s.arg(QString::fromUtf8(key),
                                                                 QString::fromUtf8(catalogue),
                                                                 notExtensions(catalogue, "x.oid"));
    };
    const QStringList questions = {
        count("operator_family", "pg_opfamily"),
        count("text_search_parser", "pg_ts_parser"),
        count("text_search_template", "pg_ts_template"),
        count("access_method", "pg_am"),
        count("conversion", "pg_conversion"),
        count("transform", "pg_transform"),
        count("language", "pg_language"),
        u"SELECT 'user_mapping', count(*) FROM pg_user_mappings"_s,
        QString(u"SELECT 'base_type', count(*) FROM pg_type x WHERE x.typtype = 'b' AND "
                "x.typcategory <> 'A' AND x.typelem = 0 AND "_s
                + notExtensions("pg_type", "x.oid")),
        u"SELECT 'subscription', count(s.subname) FROM pg_subscription s JOIN "
        "pg_database d ON d.oid = s.subdbid WHERE d.datname = current_database()"_s};
    return questions.join(u" UNION ALL "_s);
}

}  // namespace roster

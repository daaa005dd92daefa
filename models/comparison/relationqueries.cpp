// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/snapshotqueryparts.h"

using namespace Qt::StringLiterals;

namespace roster {

// search_path is empty while these run, so functions are PostgreSQL's own, and every name in a
// definition comes out qualified. Catalogue columns that only some versions have are read through
// to_jsonb().

namespace {

constexpr auto ownSchema =
    "(n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'roster'))";

}  // namespace

// What `DROP EXTENSION` would take along is the extension's.
QString own(const char *catalogue, const char *oid)
{
    return QString::fromUtf8("%1 AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.deptype = 'e' AND "
                             "e.classid = '%2'::regclass AND e.objid = %3)")
        .arg(QString::fromUtf8(ownSchema), QString::fromUtf8(catalogue), QString::fromUtf8(oid));
}

/// Relations other than Alembic's.
QString ownRelation()
{
    return own("pg_class", "c.oid") + u" AND c.relname <> 'alembic_version'"_s;
}

/// GRANT statements of an access list; `publicByDefault`: PUBLIC has rights where nothing is said.
QString grants(const char *acl, const char *owner, const char *what, bool publicByDefault)
{
    return QString::fromUtf8(
               "(SELECT %4 || coalesce(string_agg(format('GRANT %s ON %s TO %s%s', "
               "a.privilege_type, %3, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE "
               "quote_ident(pg_get_userbyid(a.grantee)) END, CASE WHEN a.is_grantable THEN "
               "' WITH GRANT OPTION' ELSE '' END), E';\\n' ORDER BY a.grantee, a.privilege_type), "
               "'') FROM aclexplode(%1) a WHERE %1 IS NOT NULL AND a.grantee <> %2) AS grants")
        .arg(QString::fromUtf8(acl), QString::fromUtf8(owner), QString::fromUtf8(what),
             publicByDefault
                 ? u"CASE WHEN %1 IS NULL THEN '' ELSE format(E'REVOKE ALL ON %s FROM "
                   "PUBLIC;\\n', %2) END"_s.arg(QString::fromUtf8(acl), QString::fromUtf8(what))
                 : u"''"_s);
}

QString tablesSql()
{
    return uR"(
SELECT c.oid, 0, quote_ident(n.nspname), '', quote_ident(c.relname),
       CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED' END AS persistence,
       CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN c.relispartition
            THEN (SELECT i.inhparent::regclass::text FROM pg_inherits i WHERE i.inhrelid = c.oid)
       END AS partition_of,
       CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
       CASE WHEN c.relispartition THEN pg_get_partition_constraintdef(c.oid) END
           AS partition_constraint,
       CASE WHEN NOT c.relispartition
            THEN (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
                  FROM pg_inherits i WHERE i.inhrelid = c.oid) END AS inherits,
       CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
       CASE WHEN m.amname <> 'heap' THEN quote_ident(m.amname) END AS access_method,
       (SELECT string_agg(o, ', ') FROM (
            SELECT unnest(c.reloptions) UNION ALL
            SELECT 'toast.' || unnest(t.reloptions)) AS x (o)) AS options,
       c.relrowsecurity AS row_security, c.relforcerowsecurity AS forced_row_security,
       CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' END AS replica_identity,
       obj_description(c.oid, 'pg_class') AS comment,
)"_s + grants("c.relacl", "c.relowner", qualified, false)
         + uR"(
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_am m ON m.oid = c.relam
LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
WHERE c.relkind IN ('r', 'p') AND )"_s
         + ownRelation();
}

// An identity column's sequence counts as a property of the column. Options that begin with pg_ are
// the server's own marks (15.20 writes pg_attver), which pg_dump leaves out too.
QString columnsSql()
{
    return uR"(
SELECT c.oid, a.attnum, quote_ident(n.nspname), quote_ident(c.relname), quote_ident(a.attname),
       a.attnum AS number, a.attinhcount > 0 AND NOT a.attislocal AS inherited,
       format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null,
       CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity,
       CASE WHEN a.attidentity <> '' THEN (
           SELECT format('SEQUENCE NAME %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s '
                         'CACHE %s %sCYCLE', s.seqrelid::regclass, s.seqstart, s.seqincrement,
                         s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN '' ELSE 'NO ' END)
           FROM pg_sequence s JOIN pg_depend i ON i.objid = s.seqrelid
           WHERE i.classid = 'pg_class'::regclass AND i.refclassid = 'pg_class'::regclass
             AND i.refobjid = c.oid AND i.refobjsubid = a.attnum AND i.deptype = 'i')
       END AS sequence_options,
       CASE WHEN a.attgenerated <> '' THEN pg_get_expr(x.adbin, x.adrelid) END AS generated,
       CASE WHEN a.attcollation <> t.typcollation THEN (
           SELECT quote_ident(ln.nspname) || '.' || quote_ident(l.collname) FROM pg_collation l
           JOIN pg_namespace ln ON ln.oid = l.collnamespace WHERE l.oid = a.attcollation)
       END AS collation,
       CASE WHEN a.attstorage <> t.typstorage THEN
           CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'
                             ELSE 'EXTENDED' END END AS storage,
       CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'
                         ELSE 'EXTENDED' END AS kind,
       CASE to_jsonb(a) ->> 'attcompression' WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END
           AS compression,
       CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics_target,
       (SELECT string_agg(o, ', ') FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\_%') AS options,
       col_description(c.oid, a.attnum) AS comment
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef x ON x.adrelid = c.oid AND x.adnum = a.attnum AND a.attgenerated <> ''
WHERE c.relkind IN ('r', 'p') AND )"_s
         + ownRelation();
}

QString defaultsSql()
{
    return uR"(
SELECT x.oid, 0, quote_ident(n.nspname), quote_ident(c.relname), quote_ident(a.attname),
       pg_get_expr(x.adbin, x.adrelid) AS definition,
       a.attinhcount > 0 AND NOT a.attislocal AS inherited
FROM pg_attrdef x
JOIN pg_class c ON c.oid = x.adrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.adnum AND a.attgenerated = ''
WHERE c.relkind IN ('r', 'p', 'v') AND )"_s
         + ownRelation();
}

// The clones that partitions and heirs get are their parents' affair.
namespace {

QString constraintColumns(const char *types)
{
    return uR"(
SELECT k.oid, 0, quote_ident(n.nspname), quote_ident(c.relname), quote_ident(k.conname),
       pg_get_constraintdef(k.oid) AS definition, k.contype AS kind,
       array_to_string(i.reloptions, ', ') AS options, x.indisclustered AS clustered,
       CASE WHEN x.indisreplident THEN 'INDEX' END AS replica_identity,
       obj_description(k.oid, 'pg_constraint') AS comment,
       coalesce((SELECT quote_ident(p.conname) FROM pg_constraint p WHERE p.oid = k.conparentid),
                quote_ident(k.conname)) AS clone
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class i ON i.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_index x ON x.indexrelid = i.oid
WHERE k.contype IN (%1) AND )"_s.arg(QString::fromUtf8(types))
         + ownRelation();
}

}  // namespace

QString constraintsSql(const char *types)
{
    return constraintColumns(types)
         + u" AND k.conparentid = 0 AND (k.conislocal OR k.coninhcount = 0)"_s;
}

QString constraintClonesSql(const char *types)
{
    return constraintColumns(types)
         + u" AND (k.conparentid <> 0 OR NOT (k.conislocal OR k.coninhcount = 0)) AND "
           "c.relkind IN ('r', 'p')"_s;
}

// An index that a partitioned table's index made on a partition is that one's affair.
namespace {

QString indexColumns(const QString &more, const QString &negation)
{
    return uR"(
SELECT i.oid, 0, quote_ident(n.nspname), quote_ident(c.relname), quote_ident(i.relname),
       CASE WHEN x.indisvalid THEN replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ')
            ELSE pg_get_indexdef(i.oid) END AS definition,
       CASE WHEN x.indisvalid THEN 't' ELSE 'f' END AS valid, x.indisclustered AS clustered,
       CASE WHEN x.indisreplident THEN 'INDEX' END AS replica_identity,
       (SELECT string_agg(a.attnum || '=' || a.attstattarget, ', ' ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = i.oid AND a.attstattarget >= 0)
           AS statistics_target,
       obj_description(i.oid, 'pg_class') AS comment%1
FROM pg_index x
JOIN pg_class i ON i.oid = x.indexrelid
JOIN pg_class c ON c.oid = x.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm')
  AND %2EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.oid)
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.oid AND k.conrelid = c.oid
                  AND k.contype IN ('p', 'u', 'x')) AND )"_s.arg(more, negation)
         + ownRelation();
}

}  // namespace

QString indexesSql()
{
    return indexColumns({}, u"NOT "_s);
}

QString indexClonesSql()
{
    return indexColumns(uR"(,
       (SELECT quote_ident(p.relname) FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent
        WHERE h.inhrelid = i.oid) AS clone)"_s,
                        {});
}

QString viewsSql(const char *letter)
{
    return uR"(
SELECT c.oid, 0, quote_ident(n.nspname), '', quote_ident(c.relname),
       pg_get_viewdef(c.oid) AS definition, array_to_string(c.reloptions, ', ') AS options,
       (SELECT json_agg(json_build_array(quote_ident(a.attname),
                                         format_type(a.atttypid, a.atttypmod), (
            SELECT quote_ident(ln.nspname) || '.' || quote_ident(l.collname) FROM pg_collation l
            JOIN pg_namespace ln ON ln.oid = l.collnamespace WHERE l.oid = a.attcollation))
                        ORDER BY a.attnum)::text
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
           AS columns,
       (SELECT json_object_agg(quote_ident(a.attname), d.description ORDER BY a.attnum)::text
        FROM pg_description d JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
        WHERE d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid > 0)
           AS column_comments,
       (SELECT json_object_agg(quote_ident(a.attname), s.settings ORDER BY a.attnum)::text
        FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
        CROSS JOIN (SELECT '{"p": "PLAIN", "e": "EXTERNAL", "m": "MAIN", "x": "EXTENDED"}'::jsonb AS storages) k
        CROSS JOIN LATERAL (
            SELECT json_agg(json_build_array(w.set, w.reset)) AS settings FROM (VALUES
                (CASE WHEN a.attstattarget >= 0 THEN 'SET STATISTICS ' || a.attstattarget END,
                 'SET STATISTICS -1'),
                (CASE WHEN a.attstorage <> t.typstorage THEN 'SET STORAGE ' || (k.storages ->> a.attstorage::text) END,
                 'SET STORAGE ' || (k.storages ->> t.typstorage::text)),
                (CASE to_jsonb(a) ->> 'attcompression' WHEN 'p' THEN 'SET COMPRESSION pglz'
                                                       WHEN 'l' THEN 'SET COMPRESSION lz4' END,
                 'SET COMPRESSION default'),
                ((SELECT 'SET (' || string_agg(o, ', ') || ')' FROM unnest(a.attoptions) o
                  WHERE o NOT LIKE 'pg\_%'),
                 'RESET (n_distinct, n_distinct_inherited)')) AS w (set, reset)
            WHERE w.set IS NOT NULL) AS s
        WHERE c.relkind = 'm' AND a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND s.settings IS NOT NULL) AS column_settings,
       CASE WHEN c.relkind = 'm' THEN c.relispopulated END AS populated,
       (SELECT quote_ident(m.amname) FROM pg_am m WHERE m.oid = c.relam AND m.amname <> 'heap')
           AS access_method,
       obj_description(c.oid, 'pg_class') AS comment,
)"_s + grants("c.relacl", "c.relowner", qualified, false)
         + u" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = '%1' AND "_s
               .arg(QString::fromUtf8(letter))
         + ownRelation();
}

}  // namespace roster

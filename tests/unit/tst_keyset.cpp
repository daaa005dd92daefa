// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/browsing/keyset.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

const KeyPart level{u"level"_s, u"integer"_s, true, false};
const KeyPart name{u"name"_s, u"character varying(100)"_s, false, false};
const KeyPart id{u"id"_s, u"integer"_s, false, false};
const KeyPart seen{u"seen"_s, u"date"_s, false, true};

QString ranges(const QList<KeyPart> &parts, const QList<SqlValue> &key, KeyDirection direction,
               bool including = false)
{
    Bindings bindings;
    return rangesBehind(parts, key, direction, including, bindings).join(u'\n');
}

}  // namespace

class KeysetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesOfMixedDirections()
    {
        const QList<SqlValue> key{"67", "Arne", "1"};
        QCOMPARE(ranges({level, name, id}, key, KeyDirection::Forward),
                 u"\"level\" = $1::integer AND (\"name\", \"id\") > ($2::character varying, "
                 "$3::integer)\n\"level\" < $1::integer"_s);
        QCOMPARE(ranges({level, name, id}, key, KeyDirection::Backward, true),
                 u"\"level\" = $1::integer AND (\"name\", \"id\") <= ($2::character varying, "
                 "$3::integer)\n\"level\" > $1::integer"_s);
    }

    void nullCountsAsGreatest()
    {
        QCOMPARE(ranges({seen, id}, {"2026-01-02", "1"}, KeyDirection::Forward),
                 u"\"seen\" = $1::date AND \"id\" > $2::integer\n\"seen\" > $1::date\n"
                 "\"seen\" IS NULL"_s);
        QCOMPARE(ranges({seen, id}, {{}, "1"}, KeyDirection::Forward),
                 u"\"seen\" IS NULL AND \"id\" > $1::integer"_s);
        QCOMPARE(ranges({seen, id}, {{}, "1"}, KeyDirection::Backward),
                 u"\"seen\" IS NULL AND \"id\" < $1::integer\n\"seen\" IS NOT NULL"_s);
    }

    void ordersAreReversed()
    {
        QCOMPARE(orderBy({level, name}, KeyDirection::Forward), u"\"level\" DESC, \"name\""_s);
        QCOMPARE(orderBy({level, name}, KeyDirection::Backward, u"r."_s),
                 u"r.\"level\", r.\"name\" DESC"_s);
    }
};

QTEST_GUILESS_MAIN(KeysetTest)
#include "tst_keyset.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// CellDelegate paints its one line of text itself; nobody shall see that.
#include "models/schema/tableschema.h"
#include "ui/common/delegates/celldelegate.h"
#include "ui/common/oneline.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyleFactory>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

TableSchema schemaOf(TypeKind kind)
{
    ColumnSchema column;
    column.name = u"value"_s;
    column.kind = kind;
    TableSchema schema;
    schema.columns = {column};
    return schema;
}

/// The delegate as it would paint through the style.
class ByStyle : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;
    using CellDelegate::initStyleOption;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
    }
};

QImage painted(const CellDelegate &delegate, const QStyleOptionViewItem &option,
               const QModelIndex &index)
{
    QImage image(option.rect.size() + QSize(8, 8), QImage::Format_RGB32);
    image.fill(option.palette.color(QPalette::Base));
    QPainter painter(&image);
    delegate.paint(&painter, option, index);
    return image;
}

}  // namespace

class CellDelegateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        QApplication::setPalette(Theme::palette(false));
    }

    void looksAsTheStylePaintsIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStyle::State>("state");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        const QList<QString> texts{u"Arne"_s,
                                   u""_s,
                                   u"two\nlines\tand a tab"_s,
                                   u"نص عربي"_s,
                                   u"🙂 emoji"_s,
                                   u"  blanks "_s,
                                   u"fi AV Å"_s,
                                   u"a very long text that "_s.repeated(40)};
        const QStyle::State plain = QStyle::State_Enabled | QStyle::State_Active;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            for (const auto &state :
                 {plain, plain | QStyle::State_Selected, QStyle::State(QStyle::State_Active)}) {
                for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
                    QTest::addRow("%d %d %d", int(i), int(state), int(direction))
                        << texts.at(i) << state << direction;
            }
        }
    }

    void looksAsTheStylePaintsIt()
    {
        QFETCH(QString, text);
        QFETCH(QStyle::State, state);
        QFETCH(Qt::LayoutDirection, direction);
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), text);
        QTableView view;
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.widget = &view;
        option.palette = QApplication::palette();
        option.rect = QRect(3, 2, 140, 25);
        option.state = state;
        option.direction = direction;
        option.showDecorationSelected = true;
        option.textElideMode = Qt::ElideRight;
        const CellDelegate ours(schemaOf(TypeKind::Text), 0);
        const ByStyle byStyle(schemaOf(TypeKind::Text), 0);
        const QImage wanted = painted(byStyle, option, model.index(0, 0));
        const QImage got = painted(ours, option, model.index(0, 0));
        if (got != wanted && qEnvironmentVariableIsSet("ROSTER_TEST_IMAGES")) {
            wanted.save(qEnvironmentVariable("ROSTER_TEST_IMAGES") + u"/wanted.png"_s);
            got.save(qEnvironmentVariable("ROSTER_TEST_IMAGES") + u"/got.png"_s);
        }
        QVERIFY(got == wanted);
    }

    void textDoesNotLieAboutItsOrder()
    {
        QCOMPARE(oneLine(u"live\u202eevil"_s), u"live‹U+202E›evil"_s);
        QCOMPARE(oneLine(u"a\u2067b\u2069c"_s), u"a‹U+2067›b‹U+2069›c"_s);
        QCOMPARE(oneLine(u"عربي\u200f!"_s), u"عربي\u200f!"_s);  // marks are part of ordinary text
        QCOMPARE(oneLine(u"two\r\nlines\t\x01"_s), u"two⏎lines⇥␁"_s);
        QCOMPARE(oneLine(QString(501, u'x')).size(), 501);
    }

    void onlyLatinGoesUnshaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("shaped");
        QTest::newRow("number") << u"-67.5"_s << false;
        QTest::newRow("time") << u"2026-01-02 03:04:05.678"_s << false;
        QTest::newRow("latin") << u"Bjørn Łukasz Ñandú"_s << false;
        QTest::newRow("letters that join") << u"محمد"_s << true;
        QTest::newRow("a combining accent") << u"e\u0301"_s << true;
        QTest::newRow("an emoji of several") << u"👨‍👩‍👧"_s << true;
    }

    void onlyLatinGoesUnshaped()
    {
        QFETCH(QString, text);
        QFETCH(bool, shaped);
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), text);
        const ByStyle delegate(schemaOf(TypeKind::Text), 0);
        for (int time = 0; time < 2; ++time) {
            QStyleOptionViewItem option;
            option.font = QApplication::font();
            delegate.initStyleOption(&option, model.index(0, 0));
            QCOMPARE((option.font.styleStrategy() & QFont::PreferNoShaping) == 0, shaped);
        }
    }
};

QTEST_MAIN(CellDelegateTest)
#include "tst_celldelegate.moc"

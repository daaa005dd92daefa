// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of one value: what is too long for it must not stop the window.
#include "ui/players/largeeditor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roster;

class LargeEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHugePasteIsRefused()
    {
        LargeEditor editor(schema(), 0, nullptr);
        editor.setValue("short", false);
        QGuiApplication::clipboard()->setText(QString(40'000'000, u'x'));
        text(editor)->paste();
        QCOMPARE(text(editor)->toPlainText(), u"short"_s);
        QVERIFY(note(editor).contains(QLocale().toString(40'000'000)));
        QVERIFY(!editor.findChild<QPushButton *>(u"largeSave"_s)->isEnabled());
        QGuiApplication::clipboard()->setText(u"er"_s);
        text(editor)->moveCursor(QTextCursor::End);
        text(editor)->paste();
        QCOMPARE(text(editor)->toPlainText(), u"shorter"_s);
        QVERIFY(editor.findChild<QPushButton *>(u"largeSave"_s)->isEnabled());
    }

    void aHugeValueIsShownInPart()
    {
        LargeEditor editor(schema(), 0, nullptr);
        editor.setValue(QByteArray(40'000'000, 'x'), false);
        QCOMPARE(text(editor)->toPlainText().size(), 100'000);
        QVERIFY(text(editor)->isReadOnly());
        QVERIFY(note(editor).contains(QLocale().toString(40'000'000)));
        QVERIFY(editor.findChild<QPushButton *>(u"largeSave"_s)->isHidden());
    }

private:
    static TableSchema schema()
    {
        TableSchema table;
        table.name = {u"public"_s, u"notes"_s};
        ColumnSchema column;
        column.name = u"body"_s;
        column.type = u"text"_s;
        column.kind = TypeKind::Text;
        table.columns << column;
        return table;
    }
    static QPlainTextEdit *text(const LargeEditor &editor)
    {
        return editor.findChild<QPlainTextEdit *>(u"largeText"_s);
    }
    static QString note(const LargeEditor &editor)
    {
        return editor.findChild<QLabel *>(u"largeNote"_s)->text();
    }
};

QTEST_MAIN(LargeEditorTest)
#include "tst_largeeditor.moc"

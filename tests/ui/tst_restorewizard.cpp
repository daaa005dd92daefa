// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dumptext.h"
#include "tests/support/livedatabase.h"
#include "tests/support/screenshot.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace roster;

class RestoreWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme.setAppearance(Theme::Appearance::Light);
        m_live = std::make_unique<test::LiveDatabase>(u"wiz-ü"_s);
        m_live->run(u"CREATE TABLE players (id int PRIMARY KEY, name text); "
                    "INSERT INTO players SELECT n, 'p' || n FROM generate_series(1, 100) n"_s);
    }
    void cleanup()
    {
        m_wizard.reset();
        m_live.reset();
    }

    void picksOneOfACluster_data();
    void picksOneOfACluster();

private:
    QString write(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(u"dump.sql"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("not written");
        return file.fileName();
    }
    /// As pg_dumpall writes it, but for the roles: those of the server are the same.
    QByteArray cluster(const QStringList &names) const
    {
        QByteArray text = "--\n-- PostgreSQL database cluster dump\n--\n\n";
        for (const QString &name : names) {
            const test::LiveDatabase one(name);
            one.run(u"CREATE TABLE players AS SELECT n AS id, '%1' AS name FROM "
                    "generate_series(1, 7) n"_s.arg(name));
            text += "--\n-- Database dump\n--\n\n" + test::dumpOf(name, {u"-C"_s});
        }
        return text + "--\n-- PostgreSQL database cluster dump complete\n--\n\n";
    }
    void open(const QString &path)
    {
        RestorePlan plan;
        plan.server = m_live->profile();
        plan.database = m_live->name();
        plan.path = path;
        m_wizard = std::make_unique<RestoreWizard>(plan, nullptr);
        m_wizard->show();
    }
    template <class T>
    T *find(const QString &name) const
    {
        return m_wizard->findChild<T *>(name);
    }
    void next(QWizard::WizardButton which = QWizard::NextButton) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->button(which)->isEnabled(), 30000);
        m_wizard->button(which)->click();
    }

    Theme m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<test::LiveDatabase> m_live;
    std::unique_ptr<RestoreWizard> m_wizard;
};

void RestoreWizardTest::picksOneOfACluster_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("meant");  // read without a question
    QTest::newRow("asks") << QStringList{u"wiz one"_s, u"wiz two"_s} << QString();
    QTest::newRow("only one") << QStringList{u"wiz two"_s} << u"wiz two"_s;
}

void RestoreWizardTest::picksOneOfACluster()
{
    QFETCH(QStringList, names);
    QFETCH(QString, meant);
    open(write(cluster(names)));
    auto *databases = find<QComboBox>(u"restoreFileDatabase"_s);
    QTRY_COMPARE(databases->count(), int(names.size()));
    QTRY_VERIFY(databases->isVisible());
    QCOMPARE(databases->currentData().toString(), meant);
    if (meant.isEmpty()) {
        QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
        test::grab(*m_wizard, u"restore-cluster"_s);
        databases->setCurrentIndex(databases->findData(u"wiz two"_s));
        Q_EMIT databases->activated(databases->currentIndex());
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->button(QWizard::NextButton)->isEnabled(), 30000);
    test::grab(*m_wizard, u"restore-cluster-picked"_s);
    for (int page = 0; page < 4; ++page)
        next();
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->plan().rehearsal.has_value(), 30000);
    find<QLineEdit>(u"restoreTypedName"_s)->setText(m_live->name());
    next(QWizard::CommitButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->plan().receipt.has_value(), 30000);
    QCOMPARE(m_live->rows(u"SELECT count(*), min(name) FROM players"_s), u"7|wiz two"_s);
    QCOMPARE(m_wizard->plan().receipt->from, u"dump.sql (wiz two)"_s);
}

QTEST_MAIN(RestoreWizardTest)
#include "tst_restorewizard.moc"

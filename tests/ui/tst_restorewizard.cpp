// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dumptext.h"
#include "tests/support/livedatabase.h"
#include "tests/support/screenshot.h"
#include "ui/backup/restorewizard.h"
#include "ui/common/environmentbadge.h"
#include "ui/common/errorbar.h"
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
    void asksForEachRole();
    void restoresInPlace();

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
    void open(const QString &path, const QString &role = u"roster"_s)
    {
        RestorePlan plan;
        plan.server = m_live->profile();
        plan.server.parameters[u"user"_s] = role;
        plan.backups = m_folder.path();
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

void RestoreWizardTest::asksForEachRole()
{
    const QStringList roles{u"wiz_map ü"_s, u"wiz_new"_s, u"wiz_out"_s};
    for (const QString &role : roles)
        test::LiveDatabase::runIn(u"postgres"_s, u"CREATE ROLE \"%1\""_s.arg(role));
    test::LiveDatabase::runIn(u"postgres"_s, u"CREATE ROLE wiz_here"_s);
    for (const QString &role : roles)
        m_live->run(u"GRANT SELECT ON players TO \"%1\""_s.arg(role));
    m_live->run(u"ALTER DATABASE \"wiz-ü\" SET roster.environment = 'production'"_s);
    const QString path = write(test::dumpOf(m_live->name()));
    m_live->run(u"DROP OWNED BY \"wiz_map ü\", wiz_new, wiz_out"_s);
    for (const QString &role : roles)
        test::LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE \"%1\""_s.arg(role));
    open(path);
    next();
    auto *badge = m_wizard->currentPage()->findChild<EnvironmentBadge *>();
    QTRY_VERIFY(badge->isVisible());
    QCOMPARE(badge->environment(), Environment::Production);
    test::grab(*m_wizard, u"restore-target-production"_s);
    next();
    auto *text = find<QTextBrowser>(u"preflightText"_s);
    QTRY_VERIFY2(text->toPlainText().contains(u"wiz_out"_s), qPrintable(text->toPlainText()));
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    const auto choose = [&](const QString &role, const QString &what) {
        auto *choices = find<QComboBox>(u"roleChoice-"_s + role);
        choices->setCurrentIndex(choices->findText(what, Qt::MatchContains));
        Q_EMIT choices->activated(choices->currentIndex());
    };
    choose(roles[0], u"wiz_here"_s);
    choose(roles[1], u"Create"_s);
    choose(roles[2], u"Leave"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->button(QWizard::NextButton)->isEnabled(), 30000);
    test::grab(*m_wizard, u"restore-roles"_s);
    m_theme.setAppearance(Theme::Appearance::Dark);
    test::grab(*m_wizard, u"restore-roles-dark"_s);
    next();
    next();
    QTRY_COMPARE(m_wizard->currentId(), int(RestoreWizard::ComparePage));
    badge = m_wizard->currentPage()->findChild<EnvironmentBadge *>();
    QVERIFY(badge->isVisible());
    find<QLineEdit>(u"restoreTypedName"_s)->setText(m_live->name());
    next(QWizard::CommitButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_wizard->plan().receipt.has_value(), 30000);
    QCOMPARE(m_live->rows(u"SELECT string_agg(DISTINCT grantee, ',' ORDER BY grantee) FROM "
                          "information_schema.role_table_grants WHERE table_name = 'players'"_s),
             u"roster,wiz_here,wiz_new"_s);
    QCOMPARE(m_live->rows(u"SELECT rolcanlogin FROM pg_roles WHERE rolname = 'wiz_new'"_s), u"f"_s);
    m_wizard.reset();
    m_live.reset();
    test::LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE wiz_new, wiz_here"_s);
}

void RestoreWizardTest::restoresInPlace()
{
    test::LiveDatabase::runIn(u"postgres"_s, u"CREATE ROLE wiz_poor LOGIN"_s);
    m_live.reset();
    m_live = std::make_unique<test::LiveDatabase>(u"wiz-ü"_s, u"OWNER wiz_poor"_s);
    m_live->run(u"SET ROLE wiz_poor; CREATE TABLE players AS SELECT n AS id FROM "
                "generate_series(1, 9) n"_s);
    QByteArray dump = test::dumpOf(m_live->name());
    m_live->run(u"DELETE FROM players"_s);
    const QString before = m_live->fingerprint();
    open(write(dump), u"wiz_poor"_s);
    next();
    QTRY_VERIFY(find<QLabel>(u"restoreRights"_s)->isVisible());
    QVERIFY(!find<QAbstractButton>(u"restoreReplace"_s)->isEnabled());
    QVERIFY(find<QAbstractButton>(u"restoreInPlace"_s)->isChecked());
    test::grab(*m_wizard, u"restore-target-poor"_s);
    next();
    next();
    QCOMPARE(m_wizard->currentId(), int(RestoreWizard::InPlacePage));
    QVERIFY(!m_wizard->button(QWizard::CommitButton)->isEnabled());
    find<QLineEdit>(u"inPlaceTypedName"_s)->setText(m_live->name());
    test::grab(*m_wizard, u"restore-inplace"_s);
    next(QWizard::CommitButton);
    auto *error = find<ErrorBar>(u"inPlaceError"_s);
    QTRY_VERIFY2(error->message().contains(u"verified backup"_s), qPrintable(error->message()));
    QCOMPARE(m_live->fingerprint(), before);
    find<QAbstractButton>(u"inPlaceWithoutBackup"_s)->click();
    next(QWizard::CommitButton);
    QTRY_VERIFY2_WITH_TIMEOUT(m_wizard->plan().receipt.has_value(), qPrintable(error->message()),
                              30000);
    QCOMPARE(m_wizard->currentId(), int(RestoreWizard::ReceiptPage));
    QCOMPARE(m_live->rows(u"SELECT count(*) FROM players"_s), u"9"_s);
    QCOMPARE(m_live->leftovers(), QStringList());
    m_wizard.reset();
    m_live.reset();
    test::LiveDatabase::runIn(u"postgres"_s, u"DROP ROLE wiz_poor"_s);
}

QTEST_MAIN(RestoreWizardTest)
#include "tst_restorewizard.moc"

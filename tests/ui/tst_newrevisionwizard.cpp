// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"
#include "tests/support/alembicproject.h"
#include "tests/support/openedmigrations.h"
#include "tests/support/revisionfolder.h"
#include "tests/support/screenshot.h"
#include "ui/common/theme.h"
#include "ui/migrations/newrevisionwizard.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace roster;

namespace {

const auto createPlayers = u"5f2ab61c09d7"_s;

/// The page and its wizard, driven by the names of their widgets.
struct Wizard
{
    explicit Wizard(const test::TestDatabase &database, const QString &folder = {},
                    const QString &alembic = {})
        : opened(database.profile(), folder, alembic)
    {
    }
    Wizard(const ConnectionProfile &profile, const QString &folder) : opened(profile, folder) {}

    void open()
    {
        QTRY_VERIFY(opened.find<QAction>(u"newRevision"_s)->isEnabled());
        opened.find<QToolButton>(u"newRevisionButton"_s)->click();
        QTRY_VERIFY(dialog());
    }
    NewRevisionWizard *dialog() const
    {
        return opened.find<NewRevisionWizard>(u"newRevisionWizard"_s);
    }
    template <class T>
    T *find(const QString &name) const
    {
        return dialog()->findChild<T *>(name);
    }
    bool canGoOn() const { return dialog()->button(QWizard::NextButton)->isEnabled(); }
    void next() const { dialog()->button(QWizard::NextButton)->click(); }
    bool canSave() const { return dialog()->button(QWizard::FinishButton)->isEnabled(); }
    void save() const
    {
        QTRY_VERIFY(canSave());
        dialog()->button(QWizard::FinishButton)->click();
        QTRY_VERIFY(!dialog());
    }
    QPlainTextEdit *editor() const { return find<QPlainTextEdit>(u"revisionText"_s); }
    QString findings() const { return find<QTextBrowser>(u"revisionFindings"_s)->toPlainText(); }

    /// The tree's lines with what stands beside them.
    QString tree() const
    {
        const QAbstractItemModel *model = find<QTreeView>(u"planTree"_s)->model();
        QStringList lines;
        for (int group = 0; group < model->rowCount(); ++group) {
            const QModelIndex parent = model->index(group, 0);
            for (int row = 0; row < model->rowCount(parent); ++row) {
                QStringList cells;
                for (int column = 0; column < model->columnCount(); ++column)
                    cells << model->index(row, column, parent).data().toString();
                lines << cells.join(u"|"_s);
            }
        }
        return lines.join(u'\n');
    }

    test::OpenedMigrations opened;
};

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

}  // namespace

class NewRevisionWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme.setAppearance(qEnvironmentVariable("ROSTER_SCREENSHOTS").contains(u"dark"_s)
                                  ? Theme::Appearance::Dark
                                  : Theme::Appearance::Light);
        m_database = std::make_unique<test::TestDatabase>();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void writesWhatDiffersAndChoosesIt()
    {
        upgrade();
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES "
                        "('Arne', 1, 0, now()); ALTER TABLE players DROP total_exp; ALTER TABLE "
                        "players RENAME name TO nick; DROP INDEX ix_players_level_name"_s);
        Wizard wizard(*m_database, m_folder->path());
        wizard.open();
        QVERIFY(!wizard.canGoOn());
        test::grab(*wizard.dialog(), u"wizard-message"_s);
        wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"bring back name"_s);
        QVERIFY(wizard.canGoOn());
        wizard.next();
        QTRY_VERIFY(wizard.find<QTreeView>(u"planTree"_s)->isVisible());
        test::grab(*wizard.dialog(), u"wizard-questions"_s);
        QVERIFY(!wizard.canGoOn());
        QVERIFY2(wizard.tree().contains(u"added column total_exp||0"_s), qPrintable(wizard.tree()));
        auto *answer = wizard.find<QComboBox>(u"renameAnswer"_s);
        QVERIFY(answer);
        answer->setCurrentIndex(2);
        Q_EMIT answer->activated(2);
        QTRY_VERIFY2(wizard.tree().startsWith(u"renamed nick to name|"_s),
                     qPrintable(wizard.tree()));
        QTRY_VERIFY(wizard.canGoOn());
        QVERIFY(!wizard.tree().contains(u"removed column"_s));

        auto *fill = wizard.find<QLineEdit>(u"fillAnswer"_s);
        fill->clear();
        QTest::keyClicks(fill, u"many"_s);
        QTRY_VERIFY(!wizard.canGoOn());
        auto *state = wizard.find<QLabel>(u"planState"_s);
        QTRY_VERIFY2(state->text().contains(u"many"_s), qPrintable(state->text()));
        test::grab(*wizard.dialog(), u"wizard-value"_s);
        fill->clear();
        QTest::keyClicks(fill, u"7"_s);
        QTRY_VERIFY(wizard.canGoOn());

        wizard.next();
        QTRY_VERIFY(wizard.canSave());
        QVERIFY(filesIn(m_folder->path()).isEmpty());
        test::grab(*wizard.dialog(), u"wizard-file"_s);
        wizard.save();
        QTRY_VERIFY2(wizard.opened.rows().startsWith(u"bring back name: pending, head"_s),
                     qPrintable(wizard.opened.rows()));
        QCOMPARE(wizard.opened.list()->currentIndex().row(), 0);
        QCOMPARE(filesIn(m_folder->path()).size(), 1);
        test::grab(*wizard.opened.page, u"wizard-saved"_s);

        wizard.opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY(wizard.opened.rows().startsWith(u"bring back name: current"_s));
        QCOMPARE(m_database->rows(u"SELECT name, total_exp FROM players"_s), u"Arne|7"_s);
        wizard.opened.choose(u"bring back name"_s);
        wizard.opened.goThrough(u"downgradeToThis"_s);
        QTRY_VERIFY(wizard.opened.rows().startsWith(u"bring back name: pending"_s));
        QCOMPARE(m_database->rows(u"SELECT nick FROM players"_s), u"Arne"_s);
    }

    void leavesOutWhatIsUnticked()
    {
        upgrade();
        m_database->run(u"ALTER TABLE players DROP total_exp; DROP INDEX ix_players_level_name"_s);
        Wizard wizard(*m_database, m_folder->path());
        wizard.open();
        wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"x"_s);
        wizard.next();
        QTRY_VERIFY(wizard.canGoOn());
        QAbstractItemModel *model = wizard.find<QTreeView>(u"planTree"_s)->model();
        const QModelIndex group = model->index(0, 0);
        for (int row = 0; row < model->rowCount(group); ++row) {
            const QModelIndex index = model->index(row, 0, group);
            if (index.data().toString().contains(u"index"_s))
                QVERIFY(model->setData(index, Qt::Unchecked, Qt::CheckStateRole));
        }
        test::grab(*wizard.dialog(), u"wizard-unticked"_s);
        QTRY_VERIFY(wizard.canGoOn());
        wizard.next();
        QTRY_VERIFY(wizard.canSave());
        QVERIFY(wizard.editor()->toPlainText().contains(u"ADD COLUMN total_exp"_s));
        QVERIFY(!wizard.editor()->toPlainText().contains(u"CREATE INDEX"_s));
        // Back and forth keeps what was written by hand, until something else is to be done.
        wizard.editor()->appendPlainText(u"-- mine"_s);
        wizard.dialog()->back();
        wizard.next();
        QVERIFY(wizard.editor()->toPlainText().contains(u"-- mine"_s));
        wizard.dialog()->back();
        QVERIFY(model->setData(model->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!wizard.canGoOn());
        wizard.dialog()->reject();
        QTRY_VERIFY(!wizard.dialog());
        QVERIFY(filesIn(m_folder->path()).isEmpty());
    }

    void saysWhereTheFileIsWrong()
    {
        upgrade();
        Wizard wizard(*m_database, m_folder->path());
        wizard.open();
        wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"by hand"_s);
        wizard.next();
        // Nothing differs: an empty revision is offered.
        QTRY_VERIFY(wizard.find<QPushButton>(u"beginEmpty"_s));
        QVERIFY(!wizard.canGoOn());
        test::grab(*wizard.dialog(), u"wizard-nothing"_s);
        wizard.find<QPushButton>(u"beginEmpty"_s)->click();
        QTRY_VERIFY(wizard.editor()->isVisible());
        QTRY_VERIFY(wizard.canSave());
        const QString empty = wizard.editor()->toPlainText();
        const auto withUpgrade = [&](const QString &sql) {
            QString text = empty;
            return text.replace(u"-- == upgrade ==\n"_s, u"-- == upgrade ==\n"_s + sql + u'\n');
        };
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) SELECT 'x', 1, "
                        "1, now() FROM generate_series(1, 20000); ANALYZE players"_s);
        wizard.editor()->setPlainText(withUpgrade(u"SELECT 1;\nALTER TABEL players ADD x int;"_s));
        QVERIFY(!wizard.canSave());
        QTRY_VERIFY2(wizard.findings().contains(u"Go to line"_s), qPrintable(wizard.findings()));
        QVERIFY(!wizard.canSave());
        QCOMPARE(wizard.editor()->extraSelections().size(), 1);
        QVERIFY(
            wizard.editor()->extraSelections().first().cursor.block().text().contains(u"TABEL"_s));
        test::grab(*wizard.dialog(), u"wizard-fault"_s);

        wizard.editor()->setPlainText(withUpgrade(u"CREATE INDEX ix_x ON players (level);"_s));
        QTRY_VERIFY2(wizard.findings().contains(u"CONCURRENTLY"_s), qPrintable(wizard.findings()));
        QVERIFY(wizard.canSave());
        test::grab(*wizard.dialog(), u"wizard-lint"_s);

        QString other = withUpgrade(u"SELECT 1;"_s);
        wizard.editor()->setPlainText(other.replace(createPlayers, u"0123456789ab"_s));
        QTRY_VERIFY2(wizard.findings().contains(u"0123456789ab"_s), qPrintable(wizard.findings()));
        QVERIFY(!wizard.canSave());
        wizard.editor()->setPlainText(withUpgrade(u"COMMIT;"_s));
        QTRY_VERIFY2(wizard.findings().contains(u"Go to line"_s), qPrintable(wizard.findings()));
        QVERIFY(!wizard.canSave());

        wizard.editor()->setPlainText(withUpgrade(u"SELECT 1;"_s));
        wizard.save();
        QTRY_VERIFY(wizard.opened.rows().startsWith(u"by hand: pending, head"_s));
    }

    void asksForAFolderAndNeverWritesIntoTheProgram()
    {
        upgrade();
        Wizard wizard(*m_database);
        wizard.open();
        wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"x"_s);
        wizard.find<QRadioButton>(u"emptyRevision"_s)->setChecked(true);
        auto *folder = wizard.find<QLineEdit>(u"revisionFolder"_s);
        folder->clear();
        QVERIFY(!wizard.canGoOn());
        folder->setText(u":/migrations"_s);
        QVERIFY(!wizard.canGoOn());
        folder->setText(m_folder->filePath(u"made/here"_s));
        QVERIFY(wizard.canGoOn());
        wizard.next();
        QTRY_VERIFY(wizard.canSave());
        QVERIFY(!QDir(m_folder->filePath(u"made"_s)).exists());
        wizard.save();
        QTRY_VERIFY(wizard.opened.rows().startsWith(u"x: pending, head"_s));
        QCOMPARE(filesIn(m_folder->filePath(u"made/here"_s)).size(), 1);
        QCOMPARE(wizard.opened.memory.values[u"migrations"_s].value(u"folder"_s).toString(),
                 m_folder->filePath(u"made/here"_s));
    }

    void standsOnAlembicsHeadAndWritesTheTwin()
    {
        test::AlembicProject backend;
        backend.addFirst();
        const QString upgraded = backend.run({u"upgrade"_s, u"head"_s}, *m_database);
        Wizard wizard(*m_database, m_folder->path());
        wizard.open();
        test::grab(*wizard.dialog(), u"wizard-alembic"_s);
        QVERIFY2(wizard.find<QLabel>(u"revisionNotes"_s)
                     ->text()
                     .contains(test::AlembicProject::firstId()),
                 qPrintable(upgraded + wizard.find<QLabel>(u"revisionNotes"_s)->text()));
        wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"add motto"_s);
        wizard.next();
        // Only our index differs, and the backend does not know it.
        auto *followed = wizard.find<QLabel>(u"planFollowed"_s);
        QTRY_VERIFY2(followed->text().contains(u"ix_players_level_name"_s),
                     qPrintable(wizard.tree() + followed->text()));
        QVERIFY(!wizard.canGoOn());
        wizard.dialog()->back();
        wizard.find<QRadioButton>(u"emptyRevision"_s)->setChecked(true);
        auto *alembic = wizard.find<QLineEdit>(u"alembicFolder"_s);
        alembic->setText(u"/nowhere/at/all"_s);
        QVERIFY(!wizard.canGoOn());
        alembic->setText(backend.path());
        QVERIFY(wizard.canGoOn());
        wizard.next();
        QTRY_VERIFY(wizard.canSave());
        QVERIFY(wizard.editor()->toPlainText().contains(u"down_revision: "_s
                                                        + test::AlembicProject::firstId()));
        QString text = wizard.editor()->toPlainText();
        text.replace(u"-- == upgrade ==\n"_s,
                     u"-- == upgrade ==\nALTER TABLE players ADD motto text;\n"_s);
        text += u"ALTER TABLE players DROP motto;\n"_s;
        wizard.editor()->setPlainText(text);
        wizard.save();
        QTRY_VERIFY2(wizard.opened.rows().contains(u"add motto: pending, head"_s),
                     qPrintable(wizard.opened.rows()));
        QCOMPARE(filesIn(m_folder->path()).size(), 1);
        // The real Alembic goes on over it.
        const QString heads = backend.run({u"upgrade"_s, u"head"_s}, *m_database);
        QVERIFY2(m_database->rows(u"SELECT count(motto) FROM players"_s) == "0"_L1,
                 qPrintable(heads));
    }

    /// A gap among Alembic's files would end every command of its: nothing is written then.
    void aTwinThatCannotBeLeavesNothing()
    {
        m_database->run(u"CREATE TABLE alembic_version (version_num varchar(32) NOT NULL, "
                        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)); INSERT INTO "
                        "alembic_version VALUES ('43d6668d0b1f')"_s);
        const QTemporaryDir backend;
        QVERIFY(QDir(backend.path()).mkdir(u"versions"_s));
        Wizard wizard(*m_database, m_folder->path());
        wizard.open();
        wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"x"_s);
        wizard.find<QRadioButton>(u"emptyRevision"_s)->setChecked(true);
        wizard.find<QLineEdit>(u"alembicFolder"_s)->setText(backend.path());
        wizard.next();
        QTRY_VERIFY(wizard.canSave());
        wizard.dialog()->button(QWizard::FinishButton)->click();
        QTRY_VERIFY2(wizard.findings().contains(u"43d6668d0b1f"_s), qPrintable(wizard.findings()));
        QVERIFY(wizard.dialog()->isVisible());
        QVERIFY(filesIn(m_folder->path()).isEmpty());
        QVERIFY(filesIn(backend.filePath(u"versions"_s)).isEmpty());
        // Without the folder it goes.
        wizard.dialog()->back();
        wizard.find<QLineEdit>(u"alembicFolder"_s)->clear();
        wizard.next();
        wizard.save();
        QTRY_VERIFY2(wizard.opened.rows().contains(u"x: pending"_s),
                     qPrintable(wizard.opened.rows()));
    }

    void belongsToDevelopment()
    {
        upgrade();
        ConnectionProfile profile = m_database->profile();
        profile.environment = Environment::Production;
        Wizard wizard(profile, m_folder->path());
        wizard.open();
        wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"x"_s);
        QVERIFY(!wizard.canGoOn());
        test::grab(*wizard.dialog(), u"wizard-production"_s);
        wizard.find<QCheckBox>(u"writeAnyway"_s)->setChecked(true);
        QVERIFY(wizard.canGoOn());
    }

    void closesWhileItCompares()
    {
        upgrade();
        m_database->run(u"ALTER TABLE players DROP total_exp"_s);
        const QString scratches = u"SELECT count(*) FROM pg_database WHERE datname LIKE "
                                  "'roster_scratch%'"_s;
        {
            Wizard wizard(*m_database, m_folder->path());
            wizard.open();
            wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"x"_s);
            wizard.next();
            wizard.dialog()->reject();
            QTRY_VERIFY(!wizard.dialog());
            wizard.open();
            wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"x"_s);
            wizard.next();
        }
        QVERIFY(filesIn(m_folder->path()).isEmpty());
        QTRY_COMPARE(m_database->rows(scratches), u"0"_s);
    }

    /// In Norwegian, dark, and no larger than a small window.
    void fitsInNorwegian()
    {
        upgrade();
        m_database->run(u"INSERT INTO players (name, level, total_exp, created_at) VALUES "
                        "('Arne', 1, 0, now()); ALTER TABLE players DROP total_exp; ALTER TABLE "
                        "players RENAME name TO nick; ALTER TABLE players ALTER level TYPE bigint, "
                        "ALTER level DROP NOT NULL"_s);
        m_theme.setAppearance(Theme::Appearance::Dark);
        installTranslations(u"nb"_s);
        {
            Wizard wizard(*m_database, m_folder->path());
            wizard.opened.page->resize(620, 500);
            QTRY_VERIFY(!wizard.opened.rows().isEmpty());
            test::grab(*wizard.opened.page, u"nb-page"_s);
            wizard.open();
            QVERIFY(wizard.dialog()->width() <= 800 && wizard.dialog()->height() <= 600);
            QCOMPARE(wizard.dialog()->buttonText(QWizard::NextButton), u"&Neste >"_s);
            test::grab(*wizard.dialog(), u"nb-message"_s);
            wizard.find<QLineEdit>(u"revisionMessage"_s)->setText(u"x"_s);
            wizard.next();
            QTRY_VERIFY(wizard.find<QComboBox>(u"renameAnswer"_s));
            test::grab(*wizard.dialog(), u"nb-questions"_s);
            auto *answer = wizard.find<QComboBox>(u"renameAnswer"_s);
            answer->setCurrentIndex(2);
            Q_EMIT answer->activated(2);
            QTRY_VERIFY(wizard.canGoOn());
            test::grab(*wizard.dialog(), u"nb-answered"_s);
            wizard.next();
            QTRY_VERIFY(wizard.canSave());
            test::grab(*wizard.dialog(), u"nb-file"_s);
        }
        for (QTranslator *translator : qApp->findChildren<QTranslator *>())
            delete translator;
        QLocale::setDefault(QLocale(QLocale::English));
    }

private:
    void upgrade() const
    {
        Wizard wizard(*m_database);
        wizard.opened.goThrough(u"upgradeToHead"_s);
        QTRY_VERIFY(wizard.opened.rows().startsWith(u"create players: current"_s));
    }

    Theme m_theme;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(NewRevisionWizardTest)
#include "tst_newrevisionwizard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/helpdialog.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QMap>
#include <QSysInfo>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int widthInEms = 40;
constexpr int heightInLines = 26;

QString paragraph(const QString &title, const QString &text)
{
    return u"<h3>%1</h3><p>%2</p>"_s.arg(title.toHtmlEscaped(), text.toHtmlEscaped());
}

}  // namespace

HelpDialog::HelpDialog(const QString &title, const QString &html, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"helpDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *browser = new QTextBrowser(this);
    browser->setObjectName(u"helpText"_s);
    browser->setAccessibleName(title);
    browser->setHtml(html);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(browser, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().horizontalAdvance(u'm') * widthInEms,
           fontMetrics().lineSpacing() * heightInLines);
}

QString HelpDialog::helpText()
{
    return paragraph(tr("Find the way"),
                     tr("The button at the top of the sidebar says which database is open and "
                        "switches to another one. Below it are the tables; a click opens one as a "
                        "page. Ctrl+B hides the sidebar."))
         + paragraph(tr("Edit safely"),
                     tr("Changes are staged: nothing is written before Commit (Ctrl+S). Until "
                        "then a page with changes has a dot, Preview SQL shows what would be sent "
                        "and Discard takes it all back. A commit is one transaction: all of it or "
                        "nothing."))
         + paragraph(tr("Find rows"),
                     tr("The row under the headers filters: >10, 10..20, arne (contains), =Arne "
                        "(equals), null. Ctrl+F goes there, F3 searches every column, Esc clears. "
                        "A click on a header sorts."))
         + paragraph(tr("Fill tables"),
                     tr("Seeders, in the sidebar, fill tables with made-up rows: a preview shows "
                        "them first, a dry run takes them back, and Past runs removes what a run "
                        "wrote, but for what somebody edited since."))
         + paragraph(tr("Production"),
                     tr("A database is development, staging or production: by its profile, by its "
                        "own mark (ALTER DATABASE … SET roster.environment), else this computer "
                        "is development and any other host production. Seeding is refused on "
                        "production."))
         + paragraph(tr("Trouble"),
                     tr("A lost connection is tried again by itself and edits are kept. Details "
                        "of an error are behind its Details button; Copy takes all of it along. "
                        "Work that takes long is listed under Jobs and can be stopped."));
}

QString HelpDialog::shortcutsText(const QWidget &window)
{
    QMap<QString, QStringList> keys;  // words → keys, sorted by words
    for (const QAction *action : window.findChildren<QAction *>()) {
        if (action->objectName().startsWith("actionTab"_L1))
            continue;
        QString words = action->text();
        words.remove(u'&').remove(u'…');
        for (const QKeySequence &key : action->shortcuts()) {
            const QString shown = key.toString(QKeySequence::NativeText);
            if (!words.isEmpty() && !keys[words].contains(shown))
                keys[words] << shown;
        }
    }
    keys.insert(tr("First to ninth page"), {tr("Alt+1 to Alt+9")});
    QString rows;
    for (auto it = keys.cbegin(); it != keys.cend(); ++it) {
        if (!it->isEmpty())
            rows += u"<tr><td>%1</td><td><b>%2</b></td></tr>"_s.arg(
                it.key().toHtmlEscaped(), it->join(tr(" or ")).toHtmlEscaped());
    }
    return u"<table cellpadding=\"4\">%1</table>"_s.arg(rows);
}

QString HelpDialog::aboutText()
{
    return u"<h2>Roster %1</h2>"_s.arg(QCoreApplication::applicationVersion().toHtmlEscaped())
         + u"<p>%1</p><p>%2</p>"_s.arg(
             tr("Browses and edits the players of a game in PostgreSQL.").toHtmlEscaped(),
             tr("Free software under the GNU General Public License, version 3 or later.")
                 .toHtmlEscaped())
         + u"<p>Qt %1<br>%2</p>"_s.arg(QString::fromLatin1(qVersion()),
                                       QSysInfo::prettyProductName().toHtmlEscaped());
}

}  // namespace roster

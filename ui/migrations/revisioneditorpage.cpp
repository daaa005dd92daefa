// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/migrations/revisioneditorpage.h"

#include "models/database/connections.h"
#include "ui/common/theme.h"
#include "ui/migrations/revisiontext.h"
#include "ui/migrations/sqlhighlighter.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int checkAfterMs = 350;
}  // namespace

RevisionEditorPage::RevisionEditorPage(Connections &connections, const NewRevisionTarget &target,
                                       QWidget *parent)
    : QWizardPage(parent),
      m_connections(connections),
      m_target(target),
      m_editor(new QPlainTextEdit(this)),
      m_findings(new QTextBrowser(this)),
      m_state(new QLabel(this))
{
    setTitle(tr("The file"));
    setSubTitle(
        tr("Change it where you know better. Saving writes the file; nothing runs before you "
           "upgrade."));
    setFinalPage(true);
    m_editor->setObjectName(u"revisionText"_s);
    m_editor->setAccessibleName(tr("The file"));
    m_editor->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_editor->setTabChangesFocus(true);
    m_editor->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new SqlHighlighter(m_editor->document());
    m_findings->setObjectName(u"revisionFindings"_s);
    m_findings->setAccessibleName(tr("What there is to say about it"));
    m_findings->setOpenLinks(false);
    m_findings->setTabChangesFocus(true);
    m_state->setObjectName(u"revisionState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_editor);
    splitter->addWidget(m_findings);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    m_findings->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_state);
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkAfterMs);
    connect(&m_checkSoon, &QTimer::timeout, this, &RevisionEditorPage::check);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &RevisionEditorPage::onEdited);
    connect(m_findings, &QTextBrowser::anchorClicked, this, &RevisionEditorPage::jumpTo);
}

RevisionEditorPage::~RevisionEditorPage()
{
    stop();
}

void RevisionEditorPage::setGenerated(const QString &text)
{
    if (text == m_generated && !m_editor->document()->isEmpty()) {
        onEdited();
        return;
    }
    m_generated = text;
    QTextCursor cursor(m_editor->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);  // as an edit, so that undo brings back what was written by hand
    cursor.movePosition(QTextCursor::Start);
    m_editor->setTextCursor(cursor);
    onEdited();
}

QString RevisionEditorPage::text() const
{
    return m_editor->toPlainText();
}

void RevisionEditorPage::stop()
{
    m_checkSoon.stop();
    if (m_checking)
        m_checking->cancel();
    m_checking.reset();
}

void RevisionEditorPage::cleanupPage()
{
    stop();
}

/// A highlighter's formats are a change of the document, but not of its text: this is not called.
void RevisionEditorPage::onEdited()
{
    stop();
    m_isSound = false;
    m_state->setText(tr("Looking through it…"));
    m_checkSoon.start();
    Q_EMIT completeChanged();
}

void RevisionEditorPage::check()
{
    auto running = NewRevisionJobs::check(m_connections, text(), m_target);
    m_checking = running.job;
    running.future.then(this,
                        [this, job = running.job](const Result<RevisionDraft::Check> &checked) {
                            if (job != m_checking)
                                return;
                            m_checking.reset();
                            onChecked(checked);
                        });
}

void RevisionEditorPage::onChecked(const Result<RevisionDraft::Check> &checked)
{
    m_isSound = true;
    QList<int> lines;
    if (!checked) {
        // Nobody could judge it: that is no reason to lose it.
        m_findings->setHtml(RevisionText::error(checked.error()));
        m_state->setText(tr("It could not be looked through; it can be saved all the same."));
    } else if (checked->fault) {
        m_isSound = false;
        showFault(*checked->fault, checked->place);
        Q_EMIT completeChanged();
        return;
    } else {
        for (const LintFinding &finding : checked->findings)
            lines << finding.position.line;
        m_findings->setHtml(RevisionText::findings(checked->findings));
        m_state->setText(checked->findings.isEmpty() ? tr("It can be saved.")
                                                     : tr("%n remark(s); it can be saved.", nullptr,
                                                          int(checked->findings.size())));
    }
    mark(lines, false);
    Q_EMIT completeChanged();
}

void RevisionEditorPage::showFault(const Error &fault, FilePosition place)
{
    const QString link =
        u"<p><a href=\"#%1:%2\">%3</a></p>"_s.arg(place.line)
            .arg(place.column)
            .arg(tr("Go to line %1, column %2").arg(place.line).arg(place.column).toHtmlEscaped());
    m_findings->setHtml(RevisionText::error(fault) + link);
    m_state->setText(tr("Line %1: it cannot be saved like this.").arg(place.line));
    mark({place.line}, true);
}

void RevisionEditorPage::mark(const QList<int> &lines, bool isFault)
{
    const Tone tone = Theme::tone(isFault ? Theme::Meaning::Error : Theme::Meaning::Warning);
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : lines) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_editor->document()->findBlockByNumber(std::max(0, line - 1)));
        mark.format.setBackground(tone.background);
        mark.format.setForeground(tone.foreground);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    m_editor->setExtraSelections(marks);
}

void RevisionEditorPage::jumpTo(const QUrl &place)
{
    const QStringList parts = place.fragment().split(u':');
    const QTextBlock block =
        m_editor->document()->findBlockByNumber(std::max(0, parts.value(0).toInt() - 1));
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor,
                        std::clamp(parts.value(1).toInt() - 1, 0, block.length() - 1));
    m_editor->setTextCursor(cursor);
    m_editor->centerCursor();
    m_editor->setFocus();
}

void RevisionEditorPage::showError(const Error &error)
{
    m_findings->setHtml(RevisionText::error(error));
    m_state->setText(tr("It was not saved."));
}

void RevisionEditorPage::setSaving(bool saving)
{
    m_isSaving = saving;
    m_editor->setReadOnly(saving);
    if (saving)
        m_state->setText(tr("Saving…"));
    Q_EMIT completeChanged();
}

bool RevisionEditorPage::isComplete() const
{
    return m_isSound && !m_isSaving;
}

}  // namespace roster

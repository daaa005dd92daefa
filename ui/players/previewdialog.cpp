// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/previewdialog.h"

#include "ui/common/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextDocumentFragment>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr qsizetype mostShown = 200'000;  ///< characters: what nobody reads to its end
constexpr QChar isolate(0x2068);
constexpr QChar isolateEnd(0x2069);

/// A value written from right to left would take the numbers and commas after it along: each such
/// value gets a direction of its own.
QString inReadingOrder(const QString &sql)
{
    static const QRegularExpression value(u"'((?:[^']++|'')*+)'"_s);
    static const QRegularExpression turns(
        u"[\\x{0590}-\\x{08FF}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FB1D}-\\x{FDFF}\\x{FE70}-\\x{FEFC}]"_s);
    if (!sql.contains(turns))
        return sql;
    QString shown;
    qsizetype done = 0;
    for (auto it = value.globalMatch(sql); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        shown += QStringView(sql).mid(done, match.capturedStart(1) - done);
        const QString text = match.captured(1);
        shown += text.contains(turns) ? isolate + text + isolateEnd : text;
        done = match.capturedEnd(1);
    }
    shown += QStringView(sql).mid(done);
    return shown;
}

}  // namespace

/// Copies the statements without what only serves the eye.
class PreviewDialog::SqlText : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;

    void setSql(const QString &sql)
    {
        // Where a value has such marks itself, there is no telling them apart when it is copied.
        m_isIsolated = !sql.contains(isolate) && !sql.contains(isolateEnd);
        setPlainText(m_isIsolated ? inReadingOrder(sql) : sql);
    }

protected:
    QMimeData *createMimeDataFromSelection() const override
    {
        QString text = textCursor().selection().toPlainText();
        auto *copied = new QMimeData;
        copied->setText(m_isIsolated ? text.remove(isolate).remove(isolateEnd) : text);
        return copied;
    }

private:
    bool m_isIsolated = false;
};

PreviewDialog::PreviewDialog(int changes, QWidget *parent)
    : QDialog(parent), m_text(new SqlText(this)), m_note(new QLabel(this))
{
    setObjectName(u"previewDialog"_s);
    setWindowTitle(tr("Preview SQL"));
    setSizeGripEnabled(true);
    m_text->setObjectName(u"previewText"_s);
    m_text->setAccessibleName(tr("SQL of the commit"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(tr("Writing the statements…"));
    m_note->setObjectName(u"previewNote"_s);
    m_note->setText(tr("Only the beginning is shown; Copy takes all of it."));
    m_note->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"previewCopy"_s);
    m_copy->setIcon(themedIcon(u"copy"_s));
    m_copy->setEnabled(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_sql); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new QLabel(
        tr("%n change(s) in one transaction. Nothing has been sent yet.", nullptr, changes), this));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    const QSize room = parent ? parent->window()->size() : QSize(800, 600);
    resize(fontMetrics().averageCharWidth() * 60,
           std::max(fontMetrics().height() * 16, room.height() * 3 / 4));
}

void PreviewDialog::setSql(const QString &sql)
{
    m_sql = sql;
    const bool isCut = sql.size() > mostShown;
    const qsizetype end = isCut ? sql.lastIndexOf(u'\n', mostShown) : sql.size();
    m_text->setSql(sql.left(end < 0 ? mostShown : end));
    m_note->setVisible(isCut);
    m_copy->setEnabled(!sql.isEmpty());
    fitWidth();
}

/// As wide as its first lines, as far as the window goes.
void PreviewDialog::fitWidth()
{
    constexpr qsizetype linesMeasured = 100;
    const QFontMetrics metrics(m_text->font());
    int widest = 0;
    const QStringList lines = m_text->toPlainText().left(mostShown / 10).split(u'\n');
    for (const QString &line : lines.first(std::min(lines.size(), linesMeasured)))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    const int wanted = widest + fontMetrics().averageCharWidth() * 10;
    const int room = parentWidget() ? parentWidget()->window()->width() * 9 / 10 : wanted;
    resize(std::max(width(), std::min(wanted, room)), height());
}

}  // namespace roster

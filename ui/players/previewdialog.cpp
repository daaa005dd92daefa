// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/previewdialog.h"

#include "ui/common/icons.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr qsizetype mostShown = 200'000;  ///< characters: what nobody reads to its end
}

PreviewDialog::PreviewDialog(int changes, QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(this)), m_note(new QLabel(this))
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
    m_text->setPlainText(sql.left(end < 0 ? mostShown : end));
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/delegates/celledit.h"

#include "models/browsing/tablechanges.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPointer>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace roster {

CellEdit::CellEdit(TableSchema schema, int column, QWidget *parent)
    : QLineEdit(parent), m_schema(std::move(schema)), m_column(column), m_note(new QLabel(parent))
{
    const ColumnSchema &described = m_schema.columns.at(column);
    setObjectName(u"cellEdit"_s);
    setAccessibleName(described.name);
    setFrame(false);
    setAutoFillBackground(true);
    // The default of 32,767 would cut without a word.
    setMaxLength(std::numeric_limits<int>::max());
    setAcceptDrops(false);
    m_note->setObjectName(u"cellEditNote"_s);
    m_note->setAutoFillBackground(true);
    m_note->setBackgroundRole(QPalette::Window);  // else the viewport's, its parent's
    m_note->setForegroundRole(QPalette::WindowText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMargin(m_note->fontMetrics().height() / 4);
    m_note->hide();
    connect(this, &QLineEdit::textChanged, this, &CellEdit::check);
}

CellEdit::~CellEdit()
{
    delete m_note;
}

bool CellEdit::meansNull() const
{
    const ColumnSchema &column = m_schema.columns.at(m_column);
    return text().isEmpty() && column.nullable && column.kind != TypeKind::Text
        && column.kind != TypeKind::Other;
}

void CellEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        pasteWhole();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void CellEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // QLineEdit::paste is not virtual.
    if (auto *action = menu->findChild<QAction *>(u"edit-paste"_s)) {
        action->disconnect();
        connect(action, &QAction::triggered, this, &CellEdit::pasteWhole);
    }
    menu->popup(event->globalPos());
}

void CellEdit::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeNote();
}

void CellEdit::showEvent(QShowEvent *event)
{
    QLineEdit::showEvent(event);
    check();
}

void CellEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    // The note has colours of its own, which hear of no other change.
    if (event->type() == QEvent::ApplicationPaletteChange)
        check();
}

void CellEdit::pasteWhole()
{
    const QString pasted = QGuiApplication::clipboard()->text();
    if (pasted.size() <= longest) {
        insert(pasted);
        return;
    }
    const ColumnSchema &column = m_schema.columns.at(m_column);
    const QString size = locale().toString(pasted.size());
    say(column.maxLength > 0
            ? tr("The clipboard holds %1 characters, at most %2 fit. Nothing was pasted.")
                  .arg(size, locale().toString(column.maxLength))
            : tr("The clipboard holds %1 characters: too many for one line. Press Shift+Enter for "
                 "the large editor.")
                  .arg(size),
        false);
}

void CellEdit::check()
{
    const ColumnSchema &column = m_schema.columns.at(m_column);
    m_complaint.clear();
    if (isModified() && !meansNull()) {
        if (const auto valid = validate(m_schema, m_column, text().toUtf8()); !valid)
            m_complaint = valid.error().message
                        + (valid.error().hint.isEmpty() ? QString() : u' ' + valid.error().hint);
    }
    const qsizetype length = text().toUcs4().size();
    if (!m_complaint.isEmpty())
        say(m_complaint, true);
    else if (column.maxLength > 0 && length * 5 > qsizetype(column.maxLength) * 4)
        say(tr("%1 of %2 characters").arg(length).arg(column.maxLength), false);
    else
        say({}, false);
}

void CellEdit::say(const QString &text, bool isComplaint)
{
    const Tone tone = Theme::tone(isComplaint ? Theme::Meaning::Failed : Theme::Meaning::Info);
    QPalette colours = m_note->palette();
    colours.setColor(QPalette::Window, tone.background);
    colours.setColor(QPalette::WindowText, tone.foreground);
    m_note->setPalette(colours);
    m_note->setText(text);
    setAccessibleDescription(text);
    QPalette own = palette();
    own.setColor(QPalette::Text, isComplaint ? Theme::tone(Theme::Meaning::Error).foreground
                                             : parentWidget()->palette().color(QPalette::Text));
    setPalette(own);
    placeNote();
}

void CellEdit::placeNote()
{
    m_note->setVisible(isVisible() && !m_note->text().isEmpty());
    if (!m_note->isVisible())
        return;
    const QSize room = parentWidget()->size();
    m_note->setWordWrap(false);
    QSize wanted = m_note->sizeHint();
    if (wanted.width() > room.width()) {
        m_note->setWordWrap(true);
        wanted = {room.width(), m_note->heightForWidth(room.width())};
    }
    const int x = std::clamp(geometry().left(), 0, std::max(0, room.width() - wanted.width()));
    int y = geometry().bottom() + 1;
    if (y + wanted.height() > room.height())
        y = std::max(0, geometry().top() - wanted.height());
    m_note->setGeometry({{x, y}, wanted});
    m_note->raise();
}

}  // namespace roster

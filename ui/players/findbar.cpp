// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/findbar.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace roster {

FindBar::FindBar(QAction *next, QAction *previous, QWidget *parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_note(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    m_text->setObjectName(u"findField"_s);
    m_text->setAccessibleName(tr("Find in all rows"));
    m_text->setPlaceholderText(tr("Find in all rows"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, [this] { setNote({}, false); });
    m_note->setObjectName(u"findNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    for (QAction *action : {previous, next}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAccessibleName(action->text().remove(u'&'));
        layout->addWidget(button);
    }
    layout->addWidget(m_note, 1);
    auto *close = new QToolButton(this);
    close->setObjectName(u"findClose"_s);
    close->setIcon(themedIcon(u"close"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &FindBar::leaveRequested);
    layout->addWidget(close);
    hide();
}

QString FindBar::text() const
{
    return m_text->text();
}

void FindBar::start()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::setNote(const QString &note, bool isWarning)
{
    QPalette colours = palette();
    if (isWarning) {
        colours.setColor(QPalette::WindowText, Theme::tone(Theme::Meaning::Warning).foreground);
    }
    m_note->setPalette(colours);
    m_note->setText(note);
    m_note->setToolTip(note);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers() & Qt::ShiftModifier)
                Q_EMIT previousRequested();
            else
                Q_EMIT nextRequested();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT leaveRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace roster

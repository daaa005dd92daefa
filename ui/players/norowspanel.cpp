// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/norowspanel.h"

#include "ui/common/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

NoRowsPanel::NoRowsPanel(QWidget *over)
    : QWidget(over),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_seed(button(u"seedButton"_s, tr("&Seed 1,000 players"), u"seed"_s)),
      m_add(button(u"addFirstButton"_s, tr("&Add a row"), u"add"_s)),
      m_clear(button(u"clearFiltersButton"_s, tr("&Clear filters"), u"close"_s)),
      m_retry(button(u"retryButton"_s, tr("Tr&y again"), u"refresh"_s))
{
    setObjectName(u"noRowsPanel"_s);
    m_title->setObjectName(u"emptyTitle"_s);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_text->setObjectName(u"emptyText"_s);
    m_text->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *one : {m_seed, m_add, m_clear, m_retry})
        buttons->addWidget(one);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_seed, &QPushButton::clicked, this, &NoRowsPanel::seedRequested);
    connect(m_add, &QPushButton::clicked, this, &NoRowsPanel::addRequested);
    connect(m_clear, &QPushButton::clicked, this, &NoRowsPanel::clearFiltersRequested);
    connect(m_retry, &QPushButton::clicked, this, &NoRowsPanel::retryRequested);
    over->installEventFilter(this);
    hide();
}

QPushButton *NoRowsPanel::button(const QString &name, const QString &text, const QString &icon)
{
    auto *made = new QPushButton(themedIcon(icon), text, this);
    made->setObjectName(name);
    made->setAccessibleName(QString(text).remove(u'&'));
    made->setAutoDefault(true);
    return made;
}

void NoRowsPanel::showState(Kind kind, const QString &table, bool canAdd, bool canSeed)
{
    m_kind = kind;
    switch (kind) {
    case Kind::Hidden:
        break;
    case Kind::Loading:
        m_title->setText(tr("Loading…"));
        m_text->clear();
        break;
    case Kind::NoRows:
        m_title->setText((canAdd ? tr("No rows in %1 yet") : tr("No rows in %1")).arg(table));
        if (!canAdd)
            m_text->setText(tr("None can be added here."));
        else if (canSeed)
            m_text->setText(tr("Fill the table with made-up data, or add the first row by hand."));
        else
            m_text->setText(tr("Add the first row by hand."));
        break;
    case Kind::NothingFound:
        m_title->setText(tr("No row fits the filters"));
        m_text->setText(tr("None of its rows meets all conditions above."));
        break;
    case Kind::Failed:
        m_title->setText(tr("The rows could not be read"));
        m_text->setText(tr("The reason stands above."));
        break;
    }
    m_text->setVisible(!m_text->text().isEmpty());
    m_seed->setVisible(kind == Kind::NoRows && canSeed && canAdd);
    m_add->setVisible(kind == Kind::NoRows && canAdd);
    m_clear->setVisible(kind == Kind::NothingFound);
    m_retry->setVisible(kind == Kind::Failed);
    setGeometry(parentWidget()->rect());
    setVisible(kind != Kind::Hidden);
}

bool NoRowsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

}  // namespace roster

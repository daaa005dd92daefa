// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"

#include "ui/common/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {
constexpr int iconLines = 3;    ///< height of the icon, in lines of text
constexpr int widthInEms = 34;  ///< a comfortable line
constexpr double titleScale = 1.35;
}  // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_buttons(new QHBoxLayout)
{
    setObjectName(u"emptyState"_s);
    m_title->setObjectName(u"emptyTitle"_s);
    m_text->setObjectName(u"emptyText"_s);
    m_progress->setObjectName(u"emptyProgress"_s);
    m_progress->setAccessibleName(tr("Working"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    const int width = fontMetrics().horizontalAdvance(u'm') * widthInEms;
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setMinimumWidth(1);
        label->setMaximumWidth(width);
    }
    m_progress->setMaximumWidth(width / 2);
    m_icon->setAlignment(Qt::AlignCenter);

    const auto centred = [width](QVBoxLayout *column, QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(widget, width);
        row->addStretch(1);
        column->addLayout(row);
    };
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(fontMetrics().lineSpacing() / 2);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    centred(layout, m_title);
    centred(layout, m_text);
    centred(layout, m_progress);
    auto *buttonRow = new QHBoxLayout;
    buttonRow->addStretch(1);
    buttonRow->addLayout(m_buttons);
    buttonRow->addStretch(1);
    layout->addSpacing(fontMetrics().lineSpacing() / 2);
    layout->addLayout(buttonRow);
    layout->addStretch(3);
}

void EmptyState::present(const QString &icon, const QString &title, const QString &text)
{
    fill(icon, title, text, QFont::Bold);
}

void EmptyState::presentBusy(const QString &icon, const QString &title, const QString &text)
{
    // Not bold: nothing is said yet that counts, and the window's first paint loads one font less.
    fill(icon, title, text, QFont::Normal);
    m_progress->show();
}

void EmptyState::fill(const QString &icon, const QString &title, const QString &text,
                      QFont::Weight weight)
{
    m_iconName = icon;
    drawIcon();
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * titleScale);
    large.setWeight(weight);
    m_title->setFont(large);
    m_title->setText(title);
    setText(text);
    m_progress->hide();
    clearButtons();
    setAccessibleName(title);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleDescription(text);
}

QPushButton *EmptyState::addButton(const QString &objectName, const QString &text,
                                   std::function<void()> clicked)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    connect(button, &QPushButton::clicked, this, [clicked = std::move(clicked)] { clicked(); });
    m_buttons->addWidget(button);
    if (!m_first) {
        m_first = button;
        button->setAutoDefault(true);
        button->setDefault(true);
        if (isVisible())
            button->setFocus();
    }
    return button;
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::text() const
{
    return m_text->text();
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

void EmptyState::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_first)
        m_first->setFocus();
}

void EmptyState::clearButtons()
{
    m_first = nullptr;
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({});
        item->widget()->deleteLater();  // it may be the one that was just clicked
        delete item;
    }
}

void EmptyState::drawIcon()
{
    const int side = fontMetrics().lineSpacing() * iconLines;
    m_icon->setPixmap(themedIcon(m_iconName).pixmap(QSize(side, side), devicePixelRatioF()));
}

}  // namespace roster

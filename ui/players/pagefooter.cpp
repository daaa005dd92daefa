// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/players/pagefooter.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/players/pageactions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QToolButton *button(QAction *action, const QString &name, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setDefaultAction(action);
    made->setObjectName(name);
    made->setAccessibleName(action->text().remove(u'&').remove(u'…'));
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

}  // namespace

PageFooter::PageFooter(PageActions &actions, QWidget *parent)
    : QWidget(parent),
      m_actions(actions),
      m_rows(new QLabel(this)),
      m_note(new QLabel(this)),
      m_count(button(actions.count, u"countButton"_s, this)),
      m_commit(button(actions.commit, u"commitButton"_s, this))
{
    setObjectName(u"pageFooter"_s);
    m_rows->setObjectName(u"rowsLabel"_s);
    m_rows->setAccessibleName(tr("Rows shown"));
    m_note->setObjectName(u"orderNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    // Rather cut (the tooltip has it all) than making the window wider.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setRetainSizeWhenHidden(true);  // its room keeps the buttons at the right
    m_note->setSizePolicy(policy);
    m_count->setAutoRaise(true);
    m_count->setToolButtonStyle(Qt::ToolButtonTextOnly);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_rows);
    layout->addWidget(m_count);
    layout->addWidget(m_note, 1);
    layout->addWidget(button(actions.discard, u"discardButton"_s, this));
    layout->addWidget(button(actions.preview, u"previewButton"_s, this));
    layout->addWidget(m_commit);
    setStaged(0);
}

void PageFooter::showRows(const Rows &rows)
{
    const QString about = u"~"_s;
    const QString total = (rows.totalIsExact ? QString() : about) + locale().toString(rows.total);
    QString text;
    if (rows.last < rows.first)
        text = tr("no rows");
    else
        text = tr("rows %1%2–%3 of %4")
                   .arg(rows.placeIsExact ? QString() : about, locale().toString(rows.first + 1),
                        locale().toString(rows.last + 1), total);
    if (rows.selected > 1)
        text += tr(" · %1 selected").arg(locale().toString(rows.selected));
    // As wide as its longest text so far: numbers that run while one scrolls shall not lay the
    // whole page out anew each time.
    const QFontMetrics metrics = m_rows->fontMetrics();
    const int needed = metrics.horizontalAdvance(text) + metrics.averageCharWidth();
    if (needed > m_rows->minimumWidth() || metrics.height() != m_rows->minimumHeight())
        m_rows->setFixedSize(std::max(needed, m_rows->minimumWidth()), metrics.height());
    m_rows->setText(text);
    m_count->setVisible(!rows.totalIsExact || rows.isCounting);
    // The button shows its action's icon text, whatever its own is set to.
    m_actions.count->setIconText(rows.isCounting ? tr("Counting…") : tr("Count exactly"));
    m_actions.count->setEnabled(!rows.totalIsExact && !rows.isCounting);
}

void PageFooter::setNotes(const QStringList &notes, const QString &explanation)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::tone(Theme::Meaning::Warning).foreground);
    m_note->setPalette(colours);
    const QString all = notes.join(u" · "_s);
    m_notes = {u"⚠ "_s + all, u"⚠ "_s + tr("slower: no index"), u"⚠"_s};
    m_note->setToolTip(all + u"\n"_s + explanation);
    m_note->setAccessibleName(all);
    m_note->setVisible(!notes.isEmpty());
    fitNote();
}

void PageFooter::fitNote()
{
    const QFontMetrics metrics = m_note->fontMetrics();
    const auto fits = [&](const QString &one) {
        return metrics.horizontalAdvance(one) <= m_note->width();
    };
    const auto at = std::find_if(m_notes.cbegin(), m_notes.cend(), fits);
    m_note->setText(at == m_notes.cend() ? m_notes.value(m_notes.size() - 1) : *at);
}

void PageFooter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    fitNote();
}

void PageFooter::setStaged(int count)
{
    m_actions.commit->setIconText(tr("Commit (%1)").arg(locale().toString(count)));
    QFont bold = font();
    bold.setBold(count > 0);
    m_commit->setFont(bold);
}

}  // namespace roster
